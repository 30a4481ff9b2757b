using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Directives of every kind with what a design can configure of them, and content that they accept as it is (contracts/livingdocs.md 2.5).</summary>
public static class DirectiveGenerators
{
    private static readonly Gen<string> Letters = Gen.Elements("a", "b", "Z", "7", " ", "-", "_", ".", "ä", "ß", "中", "😀", "\"", "\\", "$", "{", "\u2028", "e\u0301", "'");

    /// <summary>Text without anything that means something in HTML; never empty.</summary>
    public static Gen<string> PlainText { get; } =
        from length in Gen.Choose(1, 8)
        from letters in Gen.ArrayOf(Letters, length)
        select string.Concat(letters);

    /// <summary>A directive's configuration.</summary>
    /// <param name="properties">The component properties that a style directive can offer.</param>
    public static Gen<ObjectValue> Configuration(DirectiveKind kind, IEnumerable<string> properties) => kind switch
    {
        DirectiveKind.Editable => Gen.Frequency(
            (3, Gen.Constant(ObjectValue.Empty)),
            (1, Gen.Constant(Members.Given(("plainText", Yes)))),
            (1, Gen.Constant(Members.Given(("tagAllowlist", Texts("em", "strong"))))),
            (1, Gen.Constant(Members.Given(("tagDenylist", Texts("strong", "a"))))),
            (1, Gen.Constant(Members.Given(("placeholder", new TextValue("Write")), ("optional", Yes)))),
            (1, Gen.Choose(1, 5).Select(length => Members.Given(("minLength", new IntegerValue(length)), ("maxLength", new IntegerValue(length * 4)))))),
        DirectiveKind.Include => Gen.OneOf(
            Gen.Constant(Members.Given(("service", new TextValue("news")))),
            Gen.Constant(Members.Given(("service", new TextValue("news")), ("defaultParams", Members.Given(("limit", new IntegerValue(3)))))),
            Gen.Constant(Members.Given(("services", new ListValue([
                Members.Given(("service", new TextValue("teaser")), ("label", new TextValue("Teaser"))),
                Members.Given(("service", new TextValue("news")), ("label", new TextValue("News")), ("defaultParams", Members.Given(("limit", new IntegerValue(1)))))]))))),
        DirectiveKind.Style => Gen.SubListOf(properties.ToArray()).Select(chosen => Members.Given(("properties", Texts([.. chosen])))),
        DirectiveKind.Toggle => Gen.Elements(ObjectValue.Empty, Members.Given(("label", new TextValue("On"))), Members.Given(("default", new BooleanValue(false))), Members.Given(("default", Yes))),
        _ => Gen.Constant(ObjectValue.Empty),
    };

    /// <summary>A value that a directive accepts and stores as it is; never one that unsets it.</summary>
    public static Gen<Value> Content(Design design, DirectiveDefinition directive) => directive.Kind switch
    {
        DirectiveKind.Editable => Editable(directive.Configuration),
        DirectiveKind.Toggle => Gen.Elements<Value>(Yes, new BooleanValue(false)),
        DirectiveKind.Html => Markup("<script>let a = 1 < 2</script>", "<!-- c --><b>x</b>").Select(text => (Value)Members.Given(("html", new TextValue(text)))),
        DirectiveKind.Link => from href in Gen.Elements("https://example.com/a?b=c", "/local", "#anchor", "mailto:a@example.com")
                              from target in Gen.Elements<string?>(null, "_blank", "_self")
                              select (Value)(target is null ? Members.Given(("href", new TextValue(href))) : Members.Given(("href", new TextValue(href)), ("target", new TextValue(target)))),
        DirectiveKind.Image => Image(),
        DirectiveKind.Video => PlainText.Select(text => (Value)Members.Given(("mediaId", new TextValue(text)), ("originalUrl", new TextValue("https://example.com/v.mp4")), ("mimeType", new TextValue("video/mp4")))),
        DirectiveKind.Include => from service in Gen.Elements(Services(directive.Configuration))
                                 from limit in Gen.Choose(1, 9)
                                 select (Value)Members.Given(("service", new TextValue(service)), ("params", Members.Given(("limit", new IntegerValue(limit))))),
        DirectiveKind.Style => StyleGenerators.Values(design, Names(directive.Configuration.Find("properties"))).Where(values => values.Count > 0).Select(values => (Value)values),
        _ => throw new InvalidOperationException($"no content for {directive.Kind}"),
    };

    /// <summary>Whether there is a value that <see cref="Content(Design, DirectiveDefinition)"/> can make: a style directive without properties and an include without services have none.</summary>
    public static bool HasContent(Design design, DirectiveDefinition directive) => directive.Kind switch
    {
        DirectiveKind.Style => Names(directive.Configuration.Find("properties")).Any(name => StyleGenerators.HasValues(design, name)),
        DirectiveKind.Include => Services(directive.Configuration).Length > 0,
        _ => true,
    };

    /// <summary>The services that an include can show.</summary>
    public static string[] Services(ObjectValue configuration) => configuration.Find("service") is TextValue { Text: var only }
        ? [only]
        : [.. ((configuration.Find("services") as ListValue)?.Items ?? []).OfType<ObjectValue>().Select(service => service.Find("service")).OfType<TextValue>().Select(text => text.Text)];

    private static BooleanValue Yes { get; } = new(true);

    private static Gen<Value> Editable(ObjectValue configuration) =>
        (configuration.Find("plainText") is BooleanValue { Boolean: true } ? PlainText : Markup("a <em>b</em>", "x &amp; y", "<em>ä</em>")).Select(text => (Value)new TextValue(text));

    private static Gen<string> Markup(params string[] more) => Gen.OneOf(PlainText, Gen.Elements(more));

    private static Gen<Value> Image() =>
        from id in Gen.Choose(1, 9)
        from crop in Gen.Elements(true, false)
        let url = new TextValue($"https://example.com/{id}.jpg")
        let image = Members.Given(("originalUrl", url), ("url", url), ("width", new IntegerValue(800)), ("height", new IntegerValue(600)), ("mimeType", new TextValue("image/jpeg")))
        select (Value)(crop ? image.With("crop", Members.Given(("x", new IntegerValue(0)), ("y", new IntegerValue(id)), ("width", new IntegerValue(400)), ("height", new IntegerValue(300)))) : image);

    private static IEnumerable<string> Names(Value? list) => (list as ListValue)?.Items.OfType<TextValue>().Select(text => text.Text) ?? [];

    private static ListValue Texts(params string[] texts) => new([.. texts.Select(text => new TextValue(text))]);
}
