using System.Collections.Frozen;

namespace DocScript.Engine.Diagnostics;

/// <summary>
/// The phases in which each rule can be told, and so its codes. A rule that is not listed is told by a check, where script and design suffice, and by a run, where they don't.
/// </summary>
public static class RulePhases
{
    private static readonly Phase[] CheckAndRun = [Phase.Check, Phase.Execution];

    private static readonly FrozenDictionary<Rule, Phase[]> Others = new (Phase[] Phases, Rule[] Rules)[]
    {
        // Only the document, the instant or the user tells, not the script.
        ([Phase.Execution],
        [
            RuleSet.ComponentExists, RuleSet.FixedStays, RuleSet.FixedEnds, RuleSet.SiblingsAdjacent, RuleSet.SiblingInContainer, RuleSet.NotIntoItself, RuleSet.ComponentIdFree,
            RuleSet.DeleteUnpublished, RuleSet.UnpublishPublic, RuleSet.Depth, RuleSet.MemberOfObject, RuleSet.Storable, RuleSet.FutureOnly, RuleSet.EmbargoUnpublished,
            RuleSet.EmbargoHolds, RuleSet.UnpublishLater, RuleSet.ForceRight,
            RuleSet.EditableLength, RuleSet.MetadataRequired, RuleSet.MetadataLength, RuleSet.MetadataOneLine, RuleSet.MetadataOption, RuleSet.MetadataRange, RuleSet.MetadataItems,
            RuleSet.MetadataPattern, RuleSet.MetadataTree, RuleSet.MetadataUnique, RuleSet.ReferenceExists, RuleSet.ReferenceFits, RuleSet.ReferencePublished,
        ]),

        // A design is only checked.
        ([Phase.Check],
        [
            RuleSet.DesignForm, RuleSet.DesignNamesComponents, RuleSet.DesignNamesStyles, RuleSet.DesignNamesContentTypes, RuleSet.DesignNamesMetadata,
            RuleSet.DesignDirectiveDeclared, RuleSet.DesignMetadataKind,
        ]),

        // That something moved on is no mistake of the script.
        ([Phase.Conflict], [RuleSet.CheckedOut, RuleSet.NotCheckedOut, RuleSet.CheckInFirst, RuleSet.OldValue]),

        // Undo says it in a code of its own, DS4007.
        ([], [RuleSet.UndoUntouched]),
    }.SelectMany(row => row.Rules.Select(rule => KeyValuePair.Create(rule, row.Phases))).ToFrozenDictionary();

    /// <summary>The phases of a rule, in the order of their digits.</summary>
    public static IReadOnlyList<Phase> Of(Rule rule) => Others.GetValueOrDefault(rule, CheckAndRun);
}
