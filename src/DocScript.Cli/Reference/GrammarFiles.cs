using DocScript.Engine.Commands;
using DocScript.Engine.Reference;
using DocScript.Language.Reference;

namespace DocScript.Cli.Reference;

/// <summary>The files of the folder <c>grammar</c>, each made from the tables.</summary>
internal static class GrammarFiles
{
    /// <summary>The files by name, in the order in which they are written.</summary>
    public static async Task<IReadOnlyList<(string Name, string Text)>> MakeAsync(CommandTable commands) =>
    [
        ("docscript.ebnf", Ebnf.Of(commands.Grammar)),
        ("docscript.tmLanguage.json", EditorGrammar.Of(commands)),
        ("REFERENCE.md", await ReferenceText.WriteAsync(commands)),
    ];
}
