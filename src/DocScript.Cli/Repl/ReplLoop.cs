using System.Text;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Cli.Verbs;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Cli.Repl;

/// <summary>Reads inputs and runs each as a transaction; lines that begin with a colon are orders to the loop itself.</summary>
internal sealed class ReplLoop(Invocation call, StoreSession session, string actor)
{
    private readonly Stack<Guid> _committed = new();
    private readonly List<RunResult> _results = [];
    private bool _planOnly;
    private int _inputs;
    private int _status;

    /// <summary>The id or key of the current document, or null.</summary>
    public string? Document { get; set; }

    /// <summary>Runs until the end of the input or <c>:quit</c>; answers the status of the first input that failed.</summary>
    public async Task<int> RunAsync()
    {
        call.Report.Member("results", writer =>
        {
            writer.WriteStartArray();
            foreach (var result in _results) ResultJson.Write(writer, result);
            writer.WriteEndArray();
        });
        if (call.Host.InIsTerminal) call.Report.Note("Each input is one transaction. :help for help, :quit to end.");
        using var reader = new StreamReader(call.Host.In, new UTF8Encoding(false), leaveOpen: true);
        var input = new StringBuilder();
        while (true)
        {
            Prompt(input.Length > 0);
            var line = await reader.ReadLineAsync(call.Cancellation).AsTask().WaitAsync(call.Cancellation);
            if (line is null) break;
            if (input.Length == 0 && line.TrimStart().StartsWith(':'))
            {
                if (!await OrderAsync(line.Trim())) break;
                continue;
            }

            input.Append(line).Append('\n');
            // An empty line ends whatever was begun.
            if (line.Trim().Length > 0 && !ReplInput.IsWhole(input.ToString())) continue;
            await RunAsync(input.ToString());
            input.Clear();
        }

        if (input.Length > 0) await RunAsync(input.ToString());
        return _status;
    }

    private async Task RunAsync(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var request = new RunRequest
        {
            Source = new SourceText($"input {(++_inputs).ToString(System.Globalization.CultureInfo.InvariantCulture)}", text),
            Actor = actor,
            Document = Document is null ? null : DocumentName.Parse(Document),
        };
        var result = await ShowAsync(() => _planOnly ? session.PlanAsync(request) : session.RunAsync(request), _planOnly);
        if (result is Done && ReplInput.UsedDocument(request.Source) is { } used) UseDocument(used);
    }

    private async Task<RunResult> ShowAsync(Func<Task<RunResult>> run, bool planned)
    {
        RunResult result;
        using (call.Report.Progress("running")) result = await run();
        _results.Add(result);
        call.Report.ShowOutput(result);
        if (result is Done done)
        {
            if (planned)
            {
                call.Report.ShowPlan(done);
            }
            else
            {
                call.Report.ShowDiff(done);
                call.Report.NoteCommitted(done);
                if (done.Position is not null && done.Documents.Length > 0) _committed.Push(done.Transaction);
            }
        }
        else if (_status == ExitStatus.Done)
        {
            _status = ExitStatus.Of(result);
        }

        call.Host.Out.Flush();
        return result;
    }

    // False ends the loop.
    private async Task<bool> OrderAsync(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (words)
        {
            case [":quit" or ":q" or ":exit"]:
                return false;
            case [":help"]:
                foreach (var help in Help) call.Report.Note(help);
                break;
            case [":doc"]:
                call.Report.Note(Document is null ? "no current document" : "current document: " + Document);
                break;
            case [":doc", "none"]:
                Document = null;
                break;
            case [":doc", var name]:
                UseDocument(name);
                break;
            case [":plan", "on" or "off"]:
                _planOnly = words[1] is "on";
                call.Report.Note(_planOnly ? "inputs are only planned" : "inputs are run");
                break;
            case [":undo"]:
                await UndoAsync();
                break;
            default:
                call.Report.Note($"'{line}' is no order; {(Suggestion.Label(words[0], Orders) is { } near ? near + " " : "")}:help lists them");
                if (_status == ExitStatus.Done) _status = ExitStatus.Usage;
                break;
        }

        return true;
    }

    private void UseDocument(string name)
    {
        using var reader = session.Existing?.Read();
        if (reader is not null && DocumentName.Find(reader, name) is { Header.Deleted: false } document)
        {
            Document = name;
            call.Report.Note($"current document: {name} {ValueLiteral.Quoted(DisplayTitle.Of(DesignDocument.Of(reader), document), 60)}");
            return;
        }

        call.Report.Note($"there is no document '{name}'{(reader is not null && NearKey.Label(reader, name) is { } near ? "; " + near : "")}");
        if (_status == ExitStatus.Done) _status = ExitStatus.Usage;
    }

    private async Task UndoAsync()
    {
        if (!_committed.TryPeek(out var transaction))
        {
            call.Report.Note("nothing was committed here that could be undone; 'docscript undo' takes back any transaction");
            return;
        }

        var committed = _committed.Count;
        await ShowAsync(() => session.UndoAsync(transaction, actor), planned: false);
        // The undo is a transaction too, but the next :undo means the one before.
        if (_committed.Count == committed) return;
        _committed.Pop();
        _committed.Pop();
    }

    private void Prompt(bool more)
    {
        if (!call.Host.InIsTerminal || call.Report.IsJson) return;
        call.Host.Out.Flush();
        call.Host.Error.Write(more ? "… " : _planOnly ? "plan> " : "> ");
        call.Host.Error.Flush();
    }

    private static readonly string[] Orders = [":doc", ":plan", ":undo", ":help", ":quit"];

    private static readonly string[] Help =
    [
        "A statement, or several with ';' between, is one transaction; an open '{', '(' or a text goes on in the next line, an empty line ends it.",
        "  :doc 42     make document 42 (or a key) the current one, as 'use 42' alone in an input does; :doc none; :doc says which it is",
        "  :plan on    only show what inputs would change; :plan off runs them again",
        "  :undo       take the last transaction of this session back, then the one before …",
        "  :help       this",
        "  :quit       end",
    ];
}
