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

    private static readonly Gen<QueryStep> Marks = Gen.SubListOf(Properties).Select(QueryStep (properties) => new MarkStep([.. properties]));

    private static readonly Gen<FilterField> Fields = Gen.Frequency(
        (4, Gen.Elements(Properties).Select(FilterField (name) => new MetadataField(name, name == "d"))),
        (3, Gen.Elements(Enum.GetValues<Column>()).Select(FilterField (column) => new ColumnField(column))));

    /// <summary>Walks of up to 40 steps, each over a few values, so that they meet; a failing one is made shorter.</summary>
    public static Arbitrary<QueryStep[]> Walks { get; } = Arb.From(
        from values in Few(_ => true)
        from length in Gen.Choose(1, 40)
        from steps in Steps(values).ArrayOf(length)
        select steps,
        StoreStep.Shorter);

    /// <summary>Commits of edits and designs, mostly over values that can be ordered.</summary>
    internal static Gen<QueryStep> Changes { get; } =
        from values in Gen.OneOf(Few(value => value is NumberValue or NullValue), Few(value => value is TextValue or NullValue), Few(_ => true))
        from step in Gen.Frequency((6, Committed(values)), (1, Marks))
        select step;

    private static Gen<Value[]> Few(Func<Value, bool> isMeant) => Gen.Elements([.. Values.Where(isMeant)]).ArrayOf(6);

    private static Gen<QueryStep> Committed(Value[] values) => Edits(values).NonEmptyListOf().Resize(6).Select(QueryStep (edits) => new EditsStep([.. edits]));

    private static Gen<QueryStep> Steps(Value[] values) => Gen.Frequency(
        (6, Questions([.. values, .. Dates, new TextValue("article"), new TextValue("key-3"), new IntegerValue(3)])),
        (5, Committed(values)),
        (1, Marks));

    private static Gen<QueryStep> Questions(Value[] values) =>
        from comparisons in Comparisons(values).ListOf().Resize(3)
        from order in Gen.Frequency((1, Gen.Constant<Ordering?>(null)), (3, from field in Fields from down in Gen.Elements(true, false) select (Ordering?)new Ordering(field, down)))
        from most in Gen.Choose(0, 5)
        select (QueryStep)new AskStep(new Filter([.. comparisons]), order, most);

    private static Gen<Comparison> Comparisons(Value[] values) =>
        from field in Fields
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from value in Gen.Elements(values)
        select new Comparison(field, comparison, value);

    private static Gen<FieldEdit> Edits(Value[] values) =>
        from document in Gen.Choose(1, 9)
        from what in Gen.Frequency((5, Gen.Elements(Properties)), (2, Gen.Constant("title")), (1, Gen.Elements("delete", "publish", "schedule")))
        from value in Gen.Elements(values)
        from title in Gen.Elements([.. values.OfType<TextValue>().DefaultIfEmpty(new TextValue("a"))])
        select new FieldEdit(document, what, what == "title" ? title : value);
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
