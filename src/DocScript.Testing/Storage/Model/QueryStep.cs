using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Storage.Model;

/// <summary>One step of a walk that asks a store for documents whose fields hold anything.</summary>
public abstract record QueryStep
{
    /// <summary>The metadata that the documents have; <c>d</c> keeps dates.</summary>
    internal static readonly string[] Properties = ["p", "q", "d"];

    private static readonly string Long = new('x', 300);

    // Near to each other where an order may go wrong: scale and size of numbers, what UTF-8 orders otherwise than UTF-16, long texts with one start, dates that are one instant.
    private static readonly Value[] Values =
    [
        Value.Null, new BooleanValue(false), new BooleanValue(true),
        new IntegerValue(0), new IntegerValue(1), new IntegerValue(2), new IntegerValue(10), new IntegerValue(-1), new IntegerValue(-10), new IntegerValue(long.MaxValue), new IntegerValue(long.MinValue),
        new DecimalValue(1.0m), new DecimalValue(1.50m), new DecimalValue(1.51m), new DecimalValue(-1.5m), new DecimalValue(-1.51m), new DecimalValue(0.00m), new DecimalValue(0.001m),
        new DecimalValue(decimal.MaxValue), new DecimalValue(decimal.MinValue), new DecimalValue(0.0000000000000000000000000001m),
        new TextValue(""), new TextValue("a"), new TextValue("A"), new TextValue("ab"), new TextValue("a\0"), new TextValue("é"), new TextValue("\uFFFD"), new TextValue("\U0001F600"), new TextValue("2"),
        new TextValue(Long), new TextValue(Long + "a"), new TextValue(Long + "b"), new TextValue(Long[..256]), new TextValue(Long[..255] + "é"),
        new TextValue("2026-05-02"), new TextValue("2026-05-02T00:00:00Z"), new TextValue("2026-05-02T01:00:00+02:00"), new TextValue("2026-05-03"), new TextValue("9999-12-31"), new TextValue("0001-01-01"),
        new ListValue([new IntegerValue(1)]), new ListValue([]), ObjectValue.Empty.With("a", Value.Null),
    ];

    private static readonly Value[] Dates = [new DateValue(new(2026, 5, 2, 0, 0, 0, TimeSpan.Zero)), new DateValue(new(2026, 5, 3, 0, 0, 0, TimeSpan.FromHours(1))), new DateValue(DateTimeOffset.MaxValue)];

    private static readonly Value[] Titles = [.. Values.OfType<TextValue>()];

    private static readonly Gen<FilterField> Fields = Gen.Frequency(
        (4, Gen.Elements(Properties).Select(FilterField (name) => new MetadataField(name, name == "d"))),
        (3, Gen.Elements(Enum.GetValues<Column>()).Select(FilterField (column) => new ColumnField(column))));

    private static readonly Gen<Comparison> Comparisons =
        from field in Fields
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from value in Gen.Elements([.. Values, .. Dates, new TextValue("article"), new TextValue("key-3"), new IntegerValue(3), new IntegerValue(4)])
        select new Comparison(field, comparison, value);

    private static readonly Gen<QueryStep> Questions =
        from comparisons in Comparisons.ListOf().Resize(3)
        from order in Gen.Frequency((1, Gen.Constant<Ordering?>(null)), (3, from field in Fields from down in Gen.Elements(true, false) select (Ordering?)new Ordering(field, down)))
        from most in Gen.Choose(0, 5)
        select (QueryStep)new AskStep(new Filter([.. comparisons]), order, most);

    private static readonly Gen<FieldEdit> Edits =
        from document in Gen.Choose(1, 9)
        from property in Gen.Frequency((5, Gen.Elements(Properties)), (1, Gen.Constant("title")), (1, Gen.Elements("delete", "publish", "schedule")))
        from value in Gen.Elements(Values)
        from title in Gen.Elements(Titles)
        select new FieldEdit(document, property, property == "title" ? title : value);

    private static readonly Gen<QueryStep> All = Gen.Frequency(
        (6, Questions),
        (5, Edits.NonEmptyListOf().Resize(6).Select(QueryStep (edits) => new EditsStep([.. edits]))),
        (1, Gen.SubListOf(Properties).Select(QueryStep (properties) => new MarkStep([.. properties]))));

    /// <summary>Walks of up to 40 steps; a failing one is made shorter.</summary>
    public static Arbitrary<QueryStep[]> Walks { get; } = Arb.From(Gen.Choose(1, 40).SelectMany(length => All.ArrayOf(length)), StoreStep.Shorter);
}

/// <summary>A commit of edits; a document that is not there yet is made.</summary>
public sealed record EditsStep(FieldEdit[] Edits) : QueryStep
{
    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Edits.AsEnumerable());
}

/// <summary>Sets a metadata property or the title, or deletes, publishes or schedules.</summary>
public sealed record FieldEdit(int Document, string What, Value Value);

/// <summary>Gives the store a design that marks some properties as indexed.</summary>
public sealed record MarkStep(string[] Indexed) : QueryStep
{
    /// <inheritdoc/>
    public override string ToString() => "index " + string.Join(", ", Indexed);
}

/// <summary>A question, of which the first few answers are also asked alone.</summary>
public sealed record AskStep(Filter Filter, Ordering? Order, int Most) : QueryStep
{
    /// <inheritdoc/>
    public override string ToString() => $"find [{string.Join("; ", Filter.Comparisons)}] in {Order} first {Most}";
}
