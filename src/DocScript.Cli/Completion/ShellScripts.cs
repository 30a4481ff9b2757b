namespace DocScript.Cli.Completion;

/// <summary>The scripts that make shells ask <see cref="Suggestions"/>, by the shell's name.</summary>
internal static class ShellScripts
{
    /// <summary>All of them; each ends with a line end.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # Completion of docscript for bash: source <(docscript completion bash)
            _docscript() {
                mapfile -t COMPREPLY < <("$1" '[suggest]' "${COMP_LINE:0:COMP_POINT}" 2> /dev/null | cut -f 1)
                [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
            }
            complete -o default -F _docscript docscript

            """,
        ["zsh"] = """
            # Completion of docscript for zsh, after compinit: source <(docscript completion zsh)
            _docscript() {
                local -a suggestions=("${(@f)$("$words[1]" '[suggest]' "${(j: :)words[1,CURRENT]}" 2> /dev/null)}")
                suggestions=("${(@)${(@)suggestions//:/\\:}/$'\t'/:}")
                if [[ -z $suggestions[1] ]]; then _files
                elif [[ $suggestions[1] == *=:* ]]; then _describe docscript suggestions -S ''
                else _describe docscript suggestions; fi
            }
            compdef _docscript docscript

            """,
        ["fish"] = """
            # Completion of docscript for fish: docscript completion fish | source
            function __docscript_suggest
                set -l suggestions (docscript '[suggest]' (commandline -cp | string collect) 2> /dev/null)
                if set -q suggestions[1]; printf '%s\n' $suggestions; else; __fish_complete_path (commandline -ct); end
            end
            complete -c docscript -f -a '(__docscript_suggest)'

            """,
        ["pwsh"] = """
            # Completion of docscript for PowerShell: docscript completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName docscript -ScriptBlock {
                param($word, $ast, $cursor)
                $length = $cursor - $ast.Extent.StartOffset
                docscript '[suggest]' "$ast".PadRight($length).Substring(0, $length) 2> $null | ForEach-Object {
                    $text, $about = $_ -split "`t", 2
                    [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $(if ($about) { $about } else { $text }))
                }
            }

            """,
    }.ToDictionary(pair => pair.Key, pair => pair.Value.ReplaceLineEndings("\n"), StringComparer.Ordinal);
}
