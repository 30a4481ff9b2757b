using System.Collections.Immutable;
using System.Text;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Tests.Newsroom;

public class SavedPlanJsonTests
{
    private static readonly DateTimeOffset Instant = new(2025, 3, 4, 5, 6, 7, 89, TimeSpan.FromHours(2));

    [Fact]
    public async Task A_plan_read_is_the_plan_written()
    {
        var plan = await Plan();
        var read = SavedPlanJson.Read(SavedPlanJson.Write(plan));

        Assert.Equal(Encoding.UTF8.GetString(SavedPlanJson.Write(plan)), Encoding.UTF8.GetString(SavedPlanJson.Write(read)));
        Assert.Equal<string>(plan.Printed, read.Printed);
        var (before, after) = (plan.Transaction, read.Transaction);
        Assert.Equal(before.Instant, after.Instant);
        Assert.Equal(before.Key, after.Key);
        Assert.Equal(before.Undoes, after.Undoes);
        Assert.Equal(before.Reads.Documents, after.Reads.Documents);
        Assert.Equal(before.Reads.AbsentKeys, after.Reads.AbsentKeys);
        Assert.Equal<Filter>(before.Reads.Filters, after.Reads.Filters);
        Assert.Equal(before.Documents.Length, after.Documents.Length);
        foreach (var (one, other) in before.Documents.Zip(after.Documents))
        {
            Assert.Equal(one.Expected, other.Expected);
            Assert.Equal<Change>(one.Changes, other.Changes);
            Assert.Equal(one.After, other.After);
        }
    }

    [Fact]
    public async Task A_plan_of_a_newer_format_is_refused()
    {
        var text = Encoding.UTF8.GetString(SavedPlanJson.Write(await Plan())).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);
        var refused = Assert.Throws<FormatException>(() => SavedPlanJson.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal("this plan has format 2, newer than 1; use the DocScript that wrote it", refused.Message);
    }

    /// <summary>What is in the file, and how the message begins.</summary>
    public static TheoryData<string, string> Damaged => new()
    {
        { "", "it is not JSON, or damaged" },
        { "{", "it is not JSON, or damaged" },
        { "[]", "it has another form" },
        { "{}", "it has another form" },
        { """{"format": "other"}""", "it has another form" },
        { """{"format": 3}""", "/format is a number, not a text" },
        { """{"format": "docscript-plan"}""", "/version is missing" },
        { """{"format": "docscript-plan", "version": "1"}""", "/version is a text, not an integer" },
        { """{"format": "docscript-plan", "version": 1}""", "/transaction is missing" },
        { """{"format": "docscript-plan", "version": 1, "transaction": "x"}""", "/transaction is a text, not a transaction id" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_plan_is_refused_with_the_place(string json, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => SavedPlanJson.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Whatever_is_cut_from_a_plan_it_is_read_or_refused_but_never_a_crash()
    {
        var text = Encoding.UTF8.GetString(SavedPlanJson.Write(await Plan()));
        var lines = text.Split('\n');
        for (var cut = 0; cut < lines.Length; cut++)
        {
            var without = string.Join('\n', lines.Where((_, index) => index != cut));
            var shorter = string.Join('\n', lines.Take(cut));
            foreach (var damaged in new[] { without, shorter })
            {
                try
                {
                    SavedPlanJson.Read(Encoding.UTF8.GetBytes(damaged));
                }
                catch (FormatException e)
                {
                    Assert.NotEmpty(e.Message);
                }
            }
        }
    }

    private static async Task<SavedPlan> Plan()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var before = newsroom.Load(10);
        ImmutableArray<Change> changes = [new TitleSet(before.Title, "Neu: “ü”"), new MetadataSet(MetadataPath.Of("flag"), new TextValue("Local"), null)];
        var transaction = new Transaction
        {
            Id = new Guid("0195a5b0-0000-7000-8000-000000000001"),
            Actor = "mara",
            Instant = Instant,
            Script = "set title = \"x\"\n",
            Parameters = """{"a": 1}""",
            Key = new IdempotencyKey("k", "hash"),
            Result = """{"printed": []}""",
            ReadAt = 7,
            Undoes = new Guid("0195a5b0-0000-7000-8000-000000000002"),
            Reads = new ReadSet(
                ReadDocuments.Of(new Dictionary<long, long> { [10] = 1, [-1] = 3, [99] = 0 }),
                ReadSet.Empty.AbsentKeys.Add("nobody"),
                [
                    Filter.All,
                    Filter.All with { UpTo = new Bound(new Ordering(new MetadataField("publishDate", IsDate: true), Descending: true), new DateValue(Instant), 10, new DateValue(Instant)) },
                    Filter.All with { UpTo = new Bound(new Ordering(new ColumnField(Column.Title), Descending: false), new TextValue("a"), 11, Value.Null) },
                    new Filter(
                    [
                        new Comparison(new ColumnField(Column.Type), ComparisonOperator.Equal, new TextValue("regular")),
                        new Comparison(new MetadataField("publishDate"), ComparisonOperator.LessOrEqual, new DateValue(Instant)),
                        new Comparison(new MetadataField("flag"), ComparisonOperator.NotEqual, Value.Null),
                    ]),
                ]),
            Documents = [new DocumentChanges(1, changes, DocScript.Documents.Document.Commit(before, changes, Instant))],
        };
        return new SavedPlan(transaction, ["one", "zwölf \"two\""]);
    }
}
