using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Livingdocs.Tests;

/// <summary>What a step tries.</summary>
internal enum StepKind
{
    Insert,
    Move,
    Remove,
    Set,
    Style,
}

/// <summary>A random command, said in numbers that pick from whatever document it meets. Some are wrong on purpose: they name what is not there, or bring what does not fit.</summary>
internal sealed record Step(StepKind Kind, int Which, int Where, int Beside, int Odd)
{
    private static readonly TextValue[] Markup =
    [
        new(""), new("a <u>b</u>"), new("<font color=\"red\">a</font>"), new("<p>a</p>"), new("a <span style=\"x\">b</span> c"), new("a<br>b"), new("<em class=\"x\">a</em>"), new("<a href=\"/x\">a</a> <strong>b</strong>"),
        new("<em>open"), new("x &amp; y &lt; z"),
    ];

    public static Gen<Step> Generator { get; } =
        from kind in Gen.Frequency((6, Gen.Constant(StepKind.Insert)), (4, Gen.Constant(StepKind.Move)), (2, Gen.Constant(StepKind.Remove)), (5, Gen.Constant(StepKind.Set)), (3, Gen.Constant(StepKind.Style)))
        from which in Gen.Choose(0, 1000)
        from place in Gen.Choose(0, 1000)
        from beside in Gen.Choose(0, 1000)
        from odd in Gen.Choose(0, 1000)
        select new Step(kind, which, place, beside, odd);

    /// <summary>The command that this is for a document.</summary>
    /// <param name="number">How many steps there were before; makes new ids.</param>
    public TreeCommand On(Design design, Document document, int number)
    {
        var component = Component(document, Which);
        if (document.Components.Count == 0) return Insert(design, document, number);
        return Kind switch
        {
            StepKind.Insert => Insert(design, document, number),
            StepKind.Move => new MoveCommand(component, document.Components.Find(component) is { Previous: { } previous, Next: { } next } && Odd % 3 == 0 ? new BesideSibling(previous, next, null, null) : Place(document)),
            StepKind.Remove => new RemoveCommand(component),
            StepKind.Style => Style(design, document, component),
            _ => Set(design, document, component),
        };
    }

    private InsertCommand Insert(Design design, Document document, int number)
    {
        var listed = Odd % 12 == 0 ? null : design.ContentTypes["article"].Components;
        var type = Odd % 23 == 0 ? "unknown" : Pick(listed is { Count: > 0 } ? listed : [.. design.Components.Keys], Which)!;
        var id = (Odd % 10) switch
        {
            0 => Component(document, Where),
            1 => null,
            _ => $"new{number}",
        };
        var content = design.Components.TryGetValue(type, out var definition) ? Sample(DocumentGenerators.Content(design, definition)) : ObjectValue.Empty;
        if (Odd % 29 == 3) content = content.With("ghost", new TextValue("x"));
        if (Odd % 29 == 4 && Pick([.. definition?.Directives.Values ?? []], Where) is { } directive) content = content.With(directive.Name, new IntegerValue(3));
        return new InsertCommand(type, id, Odd % 7 == 5 || document.Components.Count == 0 ? null : Place(document), content);
    }

    private SetCommand Set(Design design, Document document, string component)
    {
        var type = document.Components.Find(component)?.Type;
        var directive = type is not null ? Pick([.. design.Components[type].Directives.Values], Where) : null;
        if (directive is null || Odd % 19 == 0) return new SetCommand(component, "ghost", null, new TextValue("x"));
        var value = (Odd % 8) switch
        {
            0 => Value.Null,
            3 or 4 when directive.Kind is DirectiveKind.Toggle => Value.Null,
            1 when Odd % 3 == 0 => new IntegerValue(3),
            2 => Changed(directive),
            _ => DirectiveGenerators.HasContent(design, directive) ? Sample(DirectiveGenerators.Content(design, directive)) : Value.Null,
        };
        DirectiveKind? kind = (Beside % 6) switch
        {
            0 => directive.Kind,
            1 => Pick<object>([.. Enum.GetValues<DirectiveKind>().Cast<object>()], Odd) as DirectiveKind?,
            _ => null,
        };
        return new SetCommand(component, directive.Name, kind is DirectiveKind.Video or DirectiveKind.Style ? null : kind, value) { Actual = directive.Kind };
    }

    private StyleCommand Style(Design design, Document document, string component)
    {
        var type = document.Components.Find(component)?.Type;
        var definition = type is null ? null : design.Components[type];
        var directive = Beside % 3 == 0 ? Pick([.. definition?.Directives.Values.Where(directive => directive.Kind is DirectiveKind.Style || Odd % 9 == 0) ?? []], Where)?.Name : null;
        var offered = directive is not null || Odd % 5 == 0 ? [.. design.ComponentProperties.Keys] : definition?.Properties ?? [];
        var property = Odd % 11 == 0 ? "ghost" : Pick(offered, Where) ?? "ghost";
        var value = (Odd % 6) switch
        {
            0 => Value.Null,
            1 => new TextValue("no such value"),
            _ => design.ComponentProperties.TryGetValue(property, out var configuration) ? Sample(StyleGenerators.Value(configuration)) : new TextValue("x"),
        };
        return new StyleCommand(component, directive, property, value);
    }

    // Values of the right kind that the framework makes something else of.
    private Value Changed(DirectiveDefinition directive) => directive.Kind switch
    {
        DirectiveKind.Editable => Pick<Value>(Markup, Where)!,
        DirectiveKind.Html => new TextValue("<b>bare</b>"),
        DirectiveKind.Image => ObjectValue.Empty.With("url", new TextValue("https://example.com/only.jpg")),
        DirectiveKind.Link => ObjectValue.Empty.With("href", new TextValue("/a")).With("$ref", new TextValue("document")).With("reference", ObjectValue.Empty.With("id", new TextValue("7"))),
        DirectiveKind.Include => ObjectValue.Empty.With("service", new TextValue("nowhere")).With("params", ObjectValue.Empty),
        _ => new BooleanValue(true),
    };

    private ComponentPlace Place(Document document)
    {
        var beside = Component(document, Beside);
        var found = document.Components.Find(beside);
        var holders = document.Components.DepthFirst().Where(component => component.Containers.Count > 0).ToList();
        var holder = Odd % 11 == 3 ? found : Pick(holders, Beside);
        var container = Odd % 17 == 6 ? "nowhere" : Pick(holder?.Containers ?? [], Odd)?.Name;
        var inside = new InContainer(holder?.Id ?? "nobody", container, First: Which % 2 == 0);
        var (parent, within) = (Odd % 13) switch
        {
            0 or 1 or 2 => (found?.Parent, found?.Container),
            3 => (inside.Parent, inside.Container),
            _ => (null, null),
        };
        return (Where % 11) switch
        {
            0 => new AtRoot(First: true),
            1 => new AtRoot(First: false),
            2 or 3 or 4 => inside,
            5 => inside with { Container = null },
            6 => new BesideSibling(beside, null, parent, within),
            7 => new BesideSibling(null, beside, parent, within),
            8 => new BesideSibling(beside, found?.Next ?? found?.Previous ?? beside, parent, within),
            9 => new BesideSibling(found?.Previous ?? found?.Next ?? beside, beside, parent, within),
            _ => new BesideSibling(beside, Component(document, Odd), parent, within),
        };
    }

    private static string Component(Document document, int which) =>
        which % 21 == 20 ? "nobody" : Pick([.. document.Components.DepthFirst().Select(component => component.Id)], which) ?? "nobody";

    private static T? Pick<T>(IReadOnlyList<T> from, int which)
        where T : class => from.Count == 0 ? null : from[which % from.Count];

    private T Sample<T>(Gen<T> from) => from.Sample(1, new Rnd((ulong)((Which * 1009) + Where), (ulong)((Beside * 2018) + (2 * Odd) + 1)), 12)[0];
}
