using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Json;
using DocScript.Engine;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Formatting;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Testing.Cases;

/// <summary>What holds for every script, whatever it says.</summary>
internal sealed class CaseLaws(CaseWorld world, CommandGrammar grammar)
{
    private readonly List<string> _broken = [];

    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Formatting and printing give the same tree; formatting twice changes nothing.</summary>
    public void Formatting()
    {
        var parsed = ScriptParser.Parse(world.Request.Source, grammar);
        if (!parsed.IsValid) return;
        var formatted = Formatter.Format(parsed, grammar);
        var again = Parse(formatted);
        Law(again.IsValid && again.Script == parsed.Script, $"the formatted script says something else:\n{formatted}");
        if (again.IsValid) Law(Formatter.Format(again, grammar) == formatted, $"formatting twice changes the script again:\n{formatted}");
        var printed = Printer.Print(parsed.Script);
        Law(Parse(printed) is { IsValid: true } reparsed && reparsed.Script == parsed.Script, $"the printed script says something else:\n{printed}");
    }

    /// <summary>A plan changes nothing and says what the run does; a failed run changes nothing; history replays; undo restores, and undo of it does it again.</summary>
    public async Task RunningAsync()
    {
        var (before, idsBefore) = (StoreDump.Of(world.Store), StoreDump.Ids(world.Store));
        var planned = await world.Engine().PlanAsync(world.Request);
        Law(StoreDump.Of(world.Store) == before, "the plan changed documents or journal");
        Law(StoreDump.Ids(world.Store) == idsBefore, "the plan drew ids");

        var ran = await world.RunAsync();
        Law(ran is Done { Repeated: true } || world.Options.Problem is not null || Shown(planned) == Shown(ran), $"the plan says\n{Shown(planned)}\nbut the run\n{Shown(ran)}");
        if (ran is not Done done)
        {
            Law(StoreDump.Of(world.Store) == before, "the script did not go well, but it changed documents or journal");
            return;
        }

        Replay();
        if (done.Documents.IsEmpty || done.Repeated) return;
        await UndoAndRedoAsync(done);
        Replay();
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
            Law(undoing is InConflict, "a run that only checked out or in was undone");
            return;
        }

        if (undoing is not Done undone)
        {
            Law(false, $"the run can't be undone: {Shown(undoing)}");
            return;
        }

        var compared = done.Documents.Where(document => document.Changes.After.Header.IsShown && !IsHeldToo(document, done)).ToList();
        foreach (var document in compared)
            LawOfContent("undo", document.Changes.Id, document is { Changes: { After.Header.IsPublic: false, Changes: [Created made, ..] } } ? made.Initial : document.Before);
        if (await engine.UndoAsync(undone.Transaction, actor) is not Done)
        {
            Law(false, "the undo can't be undone");
            return;
        }

        foreach (var document in compared)
            LawOfContent("undo of the undo", document.Changes.Id, document.Changes.After);
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
            Law(expected == actual, $"replaying the journal gives\n{actual}\nbut the store has\n{expected}");
        }
    }

    private void LawOfContent(string what, long id, Document? expected)
    {
        using var reader = world.Store.Read();
        var actual = reader.Load(id);
        // Whoever holds a document undoes in the working copy.
        var (left, right) = (Content(actual is null ? null : WorkingCopies.Find(reader, actual, world.Request.Actor) ?? actual), Content(expected));
        Law(left == right, $"{what} left\n{Shown(left)}\nin place of\n{Shown(right)}");
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

    private void Law(bool holds, string otherwise)
    {
        if (!holds) _broken.Add(otherwise);
    }
}
