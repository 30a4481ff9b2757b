using System.Collections.Immutable;
using System.Text.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Trust;
using DocScript.Terminal;

namespace DocScript.Cli.Output;

/// <summary>What folders of C# commands declare, for people and as JSON.</summary>
internal static class FolderReport
{
    private const int Widest = 48;

    /// <summary>A line for each command, function and hook.</summary>
    public static void ShowDeclarations(this Report report, HookSet set)
    {
        var lines = set.Files.SelectMany(file => Lines(Path.GetFileName(file.File), file.Manifest)).ToList();
        var width = lines.Count == 0 ? 0 : Math.Min(Widest, lines.Max(line => line.Form.Length));
        foreach (var (form, about, file) in lines)
            report.Out.WriteLine([new("  "), new(form.PadRight(width), Style.Strong), new("  " + about), new($"{(about.Length > 0 ? "  " : "")}({file})", Style.Faint)]);
    }

    /// <summary>The folder's path, why it is in play, and whether it loads.</summary>
    public static void ShowHead(this Report report, FolderInPlay folder)
    {
        var (trust, style) = folder switch
        {
            { Trust: null } => ("", Style.Plain),
            { Trust: FolderTrust.Given { Capabilities: { IsEmpty: false } may } } => ("trusted, may " + string.Join(", ", may.Select(one => one.ToString())), Style.Added),
            { Trust: FolderTrust.Given } => ("trusted", Style.Added),
            { Trust: FolderTrust.Outdated outdated } => ($"not trusted as it is: {string.Join(", ", outdated.Differences)}", Style.Removed),
            _ => ("not trusted", Style.Removed),
        };
        report.Out.WriteLine([new(folder.Path, Style.Strong), new("  " + Words(folder.Origin), Style.Faint), new(trust.Length == 0 ? "" : ", " + trust, style)]);
    }

    /// <summary>A folder with all that it declares.</summary>
    public static void Write(Utf8JsonWriter writer, FolderInPlay folder)
    {
        writer.WriteStartObject();
        writer.WriteString("folder", folder.Path);
        writer.WriteString("origin", folder.Origin switch { FolderOrigin.Named => "named", FolderOrigin.Store => "store", _ => "beside" });
        writer.WriteBoolean("trusted", folder.Trust is FolderTrust.Given);
        WriteTexts(writer, "capabilities", folder.Trust is FolderTrust.Given given ? given.Capabilities.Select(one => one.ToString()!) : []);
        WriteTexts(writer, "differences", folder.Trust is FolderTrust.Outdated outdated ? outdated.Differences : []);
        WriteDeclarations(writer, folder.Set);
        writer.WriteEndObject();
    }

    /// <summary>The members <c>commands</c>, <c>functions</c> and <c>hooks</c> of a folder.</summary>
    public static void WriteDeclarations(Utf8JsonWriter writer, HookSet? set)
    {
        ImmutableArray<(string File, HookManifest Manifest)> files = set?.Files ?? [];
        writer.WriteStartArray("commands");
        foreach (var (file, manifest) in files)
            foreach (var command in manifest.Commands)
                Write(writer, file, command);
        writer.WriteEndArray();
        writer.WriteStartArray("functions");
        foreach (var (file, manifest) in files)
            foreach (var function in manifest.Functions)
                Write(writer, file, function);
        writer.WriteEndArray();
        writer.WriteStartArray("hooks");
        foreach (var (file, manifest) in files)
            foreach (var hook in manifest.Hooks)
                Write(writer, file, hook);
        writer.WriteEndArray();
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>How many commands, functions and hooks there are, those that there are none of left out.</summary>
    public static string Summary(HookSet set)
    {
        (int Count, string What)[] all = [(set.Commands.Length, "command"), (set.Functions.Length, "function"), (set.Hooks.Length, "hook")];
        var some = all.Where(one => one.Count > 0).Select(one => Counted.Of(one.Count, one.What)).ToList();
        return some.Count == 0 ? "nothing declared" : string.Join(", ", some);
    }

    private static IEnumerable<(string Form, string About, string File)> Lines(string file, HookManifest manifest) =>
    [
        .. manifest.Commands.Select(command => (command.Pattern, (command.Hidden ? "hidden; " : "") + command.Summary, file)),
        .. manifest.Functions.Select(function => ($"{function.Name}({string.Join(", ", function.Method.Parameters.Where(parameter => !parameter.IsGiven).Select(parameter => parameter.Name))})", function.Summary, file)),
        .. manifest.Hooks.Select(hook => ($"{Moment(hook)} {EventNames.Of(hook.Event)}", hook.Name + (hook.Summary.Length > 0 ? ": " + hook.Summary : ""), file)),
    ];

    private static string Words(FolderOrigin origin) => origin switch
    {
        FolderOrigin.Named => "named by --commands",
        FolderOrigin.Store => "set for the store",
        _ => "here",
    };

    private static string Moment(EventDeclaration hook) => hook.IsAfter ? "after" : "before";

    private static void Write(Utf8JsonWriter writer, string file, CommandDeclaration command)
    {
        writer.WriteStartObject();
        writer.WriteString("pattern", command.Pattern);
        writer.WriteString("summary", command.Summary);
        writer.WriteString("help", command.Help);
        writer.WriteString("example", command.Example);
        writer.WriteBoolean("hidden", command.Hidden);
        writer.WriteString("icon", command.Icon);
        writer.WriteString("returns", command.Returns);
        writer.WriteStartObject("displayNames");
        foreach (var (language, name) in command.DisplayNames.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteString(language, name);
        writer.WriteEndObject();
        writer.WriteString("file", file);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string file, FunctionDeclaration function)
    {
        writer.WriteStartObject();
        writer.WriteString("name", function.Name);
        WriteTexts(writer, "parameters", function.Method.Parameters.Where(parameter => !parameter.IsGiven).Select(parameter => parameter.Name));
        writer.WriteString("summary", function.Summary);
        writer.WriteString("help", function.Help);
        writer.WriteString("example", function.Example);
        writer.WriteString("file", file);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string file, EventDeclaration hook)
    {
        writer.WriteStartObject();
        writer.WriteString("name", hook.Name);
        writer.WriteString("event", EventNames.Of(hook.Event));
        writer.WriteString("moment", Moment(hook));
        writer.WriteString("summary", hook.Summary);
        writer.WriteString("file", file);
        writer.WriteEndObject();
    }
}
