using System.Text.Json.Nodes;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>Runs a walk on both sides and explains what differs; rulings are counted.</summary>
internal sealed class Comparison(Framework framework)
{
    private readonly Dictionary<Ruling, int> _used = [];

    /// <summary>How often each ruling explained a difference.</summary>
    public IReadOnlyDictionary<Ruling, int> Used => _used;

    /// <summary>How many commands were compared.</summary>
    public int Commands { get; private set; }

    /// <summary>How many of them both sides did.</summary>
    public int DoneByBoth { get; private set; }

    /// <summary>How many of them both sides refused.</summary>
    public int RefusedByBoth { get; private set; }

    /// <summary>What nothing explains, or null.</summary>
    public async Task<string?> UnexplainedAsync(Walk walk)
    {
        var design = FrameworkDesign.Ours(walk.Design);
        await using var ours = await OurSide.ImportAsync(design, walk.Content);
        var start = ours.Export();
        var met = await RunAsync(ours, walk.Steps);
        if (await DiffersAsOneScriptAsync(design, walk.Content, met) is { } difference) return difference;

        var answer = framework.Ask(new JsonObject
        {
            ["design"] = FrameworkDesign.Theirs(walk.Design),
            ["content"] = ValueNode.Of(start),
            ["steps"] = new JsonArray([.. met.Select(step => (JsonNode)new JsonObject { ["command"] = step.Command.ToFramework(step.Before), ["then"] = ValueNode.Of(step.Exported) })]),
        });
        if (answer.TryGetProperty("failed", out var failed)) return $"the framework can't read what we wrote: {failed}";

        var before = ValueJson.Read(answer.GetProperty("read"));
        foreach (var (step, said) in met.Zip(answer.GetProperty("steps").EnumerateArray()))
        {
            var encounter = step.With(said, before);
            if (Unexplained(encounter) is { } unexplained) return $"{unexplained}\n{encounter}\nbefore:\n{string.Join('\n', met.TakeWhile(other => other != step).Select(other => other.Command.Script))}";
            before = encounter.Read;
        }

        return null;
    }

    private static async Task<IReadOnlyList<Encounter>> RunAsync(OurSide ours, IReadOnlyList<Step> steps)
    {
        var met = new List<Encounter>();
        foreach (var step in steps)
        {
            var before = ours.Document;
            var command = step.On(ours.Design, before, met.Count + 1);
            var refusal = await ours.RunAsync(command.Script);
            var after = ours.Document;
            if (command is InsertCommand { Id: null } insert) command = insert with { MadeUp = after.Components.Ids.Except(before.Components.Ids, StringComparer.Ordinal).SingleOrDefault() };
            met.Add(new Encounter(command, ours.Design, before, after, ours.Export(), refusal));
        }

        return met;
    }

    // The commands that went well, as one script, do the same at once.
    private static async Task<string?> DiffersAsOneScriptAsync(JsonObject design, Value content, IReadOnlyList<Encounter> met)
    {
        var script = string.Join('\n', met.Where(step => !step.WeRefused).Select(step => step.Command is InsertCommand { MadeUp: { } id } insert ? (insert with { Id = id }).Script : step.Command.Script));
        await using var whole = await OurSide.ImportAsync(design, content);
        if (await whole.RunAsync(script) is { } refusal) return $"one by one the commands run, as one script they don't: {refusal.Message}\n{script}";
        return met.Count == 0 || whole.Export() == met[^1].Exported ? null : $"as one script the commands do something else\n{script}";
    }

    private string? Unexplained(Encounter met)
    {
        Commands++;
        if (met.WeRefused && met.Read != met.TheirBefore) return "we refused it and changed the document";
        if (met.WeRefused != met.TheyRefused)
            return Explained(Rulings.Refusals, met) ? UnexplainedForm(met) : "one did it, the other did not";
        if (met.WeRefused)
        {
            RefusedByBoth++;
            if (!met.TheyChangedNothing) Count(Rulings.HalfDone);
            return UnexplainedForm(met);
        }

        DoneByBoth++;
        if (met.Violated.Count > 0) return "we did what violates a rule of theirs";
        return UnexplainedPart(Rulings.Effects, met, Difference.Between(met.Read, met.Made)) ?? UnexplainedForm(met);
    }

    private string? UnexplainedForm(Encounter met) => UnexplainedPart(Rulings.Forms, met, Difference.Between(met.Exported, met.Read));

    private string? UnexplainedPart(IReadOnlyList<(Ruling Ruling, Func<Encounter, Difference, bool> Explains)> table, Encounter met, IReadOnlyList<Difference> differences)
    {
        foreach (var difference in differences)
        {
            if (table.FirstOrDefault(row => row.Explains(met, difference)).Ruling is not { } ruling) return difference.ToString();
            Count(ruling);
        }

        return null;
    }

    private bool Explained(IReadOnlyList<(Ruling Ruling, Func<Encounter, bool> Explains)> table, Encounter met)
    {
        if (table.FirstOrDefault(row => row.Explains(met)).Ruling is not { } ruling) return false;
        Count(ruling);
        return true;
    }

    private void Count(Ruling ruling) => _used[ruling] = _used.GetValueOrDefault(ruling) + 1;
}
