using DocScript.Documents.Designs;
using DocScript.Documents.Html;
using DocScript.Documents.Values;
using static DocScript.Documents.Designs.Shape;

namespace DocScript.Documents;

/// <summary>
/// Rules for images and videos (contracts/livingdocs.md 2.5). Members that are known must look right; others are kept, because image and video services add their own.
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

    private static Violation? MediaAccepts(DirectiveDefinition media, string componentType, ObjectValue value)
    {
        foreach (var (name, expected, help, looks) in MediaMembers)
        {
            if (value.Find(name) is not { } member || member is NullValue) continue;
            if (!looks(member)) return WrongMember(RuleSet.MediaMember, media, componentType, name, $"must be {expected}, not {member}") with { Help = help };
            if (name is "url" or "originalUrl" && Address(media, componentType, name, ((TextValue)member).Text) is { } script) return script;
        }

        return null;
    }

    private static Violation? Address(DirectiveDefinition holder, string componentType, string member, string address) =>
        WebAddress.ScriptScheme(address) is not { } scheme || (holder.Kind == DirectiveKind.Image && WebAddress.IsPicture(address))
            ? null
            : WrongMember(RuleSet.ScriptAddress, holder, componentType, member, $"can't be an address of '{scheme}:', which brings a script or a page of its own along") with { Help = "give an address that starts with https:, or a path" };

    private static Violation WrongMember(Rule rule, DirectiveDefinition directive, string componentType, string member, string what) =>
        new(rule, $"'{member}' of {DirectiveKinds.NameOf(directive.Kind)} '{directive.Name}' of '{componentType}' {what}") { Part = EditPart.Value, Property = directive.Name, Member = member };

    private static Violation? OnlyMembers(DirectiveDefinition directive, string componentType, ObjectValue value, string[] known) =>
        value.Entries.FirstOrDefault(entry => !known.Contains(entry.Key, StringComparer.Ordinal)).Key is { } unknown
            ? new(RuleSet.DirectiveMembers, $"{DirectiveKinds.NameOf(directive.Kind)} '{directive.Name}' of '{componentType}' has no member '{unknown}'", Help: Known("it has", known)) { Part = EditPart.Value, Property = directive.Name, Member = unknown, Name = unknown, Candidates = known }
            : null;
}
