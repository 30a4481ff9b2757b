using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Component properties of every kind, and values that they take (contracts/livingdocs.md 2.5).</summary>
public static class StyleGenerators
{
    private static readonly (string Name, ObjectValue Configuration)[] Table =
    [
        ("boxed", Members.Given(("type", new TextValue("option")), ("label", new TextValue("In a box")), ("value", new TextValue("is-boxed")))),
        ("position", Members.Given(("type", new TextValue("select")), ("options", new ListValue([Option("Default", null), Option("Left", "left"), Option("Right", "right")])))),
        ("background", Members.Given(("type", new TextValue("style")), ("cssProperty", new TextValue("background-color")))),
        ("width", Members.Given(("type", new TextValue("style")), ("cssProperty", new TextValue("max-width")))),
    ];

    /// <summary>The component properties of a design: some of a few, by name.</summary>
    public static Gen<IReadOnlyList<(string Name, ObjectValue Configuration)>> Properties { get; } =
        Gen.SubListOf(Table).Select(IReadOnlyList<(string Name, ObjectValue Configuration)> (chosen) => [.. chosen]);

    /// <summary>A value that a component property takes.</summary>
    public static Gen<Value> Value(ObjectValue property) => (property.Find("type") as TextValue)?.Text switch
    {
        "option" => Gen.Constant(property.Find("value")!),
        "select" => Gen.Elements(Options(property)),
        _ => (property.Find("cssProperty") as TextValue)?.Text == "background-color"
            ? Gen.Elements<Value>(new TextValue("#1fc47a"), new TextValue("red"), new TextValue("#fff"))
            : Gen.Elements<Value>(new TextValue("12em"), new TextValue("100%")),
    };

    /// <summary>Values of some of the properties that are named.</summary>
    public static Gen<ObjectValue> Values(Design design, IEnumerable<string> names) =>
        Members.Of(names.Where(name => HasValues(design, name)).Select(name => (name, Value(design.ComponentProperties[name]))));

    /// <summary>Whether a design has the component property, and values can be made for it.</summary>
    public static bool HasValues(Design design, string name) => design.ComponentProperties.GetValueOrDefault(name) is { } property && (property.Find("type") as TextValue)?.Text switch
    {
        "option" => property.Find("value") is not null,
        "select" => Options(property).Length > 0,
        _ => true,
    };

    private static Value[] Options(ObjectValue property) =>
        [.. ((property.Find("options") as ListValue)?.Items ?? []).OfType<ObjectValue>().Select(option => option.Find("value")).OfType<TextValue>()];

    private static ObjectValue Option(string caption, string? value) =>
        value is null ? Members.Given(("caption", new TextValue(caption))) : Members.Given(("caption", new TextValue(caption)), ("value", new TextValue(value)));
}
