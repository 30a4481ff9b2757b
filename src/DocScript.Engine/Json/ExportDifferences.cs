namespace DocScript.Engine.Json;

/// <summary>One way in which an exported document differs from the file it was imported from.</summary>
/// <param name="Name">A short name.</param>
/// <param name="Sentence">What differs and why.</param>
public sealed record ExportDifference(string Name, string Sentence);

/// <summary>
/// All the ways in which export differs from import; everything else comes back value for value. <c>docscript export --explain</c> prints them,
/// and a test compares import and export allowing exactly these.
/// </summary>
public static class ExportDifferences
{
    /// <summary>A component without an id, or with one that is taken.</summary>
    public static ExportDifference ComponentId { get; } = new(
        "component id",
        "a component that came without an id, or with that of an earlier component of the document, has one made of the document's id and the component's place, the same at every import");

    /// <summary><c>identifier</c> and <c>component</c>.</summary>
    public static ExportDifference BothNames { get; } = new(
        "component and identifier",
        "every component has both component and identifier (design.component), whichever of the two it came with");

    /// <summary>doc-html as a text.</summary>
    public static ExportDifference HtmlObject { get; } = new(
        "html object",
        "a doc-html directive that came as a text is an object {html}");

    /// <summary>Markup that an editable does not take.</summary>
    public static ExportDifference CleanMarkup { get; } = new(
        "clean markup",
        "an editable that came with markup that its design does not take is without it, its text kept");

    /// <summary>Includes at their defaults.</summary>
    public static ExportDifference IncludeDefault { get; } = new(
        "include default",
        "an include directive that was unset holds {service, params} where the design gives defaultParams");

    /// <summary>Containers that were left out.</summary>
    public static ExportDifference EveryContainer { get; } = new(
        "every container",
        "every container that the design declares is present, also when it is empty");

    /// <summary>Nothing where there is nothing.</summary>
    public static ExportDifference NothingEmpty { get; } = new(
        "nothing empty",
        "a metadata property or directive that came as null, an editable that came as \"\", and empty content, styles, conditions and data are left out");

    /// <summary>The title.</summary>
    public static ExportDifference OwnTitle { get; } = new(
        "title",
        "title is written only where it is not the metadata property title, key only where it is not the id");

    /// <summary>systemdata.</summary>
    public static ExportDifference Systemdata { get; } = new(
        "systemdata",
        "systemdata always has documentId, contentType, documentType and design, and id stands at the top too");

    /// <summary>Publications.</summary>
    public static ExportDifference Publication { get; } = new(
        "publication",
        "systemdata.publicationId is the store's own number while the document is public, and missing while it is not");

    /// <summary>Schedules and embargoes.</summary>
    public static ExportDifference PublishControl { get; } = new(
        "publish control",
        "schedules for publishing or taking off and embargoes are not written: whoever imports the file sets them again");

    /// <summary>Named versions.</summary>
    public static ExportDifference NamedVersions { get; } = new(
        "named versions",
        "a document is written as it is now, without its history and named versions, which stay in the store");

    /// <summary>Checkouts.</summary>
    public static ExportDifference OpenCheckout { get; } = new(
        "checkout",
        "of a document that is checked out the public one is written: who has it, and what changed in the working copy, is not");

    /// <summary>Whether a document has any of what is not written at all: publish control, a checkout or named versions.</summary>
    public static bool LeavesOut(Header document) => document is not { PublishAt: null, UnpublishAt: null, Embargo: null, Checkout: null, NamedVersions: 0 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportDifference> All { get; } =
        [ComponentId, BothNames, HtmlObject, CleanMarkup, IncludeDefault, EveryContainer, NothingEmpty, OwnTitle, Systemdata, Publication, PublishControl, NamedVersions, OpenCheckout];
}
