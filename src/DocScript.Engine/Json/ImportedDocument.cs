using DocScript.Documents.Designs;

namespace DocScript.Engine.Json;

/// <summary>A document as a file holds it, before the store was asked.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Document">The document, its counters zero.</param>
/// <param name="IsPublished">Whether the file says that it is public (<c>systemdata.publicationId</c>).</param>
/// <param name="Components">Where each component stands in the file, by id.</param>
public sealed record ImportedDocument(string File, Document Document, bool IsPublished, IReadOnlyDictionary<string, JsonPlace> Components)
{
    /// <summary>
    /// The rules whose every violation an import only warns of (of others it warns where <see cref="Violation.StaysInStore"/> says so): stored documents outlive the design they were written under, and Livingdocs keeps
    /// them too. What a document is made of must exist and be of the right kind; where it stands, its styles and conditions and what its includes ask for may be against today's design,
    /// and what it refers to may be in another import.
    /// </summary>
    public static IReadOnlyList<Rule> OnlyWarned { get; } =
    [
        RuleSet.ComponentTypeAllowed, RuleSet.AllowedChildren, RuleSet.AllowedParents, RuleSet.FixedEnds, RuleSet.EditableMarkup, RuleSet.DirectiveMembers,
        RuleSet.IncludeService, RuleSet.IncludeParams, RuleSet.IncludeOverrides, RuleSet.StyleExists, RuleSet.StyleValue, RuleSet.ConditionName, RuleSet.ConditionAllowed,
        RuleSet.ReferenceExists, RuleSet.ReferencePublished,
    ];

    /// <summary>What the design says against it, each with its place in the file.</summary>
    public IEnumerable<ImportProblem> Judge(Design design) => Rules.Import(design, Document).Select(ProblemOf);

    /// <summary>A violation with its place in the file.</summary>
    public ImportProblem ProblemOf(Violation violation) => new(File, PlaceOf(violation), violation.Message, violation.Help, violation.StaysInStore || OnlyWarned.Contains(violation.Rule));

    private JsonPlace PlaceOf(Violation violation)
    {
        if (violation.Component is { } id && Components.TryGetValue(id, out var place))
            return violation.Property is { } directive && violation.Rule != RuleSet.ContainerExists ? place.Member(violation.Holder).Member(directive) : place;
        return violation is { Component: null, Property: { } property } ? JsonPlace.Root.Member("metadata").Member(property) : JsonPlace.Root;
    }
}
