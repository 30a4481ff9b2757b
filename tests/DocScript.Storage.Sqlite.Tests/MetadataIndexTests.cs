using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>Questions about a property that the design marks are answered by an index; that it answers right is for the random walks of the suite to show.</summary>
public sealed class MetadataIndexTests : IDisposable
{
    private static readonly Filter Sport = new([new(new MetadataField("section"), ComparisonOperator.Equal, new TextValue("sport"))]);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_marked_property_is_searched_without_reading_other_documents()
    {
        await Make(indexed: true);
        _folder.Run("UPDATE journal SET hash = zeroblob(32) WHERE document = 2");
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        Assert.Equal([1L, 3], reader.Find(Sport).Select(document => document.Id));
    }

    [Fact]
    public async Task A_property_that_is_not_marked_has_no_rows()
    {
        await Make(indexed: false);
        Assert.Equal(0, _folder.Number("SELECT count(*) FROM metadata"));
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        Assert.Equal([1L, 3], reader.Find(Sport).Select(document => document.Id));
    }

    [Fact]
    public async Task A_new_design_builds_and_drops_the_index()
    {
        await Make(indexed: false);
        await using var store = SqliteStore.Open(_folder.Path);
        await Mark(store, indexed: true);
        Assert.Equal(3, _folder.Number("SELECT count(*) FROM metadata"));
        await _folder.Commit(store, edit => edit.SetMetadata(1, "section", null).SetMetadata(3, "section", new TextValue("world")));
        Assert.Equal(2, _folder.Number("SELECT count(*) FROM metadata WHERE value = X'40776F726C64'"));
        await Mark(store, indexed: false);
        Assert.Equal(0, _folder.Number("SELECT count(*) FROM metadata"));
    }

    [Fact]
    public async Task A_file_of_format_3_has_its_index_made_anew()
    {
        await Make(indexed: true);
        _folder.Run("""
            DROP INDEX documents_type; DROP INDEX documents_updated; DROP TABLE metadata; DROP TABLE indexed;
            CREATE TABLE indexed (property TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE metadata (property TEXT NOT NULL, value TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (property, value, document)) WITHOUT ROWID;
            CREATE INDEX metadata_document ON metadata (document);
            INSERT INTO indexed VALUES ('section');
            INSERT INTO metadata VALUES ('section', 'tsport', 1), ('section', 'tworld', 2), ('section', 'tsport', 3);
            PRAGMA user_version = 3;
            """);
        await using var store = SqliteStore.Open(_folder.Path);
        Assert.Equal(1, _folder.Number("SELECT count(*) FROM metadata WHERE value = X'40776F726C64'"));
        using var reader = store.Read();
        Assert.Equal([1L, 3], reader.Find(Sport).Select(document => document.Id));
        Assert.Equal([1L, 3, 2], reader.Find(Filter.All, new Ordering(new MetadataField("section"), Descending: false)).Select(document => document.Id));
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Theory]
    [InlineData(ComparisonOperator.Greater, "sport", "2")]
    [InlineData(ComparisonOperator.LessOrEqual, "sport", "1, 3")]
    public async Task A_range_is_searched_without_reading_other_documents(ComparisonOperator comparison, string section, string found)
    {
        await Make(indexed: true);
        _folder.Run($"UPDATE journal SET hash = zeroblob(32) WHERE document > 0 AND document NOT IN ({found})");
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        Assert.Equal(found, string.Join(", ", reader.Find(new([new(new MetadataField("section"), comparison, new TextValue(section))])).Select(document => document.Id)));
    }

    [Theory]
    [InlineData("section", true, 2)]
    [InlineData("section", false, 1)]
    [InlineData(null, true, 3)]
    public async Task The_first_in_an_order_is_found_without_reading_other_documents(string? property, bool descending, long first)
    {
        await Make(indexed: true);
        _folder.Run(FormattableString.Invariant($"UPDATE journal SET hash = zeroblob(32) WHERE document > 0 AND document <> {first}"));
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        FilterField field = property is null ? new ColumnField(Column.Title) : new MetadataField(property);
        Assert.Equal(first, reader.Find(Filter.All, new Ordering(field, descending)).First().Id);
    }

    private async Task Make(bool indexed)
    {
        await using var store = SqliteStore.Open(_folder.Path);
        await Mark(store, indexed);
        Assert.IsType<Committed>(await _folder.Commit(store, edit => edit
            .Create(1, title: "A", metadata: ("section", new TextValue("sport")))
            .Create(2, title: "B", metadata: ("section", new TextValue("world")))
            .Create(3, title: "C", metadata: ("section", new TextValue("sport")))));
    }

    private Task Mark(IStore store, bool indexed) => _folder.Transactions.SetDesignAsync(store, IndexedDesign.Of(("section", "li-text", indexed)));
}
