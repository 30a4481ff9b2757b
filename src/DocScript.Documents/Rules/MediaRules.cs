using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using static DocScript.Documents.Designs.Shape;

namespace DocScript.Documents;

/// <summary>
/// Rules for images and videos (contracts/livingdocs.md 2.5). Members that are known must look right, and one must say which image or video it is; others are kept, because image and video services add their own.
/// An image may bring its own data along, as long as these are a picture of dots.
/// </summary>
public static partial class Rules
{
    private static readonly Func<Value, bool> Crop = Designs.Shape.Open(("x", Number), ("y", Number), ("width", Number), ("height", Number), ("name", Text));

    private static readonly (string Name, string Expected, Func<Value, bool> Looks)[] MediaMembers =
    [
        ("url", "text", Text),
        ("originalUrl", "text", Text),
        ("mimeType", "text", Text),
        ("imageService", "text", Text),
        ("mediaId", "text or an integer", Id),
        ("width", "a number from 0", value => value is NumberValue { AsDecimal: >= 0 }),
        ("height", "a number from 0", value => value is NumberValue { AsDecimal: >= 0 }),
        ("crop", "an object {x, y, width, height}", Crop),
        ("crops", "a list of objects {name, x, y, width, height}", ListOf(Crop)),
        ("focalPoint", "an object {x, y}", Designs.Shape.Open(("x!", Number), ("y!", Number))),
        ("origins", "a list of objects", ListOf(AnyObject)),
    ];

    private static readonly string[] MediaSources = ["url", "originalUrl", "mediaId"];

    private static Violation? MediaAccepts(DirectiveDefinition media, string componentType, ObjectValue value)
    {
        foreach (var (name, expected, looks) in MediaMembers)
        {
            if (value.Find(name) is not { } member || member is NullValue) continue;
            if (!looks(member)) return WrongMember(RuleSet.MediaMember, media, componentType, name, $"must be {expected}, not {member}");
        }

        if (ScriptAddress(HeldAddresses.OfMedia(value), Called(media, componentType), media.Kind == DirectiveKind.Image) is { } script) return script with { Property = media.Name };

        // An empty one is unset.
        return value.Count == 0 || Array.Exists(MediaSources, name => value.Find(name) is not null and not NullValue)
            ? null
            : new(RuleSet.MediaMember, $"{Called(media, componentType)} must have one of {string.Join(", ", MediaSources)}", Help: "null unsets it") { Part = EditPart.Value, Property = media.Name, StaysInStore = true };
    }

    private static Violation WrongMember(Rule rule, DirectiveDefinition directive, string componentType, string member, string what) =>
        new(rule, $"'{member}' of {Called(directive, componentType)} {what}") { Part = EditPart.Value, Property = directive.Name, Member = member };

    private static Violation? OnlyMembers(DirectiveDefinition directive, string componentType, ObjectValue value, string[] known) =>
        value.Entries.FirstOrDefault(entry => !known.Contains(entry.Key, StringComparer.Ordinal)).Key is { } unknown
            ? new(RuleSet.DirectiveMembers, $"{Called(directive, componentType)} has no member '{unknown}'", Help: Known("it has", known)) { Part = EditPart.Value, Property = directive.Name, Member = unknown, Name = unknown, Candidates = known }
            : null;

    private static string Called(DirectiveDefinition directive, string componentType) => $"{DirectiveKinds.NameOf(directive.Kind)} '{directive.Name}' of '{componentType}'";
}
