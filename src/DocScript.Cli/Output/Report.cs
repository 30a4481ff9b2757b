using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Cli.Hosting;
using DocScript.Engine.Json;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;
using DocScript.Terminal.Diff;

namespace DocScript.Cli.Output;

/// <summary>
/// Where a command's results go. For people: results to standard output, diagnostics and notices to standard error, as they come.
/// With <c>--json</c>: one object on standard output at the end (see JSON.md), and nothing else.
/// </summary>
internal sealed class Report
{
    /// <summary>JSON as it is printed for people and files.</summary>
    public static JsonWriterOptions Indented => new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CliHost _host;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<JsonMember> _members = [];
    private readonly LineWriter _notices;
    private bool _diagnosticsShown;

    public Report(CliHost host, bool json)
    {
        _host = host;
        IsJson = json;
        var colours = host.Variable("NO_COLOR") is null && host.Variable("TERM") is not "dumb";
        Out = LineWriter.For(json ? TextWriter.Null : host.Out, colours && host.OutIsTerminal && !json);
        _notices = LineWriter.For(json ? TextWriter.Null : host.Error, colours && host.ErrorIsTerminal && !json);
    }

    /// <summary>Whether one JSON object was asked for.</summary>
    public bool IsJson { get; }

    /// <summary>Results for people.</summary>
    public LineWriter Out { get; }

    /// <summary>How much of a diff is shown.</summary>
    public DiffHeight Height => _host.OutIsTerminal ? DiffHeight.Screen : DiffHeight.Unlimited;

    /// <summary>Data as it is: to a pipe or file byte for byte, to a terminal without what it would obey.</summary>
    public void Data(string text)
    {
        if (IsJson) return;
        if (!_host.OutIsTerminal) _host.Out.Write(text);
        else if (text.Length > 0) Out.WriteText(text.EndsWith('\n') ? text[..^1] : text);
    }

    /// <summary>Shows diagnostics, or keeps them for the JSON object.</summary>
    public void Add(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            _diagnostics.Add(diagnostic);
            if (IsJson) continue;
            _host.Out.Flush();
            if (_diagnosticsShown) _notices.WriteLine();
            _diagnosticsShown = true;
            _notices.WriteDiagnostics([diagnostic]);
        }
    }

    /// <summary>Says something beside the results, after what was written before.</summary>
    public void Note(string text)
    {
        if (IsJson) return;
        _host.Out.Flush();
        _notices.WriteText(text);
    }

    /// <summary>Adds a member to the JSON object.</summary>
    public void Member(string name, Action<Utf8JsonWriter> write) => _members.Add(new(name, write));

    /// <summary>A line on standard error while work takes longer than a second.</summary>
    public Progress Progress(string what) => new(_host.ErrorIsTerminal && !IsJson ? _host.Error : null, _host.Stopwatch, what);

    /// <summary>Ends the command: writes the JSON object where one was asked for.</summary>
    public int Finish(string command, int status)
    {
        if (IsJson) WriteJson(command, status);
        _host.Out.Flush();
        _host.Error.Flush();
        return status;
    }

    private void WriteJson(string command, int status)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("command", command);
            writer.WriteString("status", ExitStatus.Name(status));
            writer.WriteNumber("exit", status);
            foreach (var member in _members)
            {
                writer.WritePropertyName(member.Name);
                member.Write(writer);
            }

            writer.WritePropertyName("diagnostics");
            DiagnosticJson.Write(writer, _diagnostics);
            writer.WriteEndObject();
        }

        _host.Out.Write(Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n");
    }

    private sealed record JsonMember(string Name, Action<Utf8JsonWriter> Write);
}
