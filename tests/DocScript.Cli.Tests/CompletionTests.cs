using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

/// <summary>Completion: what is suggested, and each shell's script in that shell.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task Commands_are_suggested_by_how_they_begin() =>
        Assert.Equal(["explain", "export"], await WordsAsync("docscript ex"));

    [Fact]
    public async Task Every_command_is_suggested_at_the_start_with_what_it_does()
    {
        using var place = new Workplace();
        var run = await place.RunAsync("[suggest]", "docscript ");
        Assert.Equal(0, run.Status);
        Assert.Equal((await place.CommandsAsync()).Order(StringComparer.Ordinal), run.Out.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("undo\tTake a transaction back", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docscript run --sto", "--store")]
    [InlineData("/usr/bin/docscript run a.docscript --par", "--param")]
    [InlineData("docscript completion ", "bash fish pwsh zsh")]
    [InlineData("docscript explain DS101", "DS1010 DS1011 DS1012 DS1013 DS1014")]
    [InlineData("docscript run ", "")]
    [InlineData("docscript log --store ", "")]
    [InlineData("docscript run \"unfinished", "")]
    [InlineData("docscript run missing.docscript --param ", "")]
    [InlineData("docscript show \0 \ud800 --", "--as --at --brand --diff --help --json --publication --store --versions")]
    public async Task What_can_stand_at_the_end_of_a_line_is_suggested(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', await WordsAsync(line)));

    [Fact]
    public async Task A_word_that_begins_with_an_at_sign_names_no_file_to_read()
    {
        using var place = new Workplace();
        place.Write("r", "explain\n");
        Assert.Equal("", (await place.RunAsync("[suggest]", "docscript @r DS900")).Out);
    }

    [Fact]
    public async Task The_parameters_of_a_script_are_suggested()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "param from: text\nparam to = \"x\"\nprint from +\n");
        var run = await place.RunAsync("[suggest]", "docscript run a.docscript --param ");
        run.Is(0, "from=\ttext\nto=\t\n");
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_an_error_that_names_those_that_are()
    {
        using var place = new Workplace();
        var run = await place.RunAsync("completion", "tcsh");
        Assert.Equal(2, run.Status);
        Assert.Contains("'bash'", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await place.RunAsync("completion")).Status);
    }

    [FactWhenInstalled("bash")]
    public Task Bash_completes() => CompletesAsync("bash", """
        source <(docscript completion bash)
        complete -p docscript > /dev/null
        ask() { COMP_LINE=$1 COMP_POINT=${#1}; COMPREPLY=(); _docscript docscript 2> /dev/null; echo "${COMPREPLY[*]}"; }
        ask "docscript ex"
        ask "docscript run a.docscript --param "
        ask "docscript run "
        """);

    [FactWhenInstalled("zsh")]
    public Task Zsh_completes() => CompletesAsync("zsh -f", """
        compdef() { [[ $1 == _docscript && $2 == docscript ]] }
        source <(docscript completion zsh)
        _describe() { echo "${(@)${(@P)2}%%:*}"; }
        _files() { echo; }
        ask() { words=("$@") CURRENT=$#; _docscript; }
        ask docscript ex
        ask docscript run a.docscript --param ""
        ask docscript run ""
        """);

    [FactWhenInstalled("fish")]
    public Task Fish_completes() => CompletesAsync("fish --no-config", """
        docscript completion fish | source
        function ask; echo (complete -C $argv[1] | string match -v -- 'a.docscript*' | string match -v -- 'ask.sh*' | string replace -r '\t.*' ''); end
        ask "docscript ex"
        ask "docscript run a.docscript --param "
        ask "docscript run "
        """);

    [FactWhenInstalled("pwsh")]
    public Task PowerShell_completes() => CompletesAsync("pwsh -NoProfile -File", """
        docscript completion pwsh | Out-String | Invoke-Expression
        function ask($line) { [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText -notmatch '[.]' -join ' ' }
        ask 'docscript ex'
        ask 'docscript run a.docscript --param '
        ask 'docscript run '
        """, "ask.ps1");

    private static async Task CompletesAsync(string shell, string script, string file = "ask.sh")
    {
        using var place = new Workplace();
        place.Write("a.docscript", "param from: text\nparam to = \"x\"\n");
        place.Write(file, script + "\n");
        var run = await Shell.RunAsync(place.Folder, $"{shell} ./{file}");
        Assert.Equal("", run.Error);
        Assert.Equal("explain export\nfrom= to=\n\n", run.Out);
    }

    private static async Task<IEnumerable<string>> WordsAsync(string line)
    {
        using var place = new Workplace();
        var run = await place.RunAsync("[suggest]", line);
        Assert.Equal((0, ""), (run.Status, run.Error));
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(suggestion => suggestion.Split('\t')[0]);
    }
}
