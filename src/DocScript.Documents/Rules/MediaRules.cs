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
    private const string Quotes = "write a text in double quotes";

    private static readonly Func<Value, bool> Crop = Designs.Shape.Open(("x", Number), ("y", Number), ("width", Number), ("height", Number), ("name", Text));

    private static readonly (string Name, string Expected, string Help, Func<Value, bool> Looks)[] MediaMembers =
    [
        ("url", "text", Quotes, Text),
        ("originalUrl", "text", Quotes, Text),
        ("mimeType", "text", Quotes, Text),
        ("imageService", "text", Quotes, Text),
        ("mediaId", "text or an integer", "write for example \"abc\" or 42", Id),
        ("width", "a number from 0", "write a number without quotes, such as 1200", value => value is NumberValue { AsDecimal: >= 0 }),
        ("height", "a number from 0", "write a number without quotes, such as 1200", value => value is NumberValue { AsDecimal: >= 0 }),
        ("crop", "an object {x, y, width, height}", "write it as {x: 0, y: 0, width: 400, height: 300}", Crop),
        ("crops", "a list of objects {name, x, y, width, height}", "write it as [{name: \"16:9\", x: 0, y: 0, width: 1600, height: 900}]", ListOf(Crop)),
        ("focalPoint", "an object {x, y}", "write it as {x: 0.5, y: 0.5}", Designs.Shape.Open(("x!", Number), ("y!", Number))),
        ("origins", "a list of objects", "write it as [{…}]", ListOf(AnyObject)),
    ];

    private static readonly string[] MediaSources = ["url", "originalUrl", "mediaId"];

    private static Violation? MediaAccepts(DirectiveDefinition media, string componentType, ObjectValue value)
    {
        foreach (var (name, expected, help, looks) in MediaMembers)
        {
            if (value.Find(name) is not { } member || member is NullValue) continue;
            if (!looks(member)) return WrongMember(RuleSet.MediaMember, media, componentType, name, $"must be {expected}, not {member}") with { Help = help };
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
