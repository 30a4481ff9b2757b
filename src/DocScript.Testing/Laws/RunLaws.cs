using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Json;
using DocScript.Engine;
using DocScript.Engine.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Formatting;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Testing.Cases;

namespace DocScript.Testing.Laws;

/// <summary>What holds for every script, whatever it says.</summary>
internal sealed class RunLaws(ILawWorld world, CommandGrammar grammar)
{
    private readonly List<BrokenLaw> _broken = [];

    public IReadOnlyList<BrokenLaw> Broken => _broken;

    /// <summary>Formatting and printing give the same tree; formatting twice changes nothing.</summary>
    public void Formatting()
    {
        var parsed = ScriptParser.Parse(world.Request.Source, grammar);
        if (!parsed.IsValid) return;
        var formatted = Formatter.Format(parsed, grammar);
        var again = Parse(formatted);
        Hold(Law.Formatting, again.IsValid && again.Script == parsed.Script, $"the formatted script says something else:\n{formatted}");
        if (again.IsValid) Hold(Law.Formatting, Formatter.Format(again, grammar) == formatted, $"formatting twice changes the script again:\n{formatted}");
        var printed = Printer.Print(parsed.Script);
        Hold(Law.Formatting, Parse(printed) is { IsValid: true } reparsed && reparsed.Script == parsed.Script, $"the printed script says something else:\n{printed}");
    }

    /// <summary>
    /// A plan changes nothing, says the same each time and what the run does; the run breaks no rule of the design; a failed run changes nothing; history replays; undo restores,
    /// and undo of it does it again. Answers the run's result.
    /// </summary>
    public async Task<RunResult> RunningAsync()
    {
        var (before, idsBefore) = (StoreDump.Of(world.Store), StoreDump.Ids(world.Store));
        var planned = await world.Engine().PlanAsync(world.Request);
        Hold(Law.PlansChangeNothing, StoreDump.Of(world.Store) == before, "the plan changed documents or journal");
        Hold(Law.PlansChangeNothing, StoreDump.Ids(world.Store) == idsBefore, "the plan drew ids");
        if (world.IsEnough(planned)) return planned;
        var again = await world.Engine().PlanAsync(world.Request);
        var isSteady = Shown(planned) == Shown(again);
        Hold(Law.Determinism, isSteady, $"on the same documents a plan says\n{Shown(planned)}\nand then\n{Shown(again)}");

        var ran = await world.RunAsync();
        Hold(Law.PlanIsRun, !isSteady || ran is Done { Repeated: true } || world.IsStoreBroken || Shown(planned) == Shown(ran), $"the plan says\n{Shown(planned)}\nbut the run\n{Shown(ran)}");
        if (ran is not Done done)
        {
            Hold(Law.FailuresChangeNothing, StoreDump.Of(world.Store) == before, "the script did not go well, but it changed documents or journal");
            return ran;
        }

        Rules(done);
        Replay();
        if (done.Documents.IsEmpty || done.Repeated || IsEditedSince(done)) return ran;
        await UndoAndRedoAsync(done);
        Replay();
        return ran;
    }

    // What stood there before outlived an earlier design, and stays.
    private void Rules(Done done)
    {
        using var reader = world.Store.Read();
        var design = DesignDocument.Of(reader);
        foreach (var (before, after) in done.Documents.Select(document => (document.Before, document.Changes.After)).Where(pair => pair.After.Header is { IsShown: true, Deleted: false }))
        {
            var violations = DesignImpact.NewViolations(before is null ? null : (before, design), (after, design));
            Hold(Law.Design, violations.Count == 0, $"document {after.Id} breaks {(violations.Count == 1 ? "a rule" : "rules")} of the design that it kept before:\n{string.Join('\n', violations.Select(violation => violation.Message))}");
        }
    }

    // By hooks after its events, so that its undo is refused.
    private bool IsEditedSince(Done done)
    {
        using var reader = world.Store.Read();
        return reader.Journal(done.Position!.Value).Any(entry => entry.Rows.Any(row => done.Documents.Any(document => document.Changes.Id == row.Document)));
    }

    private async Task UndoAndRedoAsync(Done done)
    {
        var engine = world.Engine(ids: 'u');
        var actor = world.Request.Actor;
        var undoing = await engine.UndoAsync(done.Transaction, actor);
        // Checkouts, check-ins and what came and went with a working copy are not undone.
        var isOnlyCheckout = done.Documents.All(document => document.Changes.Changes.All(change => change is CheckoutSet or NamedVersionSet || (document.Changes.After.Header.WorkingCopyOf is not null && (change is Created || document.Changes.After.Header.Deleted))));
        if (isOnlyCheckout)
        {
            Hold(Law.Undo, undoing is InConflict, "a run that only checked out or in was undone");
            return;
        }

        // A hook of the user may refuse an undo too.
        if (undoing is not Done && CaseOutcome.DiagnosticsOf(undoing).Any(diagnostic => diagnostic.Code.Id is "DS6004" or "DS6201")) return;
        if (undoing is not Done undone)
        {
            Hold(Law.Undo, false, $"the run can't be undone: {Shown(undoing)}");
            return;
        }

        var compared = done.Documents.Where(document => document.Changes.After.Header.IsShown && !IsHeldToo(document, done)).ToList();
        foreach (var document in compared)
            HoldContent(Law.Undo, "undo", document, document is { Changes: { After.Header.IsPublic: false, Changes: [Created made, ..] } } ? made.Initial : document.Before);
        if (await engine.UndoAsync(undone.Transaction, actor) is not Done)
        {
            Hold(Law.Redo, false, "the undo can't be undone");
            return;
        }

        foreach (var document in compared)
            HoldContent(Law.Redo, "undo of the undo", document, document.Changes.After);
    }

    // What was edited both in the document and, checked out by the same run, in its working copy is undone in the copy; where only the copy was edited, that is compared.
    private static bool IsHeldToo(ChangedDocument document, Done done)
    {
        var header = document.Changes.After.Header;
        if (header.IsPublic) return done.Documents.Any(other => other.Changes.After.Header is { IsShown: true } copy && copy.WorkingCopyOf == header.Id);
        return done.Documents.Any(other => other.Changes.Id == header.WorkingCopyOf && other.Changes.Changes.Any(change => change.IsEdit));
    }

    private void Replay()
    {
        using var reader = world.Store.Read();
        foreach (var id in reader.Journal(0).SelectMany(entry => entry.Rows).Select(row => row.Document).Distinct())
        {
            var replayed = reader.History(id).Aggregate((Document?)null, (document, row) => Document.Commit(document, row.Changes, row.Instant));
            var (expected, actual) = (Whole(reader.Load(id)!), Whole(replayed!));
            Hold(Law.Replay, expected == actual, $"replaying the journal gives\n{actual}\nbut the store has\n{expected}");
        }
    }

    private void HoldContent(Law law, string what, ChangedDocument document, Document? expected)
    {
        using var reader = world.Store.Read();
        var actual = reader.Load(document.Changes.Id);
        // Whoever holds a document undoes edits in the working copy; what else was done, was done to the public document.
        if (actual is not null && document.Changes.Changes.Any(change => change.IsEdit)) actual = WorkingCopies.Find(reader, actual, world.Request.Actor) ?? actual;
        var (left, right) = (Content(actual), Content(expected));
        Hold(law, left == right, $"{what} left\n{Shown(left)}\nin place of\n{Shown(right)}");
    }

    // Counters, times and the flag of unpublished changes go on; all else must be as it was. What is deleted is as good as what never was.
    private static Document? Content(Document? document) => document is null or { Header.Deleted: true } ? null : document with
    {
        Header = document.Header with { Version = 0, Sequence = 0, Unchanged = false, Created = default, Updated = default, Committed = default, Checkout = null, LastVersion = 0, NamedVersions = 0 },
    };

    private static string Shown(Document? document) => document is null ? "no document" : Whole(document);

    private static string Whole(Document document) => StoreDump.Written(writer => DocumentJson.Write(writer, document));

    // What is told of hooks after events no plan can say.
    private static string Shown(RunResult result)
    {
        if (result is Done { Warnings: { IsEmpty: false } warnings } whole) result = whole with { Warnings = [.. warnings.Where(warning => !EventCodes.IsToldAfter(warning.Code))] };
        var outcome = string.Join('\n', CaseOutcome.Of(result, null).Sections.Select(section => $"{section.Key}: {section.Value}"));
        return result is Done done ? $"{done.Transaction}\n{outcome}\n{string.Join('\n', done.Documents.Select(document => Whole(document.Changes.After)))}" : outcome;
    }

    private ParseResult Parse(string text) => ScriptParser.Parse(new SourceText("case", text), grammar);

    private void Hold(Law law, bool holds, string otherwise)
    {
        if (!holds) _broken.Add(new(law, otherwise));
    }
}
