using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine;

namespace DocScript.Terminal.Diff;

/// <summary>What a transaction changes, for people: a heading for every document, a line for every change.</summary>
public static class TransactionDiff
{
    /// <summary>The lines of all documents with an empty one between them; system documents are left out, but for working copies.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(IEnumerable<ChangedDocument> documents, DiffHeight height)
    {
        var shown = 0;
        var more = 0;
        foreach (var document in documents.Where(IsShown))
        {
            if (shown == height.Documents)
            {
                more++;
                continue;
            }

            if (shown++ > 0) yield return [];
            yield return Heading(document);
            // The heading says already that it is deleted.
            foreach (var line in Changes(document.Changes.Changes.RemoveAll(change => change is Deleted), height.Lines)) yield return line;
        }

        if (more == 0) yield break;
        yield return [];
        yield return [new($"… and {Counted.Of(more, "more document")}", Style.Faint)];
    }

    /// <summary>The lines of changes, indented as below a heading.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Changes(ImmutableArray<Change> changes, int most)
    {
        var shown = 0;
        foreach (var line in Shown(changes).SelectMany(ChangeLines.Of))
        {
            if (shown++ == most)
            {
                yield return [new("    … more lines are not shown here; redirect the output to a file to see all", Style.Faint)];
                yield break;
            }

            yield return [new("    "), .. line];
        }
    }

    /// <summary>How much there is, in a few words: <c>2 documents to change, 1 to create, 0 to delete; 7 changes</c>; done, <c>2 documents changed, 1 created, …</c>.</summary>
    public static string Summary(IEnumerable<ChangedDocument> documents, bool done)
    {
        int created = 0, deleted = 0, changed = 0, changes = 0;
        foreach (var document in documents.Where(IsShown))
        {
            changes += Shown(document.Changes.Changes).Count();
            if (document.Changes.After.Header.Deleted) deleted++;
            else if (IsNew(document)) created++;
            else changed++;
        }

        if (changes == 0) return done ? "nothing changed" : "nothing to change";
        return done
            ? $"{Counted.Of(changed, "document")} changed, {Number(created)} created, {Number(deleted)} deleted; {Counted.Of(changes, "change")}"
            : $"{Counted.Of(changed, "document")} to change, {Number(created)} to create, {Number(deleted)} to delete; {Counted.Of(changes, "change")}";
    }

    private static IReadOnlyList<Piece> Heading(ChangedDocument document)
    {
        var after = document.Changes.After;
        var mark = after.Header.Deleted ? new Piece("- ", Style.Removed)
            : IsNew(document) ? new Piece("+ ", Style.Added)
            : new Piece("~ ", Style.Changed);
        return
        [
            mark,
            .. DocumentName(after.Header),
            new(" "),
            new(ValueLiteral.Quoted(document.Title, 100), Style.Strong),
        ];
    }

    /// <summary>Type, id and, where it was chosen, key: <c>article 42 release-notes</c>.</summary>
    public static IEnumerable<Piece> DocumentName(Header header)
    {
        yield return new(NameText.Of(header.ContentType));
        yield return new(" " + Number(header.WorkingCopyOf ?? header.Id), Style.Place);
        if (header.WorkingCopyOf is not null) yield return new(" (working copy)", Style.Faint);
        else if (header.Key != Number(header.Id)) yield return new(" " + header.Key, Style.Place);
    }

    private static bool IsShown(ChangedDocument document) => document.Changes.After.Header.IsShown;

    private static IEnumerable<Change> Shown(ImmutableArray<Change> changes) => changes.Where(change => change is not Created { Initial.Header.IsPublic: false });

    private static bool IsNew(ChangedDocument document) => document is { Before: null or { Header.Deleted: true }, Changes.After.Header.IsPublic: true };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
