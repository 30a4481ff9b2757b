using System.Text.RegularExpressions;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>Everything in which we differ from the framework, and where that was decided. What is not here is a mistake of ours, or of this table.</summary>
internal static partial class Rulings
{
    /// <summary>One side did what the other refused.</summary>
    public static IReadOnlyList<(Ruling Ruling, Func<Encounter, bool> Explains)> Refusals { get; } =
    [
        (new("ruling 6", "insert without a sibling into a container that is not empty appends; the framework wants a sibling"),
            met => !met.WeRefused && met.TheyRefusedWith("next or previous must be set for a non-empty container")),
        (new("ruling 6", "allowedChildren and allowedParents are enforced; runCommandsOnComponentTree only reports them"),
            met => met.WeRefusedBy(RuleSet.AllowedChildren, RuleSet.AllowedParents) && met.Violated.Contains("invalidChild")),
        (new("[F]", "an empty list of allowedChildren allows nothing; for the framework it is no list"),
            met => met.WeRefusedBy(RuleSet.AllowedChildren) && met.Into is { Parent: { } parent, Name: { } name } && met.Design.Components[parent].Containers[name].AllowedChildren is []),
        (new("ruling 6", "fixed positions are enforced; runCommandsOnComponentTree only reports them"),
            met => met.WeRefusedBy(RuleSet.FixedEnds) && met.Violated.Contains("invalidPosition")),
        (new("ruling 7", "a fixed component, and one that contains a fixed one, is not removed; runCommandsOnComponentTree only reports it"),
            met => met.Command is RemoveCommand && met.WeRefusedBy(RuleSet.FixedStays) && met.Violated.Contains("fixedPosition")),
        (new("language.md 2", "a fixed component is not moved, not even to where it stands; runCommandsOnComponentTree reports a real move only"),
            met => met.Command is MoveCommand && met.WeRefusedBy(RuleSet.FixedStays) && (met.Violated.Contains("fixedPosition") || (IsFixed(met) && met.TheyChangedNothing))),
        (new("language.md 2", "a component that contains a fixed one is not moved; the framework has no such rule"),
            met => met.Command is MoveCommand && met.WeRefusedBy(RuleSet.FixedStays) && !IsFixed(met)),
        (new("1.2, insertComponent", "only components that the content type lists are inserted; the framework knows no content types"),
            met => met.WeRefusedBy(RuleSet.ComponentTypeAllowed)),
        (new("RuleSet 117", "a component is not moved beside itself; for the framework it stands there already"),
            met => met.WeRefusedBy(RuleSet.NotIntoItself) && met.TheyChangedNothing),
        (new("[F]", "in an empty container the framework does not look for the siblings that a position names"),
            met => met.WeRefusedBy(RuleSet.ComponentExists, RuleSet.SiblingInContainer, RuleSet.SiblingsAdjacent, RuleSet.NotIntoItself) && met.Into is { Count: 0 }),
        (new("1.3, the third execution error", "the kind of directive that a command names is checked; the framework takes any command for any directive"),
            met => met.WeRefusedBy(RuleSet.DirectiveIsOfKind)),
        (new("2.5, directive values", "what a directive can't hold is refused; the framework judges content that it reads, and takes or drops what a command brings"),
            met => met.Command is SetCommand && met.WeRefusedBy(RuleSet.DirectiveValue)),
        (new("ruling 8", "a style that the component does not offer, or a value that it does not take, is refused; the framework says so on its console and goes on"),
            met => met.Command is StyleCommand && met.WeRefusedBy(RuleSet.StyleExists, RuleSet.StyleValue) && (met.Dropped.Count > 0 || met.TheyChangedNothing)),
        (new("[F]", "the framework has no command that sets a video"),
            met => met.Command is SetCommand { Actual: DirectiveKind.Video } && met.TheyRefusedWith("InvalidCommandType")),
        (new("[F]", "an include that is unset or names an unknown service: the framework always has one of the services that the design names"),
            met => met.Command is SetCommand { Actual: DirectiveKind.Include } && met.TheyRefusedWith("service not defined")),
        (new("[F]", "a component between its own neighbours stands there already; the framework wants them to be neighbours without it"),
            met => met.Command is MoveCommand { Place: BesideSibling { After: not null, Before: not null } } && met is { WeRefused: false, TheyChangedNothing: true } && met.TheyRefusedWith("PositionObjectIsNotCorrect")),
    ];

    /// <summary>Both refused it, but the framework had begun.</summary>
    public static Ruling HalfDone { get; } = new("language.md, introduction", "nothing of what is refused is done; the framework leaves what it did before it noticed");

    /// <summary>Both did it, and a part differs.</summary>
    public static IReadOnlyList<(Ruling Ruling, Func<Encounter, Difference, bool> Explains)> Effects { get; } =
    [
        (new("[F]", "an image set by a command has both urls, each for want of the other; ours is stored as it came"),
            (met, part) => met.Directive(part.Part)?.Kind is DirectiveKind.Image && part is { Ours: ObjectValue ours, Theirs: ObjectValue theirs } && theirs.Without("originalUrl") == ours),
        (new("1.2, setLinkDirective", "a link keeps '$ref' and 'reference'; the framework's command knows href and target only"),
            (met, part) => met.Directive(part.Part)?.Kind is DirectiveKind.Link && part is { Ours: ObjectValue ours } && ours.Without("$ref").Without("reference") == part.Theirs),
        (new("[F]", "an include set by a command gets the label of its service; ours is stored as it came"),
            (met, part) => met.Directive(part.Part)?.Kind is DirectiveKind.Include && part is { Ours: ObjectValue ours, Theirs: ObjectValue theirs } && theirs.Without("label") == ours),
        (new("[F]", "a colour that is none is dropped by the framework's commands, and the style stays or goes; ours takes any text"),
            (met, _) => met.Command is StyleCommand { Property: var property } && met.Dropped.Count > 0 && IsColour(met, property)),
        (new("2.5, editable", "an editable keeps the tags of its allow-list; the framework all but script, style, svg, font and spans that only bear a style"),
            (met, part) => met.Command is SetCommand && met.Directive(part.Part)?.Kind is DirectiveKind.Editable && part is { Ours: TextValue ours, Theirs: TextValue theirs } && WithoutTags(ours.Text) == WithoutTags(theirs.Text)),
        (new("[F]", "an unset toggle is true for the command of the framework, and for its reader what the design says"),
            (met, part) => met.Command is SetCommand { Value: NullValue } && met.Directive(part.Part)?.Kind is DirectiveKind.Toggle && part is { Theirs: BooleanValue { Boolean: true } }),
    ];

    /// <summary>Our document is not what the framework writes after reading it.</summary>
    public static IReadOnlyList<(Ruling Ruling, Func<Encounter, Difference, bool> Explains)> Forms { get; } =
    [
        (new("[F]", "a toggle that holds nothing is written by the framework with the design's default; ours stays unset"),
            (met, part) => met.Directive(part.Part) is { Kind: DirectiveKind.Toggle } toggle && part.Ours is null && part.Theirs == new BooleanValue(toggle.Configuration.Find("default") is not BooleanValue { Boolean: false })),
        (new("ruling 13", "an unset include gets the design's defaults on import only; the framework gives every component its first service"),
            (met, part) => met.Directive(part.Part)?.Kind is DirectiveKind.Include && part is { Ours: null, Theirs: ObjectValue }),
        (new("[F]", "a colour that is none is dropped where the framework reads it in a component's styles; ours takes any text"),
            (met, part) => part is { Theirs: null } && part.Part.Name.StartsWith("styles.", StringComparison.Ordinal) && IsColour(met, part.Part.Name["styles.".Length..])),
        (new("2.5, conditions", "conditions are kept; the framework of 0.6.5 does not know them"),
            (_, part) => part is { Part.Name: "conditions", Theirs: null }),
    ];

    /// <summary>All of them: each must be met, or it explains nothing.</summary>
    public static IReadOnlyList<Ruling> All { get; } = [.. Refusals.Select(row => row.Ruling), HalfDone, .. Effects.Concat(Forms).Select(row => row.Ruling)];

    private static bool IsColour(Encounter met, string property) => met.Design.ComponentProperties.GetValueOrDefault(property)?.Find("cssProperty") is TextValue { Text: "color" or "background-color" };

    private static string WithoutTags(string markup) => Tag().Replace(markup, "");

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    private static bool IsFixed(Encounter met) => met.Before.Components.Find(((MoveCommand)met.Command).Id) is { Fixed: true };
}
