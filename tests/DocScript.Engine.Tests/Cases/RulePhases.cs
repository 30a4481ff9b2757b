using DocScript.Documents;
using DocScript.Engine.Diagnostics;

namespace DocScript.Engine.Tests.Cases;

/// <summary>
/// The phases in which each rule can be found broken. A rule that is not listed is told both by a check, where script and design suffice, and by a run, where they don't; so it owes
/// a case of each. One that is listed has a reason why it is not.
/// </summary>
internal static class RulePhases
{
    private const string OfPublications = "only the document tells what is in it when it is published";

    // Script and design don't tell it.
    private static readonly Dictionary<Rule, string> OnlyInARun = new()
    {
        [RuleSet.ComponentExists] = "only the document tells which components it has",
        [RuleSet.FixedStays] = "only the document tells which components are fixed",
        [RuleSet.FixedEnds] = "only the document tells which components are fixed",
        [RuleSet.SiblingsAdjacent] = "only the document tells where its components stand",
        [RuleSet.SiblingInContainer] = "only the document tells where its components stand",
        [RuleSet.NotIntoItself] = "only a run tells which component a name stands for",
        [RuleSet.ComponentIdFree] = "only the document tells which ids it has; one that the script gave may have been removed again",
        [RuleSet.DeleteUnpublished] = "only the document tells whether it is public",
        [RuleSet.UnpublishPublic] = "only the document tells whether it is public",
        [RuleSet.Depth] = "only the document tells how deep its components lie",
        [RuleSet.MemberOfObject] = "only the document tells what its metadata holds",
        [RuleSet.Storable] = "no literal is a document, a component or half a character",
        [RuleSet.FutureOnly] = "only a run has an instant",
        [RuleSet.EmbargoUnpublished] = "only the document tells whether it is public",
        [RuleSet.EmbargoHolds] = "only the document tells whether it is under an embargo",
        [RuleSet.UnpublishLater] = "only the document tells whether it is public",
        [RuleSet.ForceRight] = "only a run knows its user",
        [RuleSet.EditableLength] = OfPublications,
        [RuleSet.MetadataRequired] = OfPublications,
        [RuleSet.MetadataLength] = OfPublications,
        [RuleSet.MetadataOneLine] = OfPublications,
        [RuleSet.MetadataOption] = OfPublications,
        [RuleSet.MetadataRange] = OfPublications,
        [RuleSet.MetadataItems] = OfPublications,
        [RuleSet.MetadataPattern] = OfPublications,
        [RuleSet.MetadataTree] = OfPublications,
        [RuleSet.MetadataUnique] = OfPublications,
        [RuleSet.ReferenceExists] = OfPublications,
        [RuleSet.ReferenceFits] = OfPublications,
        [RuleSet.ReferencePublished] = OfPublications,
    };

    // Its names stand in the script, and a run knows the design that the check knew.
    private static readonly Dictionary<Rule, string> OnlyAtCheck = new()
    {
        [RuleSet.ContentTypeExists] = "a content type is always named in the script",
        [RuleSet.ComponentTypeExists] = "a component type is always named in the script",
        [RuleSet.ConditionName] = "a condition is always named in the script",
        [RuleSet.ComponentIdForm] = "a chosen id always stands in the script",
        [RuleSet.DesignForm] = "a design is only checked",
        [RuleSet.DesignNamesComponents] = "a design is only checked",
        [RuleSet.DesignNamesStyles] = "a design is only checked",
        [RuleSet.DesignNamesContentTypes] = "a design is only checked",
        [RuleSet.DesignNamesMetadata] = "a design is only checked",
        [RuleSet.DesignDirectiveDeclared] = "a design is only checked",
        [RuleSet.DesignMetadataKind] = "a design is only checked",
        [RuleSet.DesignFitsDocuments] = "no script imports a design; DesignImportTests have DS3197",
    };

    // That something moved on is no mistake of the script.
    private static readonly Dictionary<Rule, string> OnlyAsConflict = new()
    {
        [RuleSet.CheckedOut] = "somebody else has checked it out",
        [RuleSet.NotCheckedOut] = "somebody may have undone the checkout",
        [RuleSet.CheckInFirst] = "only the document tells whether it is checked out",
        [RuleSet.OldValue] = "'was' says what somebody else may have changed",
    };

    // Said in no code of its own.
    private static readonly Dictionary<Rule, string> Never = new()
    {
        [RuleSet.UndoUntouched] = "undo says it in a code of its own, DS4007",
    };

    /// <summary>The phases of a rule, each owing a case.</summary>
    public static IEnumerable<(Rule Rule, Phase Phase)> Of(Rule rule) => Phases(rule).Select(phase => (rule, phase));

    private static Phase[] Phases(Rule rule)
    {
        if (Never.ContainsKey(rule)) return [];
        if (OnlyAsConflict.ContainsKey(rule)) return [Phase.Conflict];
        if (OnlyInARun.ContainsKey(rule)) return [Phase.Execution];
        return OnlyAtCheck.ContainsKey(rule) ? [Phase.Check] : [Phase.Check, Phase.Execution];
    }
}
