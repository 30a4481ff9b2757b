using System.Globalization;
using System.Text;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;

namespace DocScript.Testing.Cases;

/// <summary>What a transaction did, one line a change, in words that don't depend on how people are shown it.</summary>
internal static class ChangeText
{
    public static string Of(IEnumerable<ChangedDocument> documents) => string.Join('\n', documents.SelectMany(Lines));

    private static IEnumerable<string> Lines(ChangedDocument document)
    {
        var (before, after) = (document.Before?.Header, document.Changes.After.Header);
        var version = before is null || before.Version == after.Version ? Number(after.Version) : $"{Number(before.Version)} -> {Number(after.Version)}";
        var published = after.Publication is null ? "" : after.Unchanged ? ", published" : ", published and changed since";
        yield return $"{(after.WorkingCopyOf is { } original ? $"working copy of document {Number(original)}" : $"document {Number(after.Id)}")}, version {version}{published}";
        foreach (var change in document.Changes.Changes)
            foreach (var line in Lines(change))
                yield return "  " + line;
    }

    private static IEnumerable<string> Lines(Change change) => change switch
    {
        Created { Initial: var document } => [$"created {document.Header.ContentType} key {document.Header.Key} title {Quoted(document.Title)}{(document.Metadata == ObjectValue.Empty ? "" : $" with {Json(document.Metadata)}")}"],
        Deleted => ["deleted"],
        Restored => ["restored"],
        Purged => ["purged"],
        TitleSet title => [$"title {Quoted(title.Was)} -> {Quoted(title.Title)}"],
        MetadataSet metadata => [$"meta {metadata.Path} {Json(metadata.Was)} -> {Json(metadata.Value)}"],
        DirectiveSet directive => [$"{directive.Component}.{directive.Directive} {Json(directive.Was)} -> {Json(directive.Value)}"],
        StyleSet style => [$"{style.Component}{(style.Directive is null ? "" : "." + style.Directive)} style {style.Property} {Json(style.Was)} -> {Json(style.Value)}"],
        ConditionSet condition => [$"{condition.Component} condition {condition.Name} {Json(condition.Was)} -> {Json(condition.Value)}"],
        ComponentInserted inserted => Subtree($"+ {At(inserted.Location)}: ", inserted.Subtree),
        ComponentRemoved removed => Subtree($"- {At(removed.Location)}: ", removed.Subtree),
        ComponentMoved moved => [$"{moved.Id} moved from {At(moved.From)} to {At(moved.To)}"],
        Published published => [$"published as {Number(published.Publication)}{(published.Was is { } was ? $" after {Number(was)}" : "")}"],
        Unpublished unpublished => [$"unpublished {Number(unpublished.Was)}"],
        PublicationRestored restored => [$"publication {Number(restored.Was)} -> {Number(restored.Publication)}"],
        ScheduleSet schedule => [$"{ScheduleKinds.NameOf(schedule.Kind)} at {Instant(schedule.Was)} -> {Instant(schedule.At)}{(schedule.Failure is { } why ? $" because it failed: {why}" : "")}"],
        EmbargoSet embargo => [$"embargo {Embargo(embargo.Was)} -> {Embargo(embargo.Embargo)}"],
        UpdatedKept => ["updated kept"],
        CheckoutSet { Checkout: { } checkout } => [$"checked out by {checkout.Actor}"],
        CheckoutSet { IsCheckin: true } set => [$"checked in by {set.Was?.Actor}"],
        CheckoutSet set => [$"checkout of {set.Was?.Actor} undone, last version {Number(set.LastVersion)}"],
        NamedVersionSet { Version: var named } => [$"named version {Number(named.Number)} of version {Number(named.Version)} by {named.Actor} {Quoted(named.Description)}{(named.Fields == ObjectValue.Empty ? "" : $" with {Json(named.Fields)}")}"],
        _ => throw new InvalidOperationException($"no words for {change.GetType().Name}"),
    };

    private static IEnumerable<string> Subtree(string prefix, Subtree subtree)
    {
        var line = new StringBuilder(prefix).Append(subtree.Type).Append(' ').Append(subtree.Id);
        if (subtree.Fixed) line.Append(" fixed");
        if (subtree.Content != ObjectValue.Empty) line.Append(' ').Append(Json(subtree.Content));
        yield return line.ToString();
        foreach (var container in subtree.Containers)
            foreach (var child in container.Children)
                foreach (var below in Subtree($"  {container.Name}: ", child))
                    yield return below;
    }

    private static string At(Location location) => string.Join(' ', new[]
    {
        location.Parent is null ? "root" : $"{location.Parent}.{location.Container}",
        location.Previous is null ? null : $"after {location.Previous}",
        location.Next is null ? null : $"before {location.Next}",
    }.Where(part => part is not null));

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Instant(DateTimeOffset? instant) => instant is { } given ? DateValue.ToShortIso(given) : "none";

    private static string Embargo(Embargo? embargo) => embargo is null
        ? "none"
        : (embargo.Until is { } until ? "until " + Instant(until) : "for good") + (embargo.Reason is { } reason ? " " + Quoted(reason) : "");

    private static string Quoted(string text) => Json(new TextValue(text));

    private static string Json(Value? value) => value is null ? "unset" : StoreDump.Written(writer => ValueJson.Write(writer, value));
}
