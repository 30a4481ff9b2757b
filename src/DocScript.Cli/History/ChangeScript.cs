using System.Globalization;
using System.Text;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Scripts;
using DocScript.Engine.Storage;

namespace DocScript.Cli.History;

/// <summary>
/// What a transaction did, written as a script without loops, conditions and parameters: each change is the command that makes it, with the value
/// that was there as its old-value check. What no command can do stands in a comment.
/// </summary>
internal sealed class ChangeScript
{
    /// <summary>How the scripts are to be run; ends with a line end.</summary>
    public const string Head = "# Each part is a script of its own: run it as its actor (--as; the scheduler's and those of hooks as anyone) at its time (DOCSCRIPT_NOW).\n";

    private readonly StringBuilder _text = new();
    private readonly string _actor;
    private bool _isRemark;

    private ChangeScript(string actor) => _actor = actor;

    /// <summary>
    /// The script of a transaction, or of one document in it; ends with a line end. What was edited in working copies is shown to its actor. To everyone else it is edited
    /// when it is checked in, and so it is in the log of one document.
    /// </summary>
    public static string Of(JournalEntry entry, string viewer, long? only = null)
    {
        var script = new ChangeScript(entry.Actor);
        script.Line($"# transaction {entry.Transaction} at {DateValue.ToShortIso(entry.Instant)} by {ValueLiteral.OneLine(entry.Actor)}{(entry.Undoes is { } undoes ? ", undoes " + undoes : "")}");
        var showsCopies = only is null && entry.Actor == viewer;
        var rows = entry.Rows.Where(row => row.Header.IsPublic || (showsCopies && row.Header.WorkingCopyOf is not null));
        foreach (var document in rows.GroupBy(row => row.Header.WorkingCopyOf ?? row.Document).Where(group => only is null || group.Key == only).OrderBy(group => group.Key))
            script.Document(document.Key, document.FirstOrDefault(row => row.Header.IsPublic), [.. document.Where(row => !row.Header.IsPublic)]);
        return script._text.ToString();
    }

    private void Document(long id, JournalRow? row, IReadOnlyList<JournalRow> copies)
    {
        var steps = DocumentSteps.Of(row, copies).ToList();
        if (steps.Count == 0) return;
        if (steps.Exists(step => step.Change is Restored or Purged))
        {
            Line($"# document {Number(id)} was {(steps.Exists(step => step.Change is Purged) ? "purged" : "restored as it was")}: no command does this");
            foreach (var step in steps.Where(step => step.Change is not (Restored or Purged))) Change(step with { IsRemark = true }, null);
            return;
        }

        var created = steps.Select(step => step.Change).OfType<Created>().FirstOrDefault()?.Initial;
        if (created is null) Line($"use {Number(id)} {{");
        else
        {
            Line($"# document {Number(created.Id)}");
            Line(DocumentScript.Create(created) + " {");
        }
        if (row is null) Line("    # in the working copy");
        Change? previous = null;
        foreach (var step in steps)
        {
            Change(step, previous);
            previous = step.Change;
        }

        Line("}");
    }

    private void Change(Step step, Change? previous)
    {
        _isRemark = step.IsRemark;
        Change(step.Change, previous);
        _isRemark = false;
    }

    private void Change(Change change, Change? previous)
    {
        switch (change)
        {
            case Created created:
                foreach (var subtree in created.Initial.Components.ToSubtrees()) Insert(subtree, DocumentScript.AtEnd);
                break;
            case TitleSet set:
                Line($"    set title = {ValueLiteral.Quoted(set.Title)} was {ValueLiteral.Quoted(set.Was)}");
                break;
            case MetadataSet set:
                var path = string.Join('.', set.Path.Names.Select(ScriptName.Of));
                Line((set.Value is null ? $"    unset meta {path}" : $"    set meta {path} = {ValueLiteral.Of(set.Value)}") + Was(set.Was));
                break;
            case DirectiveSet set:
                Line($"    set {ScriptName.OfComponent(set.Component)}.{ScriptName.Of(set.Directive)} = {ValueLiteral.Of(set.Value)}{Was(set.Was)}");
                break;
            case StyleSet set:
                Line("    " + DocumentScript.Style(ScriptName.OfComponent(set.Component) + (set.Directive is null ? "" : "." + ScriptName.Of(set.Directive)), set.Property, set.Value) + Was(set.Was));
                break;
            case ConditionSet set:
                Line("    " + DocumentScript.Condition(set.Component, set.Name, set.Value) + Was(set.Was));
                break;
            case ComponentInserted inserted:
                Insert(inserted.Subtree, Place(inserted.Location));
                break;
            case ComponentMoved moved:
                Line($"    move {ScriptName.OfComponent(moved.Id)} {Place(moved.To)}");
                break;
            case ComponentRemoved removed:
                Line($"    remove {ScriptName.OfComponent(removed.Subtree.Id)}");
                break;
            case Published or PublicationRestored { Publication: not null }:
                Line("    publish");
                break;
            case Unpublished or PublicationRestored:
                Line("    unpublish");
                break;
            case Deleted:
                Line("    delete");
                break;
            case ScheduleSet { Failure: { } why } set:
                Line($"    cancel {ScheduleKinds.NameOf(set.Kind)}  # {ValueLiteral.OneLine(why)}");
                break;
            case ScheduleSet { At: { } at } set:
                Line($"    schedule {ScheduleKinds.NameOf(set.Kind)} at \"{DateValue.ToShortIso(at)}\"");
                break;
            case ScheduleSet set:
                Line($"    cancel {ScheduleKinds.NameOf(set.Kind)}");
                break;
            case EmbargoSet { Embargo: { } embargo }:
                Line($"    embargo{(embargo.Until is { } until ? $" until \"{DateValue.ToShortIso(until)}\"" : "")}{(embargo.Reason is { } reason ? " because " + ValueLiteral.Quoted(reason) : "")}");
                break;
            case EmbargoSet:
                Line("    lift embargo");
                break;
            case UpdatedKept:
                Line("    keep updated");
                break;
            case CheckoutSet { Checkout: not null }:
                Line("    checkout");
                break;
            case CheckoutSet { IsCheckin: false } set:
                Line($"    undo checkout{(set.Was?.Actor == _actor ? "" : " by force")}");
                break;
            case CheckoutSet:
                // The named version after it says the rest.
                break;
            case NamedVersionSet { Version: var version }:
                Line($"    {(previous is CheckoutSet { IsCheckin: true } ? "checkin" : $"# named version {Number(version.Number)}")}{(version.Description.Length == 0 ? "" : " " + ValueLiteral.Quoted(version.Description))}{(version.Fields.Count == 0 ? "" : " with " + ValueLiteral.Of(version.Fields))}");
                break;
            default:
                Line($"    # {change.GetType().Name}: no command does this");
                break;
        }
    }

    private void Insert(Subtree root, string place)
    {
        foreach (var line in DocumentScript.Insert(root, place)) Line("    " + line);
    }

    private static string Place(Location location) => location switch
    {
        { Previous: { } previous } => "after " + ScriptName.OfComponent(previous),
        { Parent: { } parent, Container: { } container } => $"first in {ScriptName.OfComponent(parent)}.{ScriptName.Of(container)}",
        { Parent: { } parent } => "first in " + ScriptName.OfComponent(parent),
        _ => "at start",
    };

    private static string Was(Value? was) => was is null ? "" : " was " + ValueLiteral.Of(was);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Line(string line)
    {
        var text = line.TrimStart(' ');
        _text.Append(line, 0, line.Length - text.Length).Append(_isRemark ? "# " : "").Append(text).Append('\n');
    }
}
