using System.Globalization;
using System.Text;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Terminal;

namespace DocScript.Cli.History;

/// <summary>
/// What a transaction did, written as a script without loops, conditions and parameters: each change is the command that makes it, with the value
/// that was there as its old-value check. What no command can do stands in a comment.
/// </summary>
internal sealed class ChangeScript
{
    private readonly StringBuilder _text = new();

    /// <summary>The script of a transaction, or of one document in it; ends with a line end.</summary>
    public static string Of(JournalEntry entry, long? only = null)
    {
        var script = new ChangeScript();
        script.Line($"# transaction {entry.Transaction} at {DateValue.ToShortIso(entry.Instant)} by {OneLine(entry.Actor)}{(entry.Undoes is { } undoes ? ", undoes " + undoes : "")}");
        foreach (var row in entry.Rows.Where(row => row.Header.IsShown && (only is null || row.Document == only))) script.Document(row);
        return script._text.ToString();
    }

    private void Document(JournalRow row)
    {
        var changes = row.Changes.AsEnumerable();
        if (row.Header.WorkingCopyOf is { } original)
        {
            Line($"# in the working copy of document {Number(original)}");
            Line($"use {Number(original)} {{");
            changes = changes.Where(change => change is not Created);
        }
        else if (row.Changes is [Created created, ..])
        {
            var initial = created.Initial;
            var key = initial.Header.Key == Number(initial.Id) ? "" : $" key {ValueLiteral.Quoted(initial.Header.Key)}";
            var metadata = initial.Metadata.Entries.Count == 0 ? "" : " with " + ValueLiteral.Of(initial.Metadata);
            Line($"# document {Number(initial.Id)}");
            Line($"create {ScriptName.Of(initial.Header.ContentType)}{key} title {ValueLiteral.Quoted(initial.Title)}{metadata} {{");
            foreach (var subtree in initial.Components.ToSubtrees()) Insert(subtree, "at end");
            changes = changes.Skip(1);
        }
        else
        {
            Line($"use {Number(row.Document)} {{");
        }

        foreach (var change in changes) Change(change);
        Line("}");
    }

    private void Change(Change change)
    {
        switch (change)
        {
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
                Style(ScriptName.OfComponent(set.Component) + (set.Directive is null ? "" : "." + ScriptName.Of(set.Directive)), set.Property, set.Value, Was(set.Was));
                break;
            case ConditionSet set:
                Condition(set.Component, set.Name, set.Value, Was(set.Was));
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
                Line($"    cancel {Kind(set)}  # {OneLine(why)}");
                break;
            case ScheduleSet { At: { } at } set:
                Line($"    schedule {Kind(set)} at \"{DateValue.ToShortIso(at)}\"");
                break;
            case ScheduleSet set:
                Line($"    cancel {Kind(set)}");
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
            case CheckoutSet { IsCheckin: false }:
                Line("    undo checkout");
                break;
            case CheckoutSet:
                Line("    # checked in");
                break;
            case NamedVersionSet { Version: var version }:
                Line($"    # named version {Number(version.Number)} {ValueLiteral.Quoted(version.Description)}{(version.Fields.Count == 0 ? "" : " with " + ValueLiteral.Of(version.Fields))}");
                break;
            default:
                Line($"    # {change.GetType().Name}: no command does this");
                break;
        }
    }

    private static string Kind(ScheduleSet set) => set.Kind is ScheduleKind.Publish ? "publish" : "unpublish";

    private void Insert(Subtree root, string rootPlace)
    {
        var stack = new Stack<(Subtree Subtree, string Place)>();
        stack.Push((root, rootPlace));
        while (stack.TryPop(out var at))
        {
            var subtree = at.Subtree;
            var content = subtree.Content.Entries.Count == 0 ? "" : " with " + ValueLiteral.Of(subtree.Content);
            Line($"    insert {ScriptName.Of(subtree.Type)} as {ScriptName.Of(subtree.Id)} {at.Place}{content}");
            if (subtree.Fixed) Line("    # … at a fixed position");
            foreach (var (property, value) in subtree.Styles.Entries) Style(ScriptName.OfComponent(subtree.Id), property, value, "");
            foreach (var (name, value) in subtree.Conditions.Entries) Condition(subtree.Id, name, value, "");
            Remark("data", subtree.Data);
            foreach (var container in subtree.Containers.Reverse())
                foreach (var child in container.Children.Reverse())
                    stack.Push((child, $"last in {ScriptName.OfComponent(subtree.Id)}.{ScriptName.Of(container.Name)}"));
        }
    }

    private void Style(string holder, string property, Value? value, string was) => Line($"    set {holder} style {ScriptName.Of(property)} = {ValueLiteral.Of(value)}{was}");

    private void Condition(string component, string name, Value? value, string was) => Line(
        $"    {(Rules.ConditionExists(name) is null ? "" : "# … no command does this: ")}set {ScriptName.OfComponent(component)} condition {ScriptName.Of(name)} = {ValueLiteral.Of(value)}{was}");

    private void Remark(string what, ObjectValue value)
    {
        if (value.Entries.Count > 0) Line($"    # … with {what} {ValueLiteral.Of(value)}");
    }

    private static string Place(Location location) => location switch
    {
        { Previous: { } previous } => "after " + ScriptName.OfComponent(previous),
        { Parent: { } parent, Container: { } container } => $"first in {ScriptName.OfComponent(parent)}.{ScriptName.Of(container)}",
        { Parent: { } parent } => "first in " + ScriptName.OfComponent(parent),
        _ => "at start",
    };

    private static string Was(Value? was) => was is null ? "" : " was " + ValueLiteral.Of(was);

    private static string OneLine(string text) => ValueLiteral.Escaped(text);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Line(string line) => _text.Append(line).Append('\n');
}
