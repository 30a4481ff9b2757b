using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Engine.Commands;
using DocScript.Engine.Json.Native;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json;

/// <summary>A whole script as our own JSON: <c>{"docscript": 1, "statements": […]}</c> (src/DocScript.Cli/JSON.md). Comments and layout are not part of it. Read strictly: what no script can say is a problem.</summary>
public static class NativeScript
{
    /// <summary>The member that says that it is one, and which version.</summary>
    public const string Tag = "docscript";

    /// <summary>The version that is written; older ones are read for ever.</summary>
    public const int Version = 1;

    // For each level of a script's nesting the loosest and all tighter operators, a path and what nests, each a list in an object.
    private const int Depth = 20 * SyntaxLimits.Nesting;

    /// <summary>How it and bodies of Livingdocs are written: as deep as a script can be, letters as they are.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { MaxDepth = Depth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether JSON says of itself that it is a script.</summary>
    public static bool IsOne(SourceText json) => JsonTree.Read(json, Depth, new JsonProblems()) is ObjectExpression root && root.Entries.Any(entry => entry.Key.Text == Tag);

    /// <summary>Reads a script. Never throws.</summary>
    public static ScriptReading Read(SourceText json, CommandTable commands)
    {
        var problems = new JsonProblems();
        if (JsonTree.Read(json, Depth, problems) is not { } root || StrictObject.Of(root, JsonPlace.Root, problems, $"a script is {{\"{Tag}\": {Version}, \"statements\": […]}}") is not { } form) return new(null, problems.All);
        if (form.Get(Tag, $"add \"{Tag}\": {Version}") is { } version and not IntegerLiteral { Value: Version })
            problems.WrongKind(form.Place.Member(Tag), version, $"{Version}, the version of this form", "another version is another DocScript's");
        var statements = form.Get("statements", "add the list of statements; it may be empty") is { } list
            ? new StatementJson(commands.Grammar, problems).ReadAll(list, form.Place.Member("statements"))
            : [];
        form.RefuseOthers();
        return new(problems.Any ? null : new ScriptText(json.Name, commands.Grammar, problems).Of(new Script(statements), "statements"), problems.All);
    }

    /// <summary>Writes a script.</summary>
    public static void Write(Utf8JsonWriter json, Script script)
    {
        json.WriteStartObject();
        json.WriteNumber(Tag, Version);
        json.WritePropertyName("statements");
        StatementJson.Write(json, script.Statements);
        json.WriteEndObject();
    }
}
