using System.Collections.Immutable;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Engine.Commands;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Json;

/// <summary>
/// What became of a script as JSON, the native form: <c>status</c> (<c>done, invalid, failed, conflict</c>) and <c>diagnostics</c> (warnings too);
/// when it is done also <c>transaction, position, repeated, reruns, documents, design</c> (true where the design changed too), <c>printed, queries</c>, and <c>results</c> of commands in C# where there are any.
/// A document has <c>id</c>, <c>workingCopy</c> (true where it is the holder's copy of that document), <c>key, type, title, before</c> (<c>version</c> and <c>sequence</c>, or null when it was made), <c>version, sequence, published, unchanged, deleted, changes</c>.
/// </summary>
public static class ResultJson
{
    /// <summary>Writes a result as an object.</summary>
    public static void Write(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartObject();
        WriteMembers(writer, result);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a result into an object that the caller has begun.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteString("status", Status(result));
        if (result is Done done) WriteDone(writer, done);
        writer.WritePropertyName("diagnostics");
        DiagnosticJson.Write(writer, DiagnosticsOf(result));
    }

    /// <summary>The name of what became of it.</summary>
    public static string Status(RunResult result) => result switch
    {
        Done => "done",
        Invalid => "invalid",
        InConflict => "conflict",
        _ => "failed",
    };

    /// <summary>The diagnostics of a result, whatever became of it.</summary>
    public static ImmutableArray<Diagnostic> DiagnosticsOf(RunResult result) => result switch
    {
        Done done => done.Warnings,
        Invalid invalid => invalid.Diagnostics,
        Failed failed => failed.Diagnostics,
        InConflict conflict => conflict.Diagnostics,
        _ => [],
    };

    private static void WriteDone(Utf8JsonWriter writer, Done done)
    {
        writer.WriteString("transaction", done.Transaction);
        if (done.Position is { } position) writer.WriteNumber("position", position);
        else writer.WriteNull("position");
        writer.WriteBoolean("repeated", done.Repeated);
        writer.WriteNumber("reruns", done.Reruns);
        writer.WriteStartArray("documents");
        foreach (var document in done.Documents.Where(document => document.Changes.After.Header.IsShown)) WriteDocument(writer, document);
        writer.WriteEndArray();
        if (done.ChangesDesign) writer.WriteBoolean("design", true);
        WriteTexts(writer, "printed", done.Printed);
        if (!done.Results.IsEmpty) WriteResults(writer, done.Results);
        WriteTexts(writer, "queries", done.Queries);
    }

    private static void WriteDocument(Utf8JsonWriter writer, ChangedDocument document)
    {
        var after = document.Changes.After;
        writer.WriteStartObject();
        writer.WriteNumber("id", after.Header.WorkingCopyOf ?? after.Id);
        if (after.Header.WorkingCopyOf is not null) writer.WriteBoolean("workingCopy", true);
        writer.WriteString("key", after.Header.Key);
        writer.WriteString("type", after.Header.ContentType);
        writer.WriteString("title", document.Title);
        if (document.Before is { } before)
        {
            writer.WriteStartObject("before");
            writer.WriteNumber("version", before.Header.Version);
            writer.WriteNumber("sequence", before.Header.Sequence);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("before");
        }

        writer.WriteNumber("version", after.Header.Version);
        writer.WriteNumber("sequence", after.Header.Sequence);
        writer.WriteBoolean("published", after.Header.Publication is not null);
        writer.WriteBoolean("unchanged", after.Header.Unchanged);
        writer.WriteBoolean("deleted", after.Header.Deleted);
        writer.WritePropertyName("changes");
        ChangeJson.Write(writer, document.Changes.Changes);
        writer.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter writer, ImmutableArray<CommandResult> results)
    {
        writer.WriteStartArray("results");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("type", result.Kind is ResultKind.Url ? "URL" : result.Kind.ToString());
            writer.WriteString("value", result.Value);
            writer.WriteString("additionalInfo", result.AdditionalInfo);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
