using System.Buffers;
using System.Text;
using System.Text.Json;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Tests.Conversion;

/// <summary>The three forms into one another, in one call each.</summary>
internal static class Converted
{
    public static Script Parsed(string script)
    {
        var parsed = ScriptParser.Parse(new SourceText("script", script), CommandTable.BuiltIn.Grammar);
        Assert.True(parsed.IsValid, script);
        return parsed.Script;
    }

    public static ScriptReading FromLivingdocs(string json) => LivingdocsCommands.Read(new SourceText("json", json), CommandTable.BuiltIn);

    public static ScriptReading FromNative(string json) => NativeScript.Read(new SourceText("json", json), CommandTable.BuiltIn);

    public static string ToNative(Script script) => Written(json => NativeScript.Write(json, script));

    /// <summary>The body; it must be possible.</summary>
    public static string ToLivingdocs(Script script) => Written(json => Assert.Empty(LivingdocsCommands.Write(json, script, CommandTable.BuiltIn)));

    /// <summary>What is in the way, one a line: the text at its place, and the message.</summary>
    public static string InTheWay(string script)
    {
        var tree = Parsed(script);
        var lines = "";
        Written(json => lines = string.Join('\n', LivingdocsCommands.Write(json, tree, CommandTable.BuiltIn).Select(obstacle => $"{script.Substring(obstacle.Span.Start, obstacle.Span.Length)}: {obstacle.Message}")));
        return lines;
    }

    public static string Said(ScriptReading reading) => string.Join('\n', reading.Problems.Select(problem => problem.Message));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, NativeScript.WriterOptions)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
