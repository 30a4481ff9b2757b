using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Checking;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Engine.Transactions;

/// <summary>One request to run a script: its instant, its id and the ids it draws stay the same over all attempts.</summary>
internal sealed class ScriptRun
{
    private readonly ParseResult _parsed;
    private readonly RunRequest _request;
    private readonly CommandTable _commands;
    private readonly TimeProvider _clock;
    private readonly IdAllocator _ids;
    private readonly DateTimeOffset _instant;
    private readonly Guid _id;
    private readonly string _parameters;
    private Design? _checked;
    private ImmutableArray<Diagnostic> _warnings = [];

    public ScriptRun(ParseResult parsed, RunRequest request, CommandTable commands, TimeProvider clock, Func<DateTimeOffset, Guid> newId, IdAllocator ids)
    {
        (_parsed, _request, _commands, _clock, _ids) = (parsed, request, commands, clock, ids);
        _instant = Instants.Now(clock);
        _id = newId(_instant);
        _parameters = ReferenceEquals(request.Parameters, ObjectValue.Empty) ? "{}" : ValueText.Json(request.Parameters);
    }

    /// <summary>Checks and runs the script on a snapshot.</summary>
    public Attempt Attempt(IStoreReader reader, Design design, CancellationToken cancellation)
    {
        var hash = _request.Key is null ? null : Hash();
        if (_request.Key is { } key && reader.Result(_request.Actor, key) is { } kept)
            return new Attempt(string.Equals(kept.Hash, hash, StringComparison.Ordinal) ? RepeatedResult.Of(reader, kept) : Refusals.KeyReused(key, kept), null);
        if (!ReferenceEquals(_checked, design))
        {
            var diagnostics = Check(design);
            if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)) return new Attempt(Refusals.Invalid(diagnostics), null);
            _warnings = [.. diagnostics];
            _checked = design;
        }

        _ids.Restart();
        var workspace = new Workspace(reader, design, _ids, _request.Limits, _request.Actor);
        workspace.FindEvenDeleted(SystemDocuments.Design);
        var state = new RunState(workspace, _request.Actor, _instant, _request.Limits, _request.CanForce) { Functions = _commands.Functions, Arguments = _request.Arguments };
        var interpreter = new Interpreter(state, _commands, _request.Parameters, _clock, cancellation);
        var before = BeforeHooks.Attach(_commands.Hooks, interpreter, _id, mayEdit: true, cancellation);
        var isAtEnd = false;
        try
        {
            if (_request.Document is { } document) state.CurrentId = state.Lookup(document, default);
            interpreter.Run(_parsed.Script);
            isAtEnd = true;
            before?.RaiseChanges();
        }
        catch (ScriptFault fault)
        {
            return new Attempt(Fault(fault, isAtEnd ? 0 : interpreter.Reached), null);
        }

        return Finish(reader, workspace, state, hash);
    }

    private List<Diagnostic> Check(Design design) =>
    [
        .. _parsed.Diagnostics,
        .. Checker.Check(_parsed, _request.Source, _commands, design, _request.Document is not null, _request.IsStrict),
        .. Parameters.Check(_parsed.Script, _request.Parameters, _request.Source),
    ];

    private Attempt Finish(IStoreReader reader, Workspace workspace, RunState state, string? hash)
    {
        var warnings = Warnings(state);
        if (_request.IsStrict && !warnings.IsEmpty) return new Attempt(new Failed(warnings), null);
        var changed = workspace.Changed(_instant);
        var done = new Done(_id, null, changed, [.. state.Printed], [.. _warnings, .. warnings]) { Queries = [.. workspace.Queries], Results = [.. state.Results] };
        if (changed.IsEmpty && _request.Key is null) return new Attempt(done, null);
        var transaction = new Transaction
        {
            Id = _id,
            Actor = _request.Actor,
            Instant = _instant,
            Script = _request.Source.Text,
            Parameters = _parameters,
            Key = _request.Key is { } key ? new IdempotencyKey(key, hash!) : null,
            Result = RepeatedResult.Keep(state),
            ReadAt = reader.Position,
            Reads = workspace.Reads,
            Documents = [.. changed.Select(document => document.Changes)],
        };
        return new Attempt(done, transaction);
    }

    // Those of the run that the check has not given; errors where warnings are.
    private ImmutableArray<Diagnostic> Warnings(RunState state) =>
    [
        .. from met in state.Warnings
           let code = RuleCodes.Of(met.Value.Rule, Phase.Check)
           where !_warnings.Any(warning => warning.Code == code && warning.Location?.Span == met.Key)
           let error = ScriptFault.Of(met.Value, met.Key).ToDiagnostic(_request.Source, Refusals.NothingChanged)
           select _request.IsStrict ? error : error with { Severity = Severity.Warning, Note = null },
    ];

    private RunResult Fault(ScriptFault fault, int reached)
    {
        var note = reached == 0 ? Refusals.NothingChanged : $"statement {reached} of {_parsed.Script.Statements.Count}; {Refusals.NothingChanged}";
        var diagnostic = fault.ToDiagnostic(_request.Source, note);
        return fault.IsConflict ? new InConflict([diagnostic]) : new Failed([diagnostic]);
    }

    private string Hash()
    {
        var document = _request.Document is null ? "" : ValueText.Json(_request.Document);
        var arguments = _request.Arguments.Entries.Count == 0 ? "" : "\0" + ValueText.Json(_request.Arguments);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_request.Source.Text}\0{_parameters}\0{document}{arguments}")));
    }
}
