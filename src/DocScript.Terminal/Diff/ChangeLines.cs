using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;

namespace DocScript.Terminal.Diff;

/// <summary>One change as lines: mostly one; an inserted or removed component has one for each component below it too.</summary>
internal static class ChangeLines
{
    public static IEnumerable<IReadOnlyList<Piece>> Of(Change change) => change switch
    {
        TitleSet set => [Property("title", new Documents.Values.TextValue(set.Was), new Documents.Values.TextValue(set.Title))],
        MetadataSet set => [Property("meta " + string.Join('.', set.Path.Names.Select(NameText.Of)), set.Was, set.Value)],
        DirectiveSet set => [Property(NameText.Of(set.Component) + "." + NameText.Of(set.Directive), set.Was, set.Value)],
        StyleSet set => [Property($"{Holder(set)} style {NameText.Of(set.Property)}", set.Was, set.Value)],
        ConditionSet set => [Property($"{NameText.Of(set.Component)} condition {NameText.Of(set.Name)}", set.Was, set.Value)],
        ComponentInserted inserted => SubtreeLines.Of(inserted.Subtree, PlaceText.Of(inserted.Location), came: true),
        ComponentRemoved removed => SubtreeLines.Of(removed.Subtree, "", came: false),
        ComponentMoved moved =>
        [
            [
                new("> ", Style.Moved),
                new(NameText.Of(moved.Id), Style.Place),
                new(" moved: "),
                new(PlaceText.Of(moved.From), Style.Removed),
                new(" -> ", Style.Faint),
                new(PlaceText.Of(moved.To), Style.Added),
            ],
        ],
        Published published => [[new("^ published", Style.Published), new(Publication(published.Publication), Style.Faint)]],
        Unpublished unpublished => [[new("v unpublished", Style.Published), new($" (was publication {Number(unpublished.Was)})", Style.Faint)]],
        PublicationRestored { Publication: { } publication } => [[new("^ published again", Style.Published), new(Publication(publication), Style.Faint)]],
        PublicationRestored => [[new("v unpublished", Style.Published)]],
        Created created => Whole(created.Initial),
        Deleted => [[new("- deleted", Style.Removed)]],
        Restored => [[new("+ restored as it was", Style.Added)]],
        Purged => [[new("- purged: what it held is gone for good", Style.Removed)]],
        ScheduleSet set => [PublishControlLines.Of(set)],
        EmbargoSet set => [PublishControlLines.Of(set)],
        CheckoutSet { Checkout: { } checkout } => [[new("> checked out", Style.Moved), new(" by " + NameText.Of(checkout.Actor), Style.Faint)]],
        CheckoutSet { IsCheckin: true } => [[new("< checked in", Style.Moved)]],
        CheckoutSet => [[new("< checkout undone", Style.Moved)]],
        NamedVersionSet { IsAdded: true, Version: var version } => [[new("+ named version ", Style.Added), new(Number(version.Number), Style.Place), new(version.Description.Length == 0 ? "" : " " + Documents.Values.ValueLiteral.Quoted(version.Description, 100))]],
        UpdatedKept => [[new("= 'updated' stays as it was", Style.Faint)]],
        _ => [[new("~ " + change.GetType().Name, Style.Changed)]],
    };

    // The heading says already that the document is new and what its title is.
    private static IEnumerable<IReadOnlyList<Piece>> Whole(Document initial) =>
    [
        .. initial.Metadata.Entries.Select(entry => Property("meta " + NameText.Of(entry.Key), null, entry.Value)),
        .. initial.Components.ToSubtrees().SelectMany(subtree => SubtreeLines.Of(subtree, "", came: true)),
    ];

    private static IReadOnlyList<Piece> Property(string name, Documents.Values.Value? was, Documents.Values.Value? value)
    {
        var mark = (was, value) switch
        {
            (null, _) => new Piece("+ ", Style.Added),
            (_, null) => new Piece("- ", Style.Removed),
            _ => new Piece("~ ", Style.Changed),
        };
        return [mark, new(name), new(" "), .. ValueChange.Pieces(was, value)];
    }

    private static string Holder(StyleSet set) => NameText.Of(set.Component) + (set.Directive is null ? "" : "." + NameText.Of(set.Directive));

    private static string Publication(long id) => $" (publication {Number(id)})";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
