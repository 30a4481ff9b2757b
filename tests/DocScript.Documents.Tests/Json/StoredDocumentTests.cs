using System.Text;
using System.Text.Json;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Json;

[Properties(Arbitrary = [typeof(DocumentArbitraries)])]
public sealed class StoredDocumentTests
{
    [Property]
    public void A_document_of_a_store_is_equal_to_the_one_that_was_written_and_can_be_edited(EditedDocument edited)
    {
        Change[] changes = [new Created(edited.Document)];
        var stored = Assert.IsType<Created>(Assert.Single(Read(JsonText.Of(writer => ChangeJson.Write(writer, changes)), ChangeJson.ReadStored))).Initial;
        Assert.Equal(edited.Document, stored);

        var made = Attempt.Run(edited.Design, edited.Document, edited.Attempts).Select(step => step.Change).ToList();
        var again = Read(JsonText.Of(writer => DocumentJson.Write(writer, edited.Document)), ReadStored);
        Assert.Equal(made.Aggregate(edited.Document, (document, change) => change.Apply(document)), made.Aggregate(again, (document, change) => change.Apply(document)));
    }

    [Theory]
    [InlineData("[{'id': 'a'}]", "'component' is missing")]
    [InlineData("[{'id': 'a', 'component': 'p'}, {'id': 'a', 'component': 'p'}]", "component id 'a' is taken")]
    [InlineData("{}", "'content' must be a list, not an object")]
    public void Components_that_are_none_are_said_when_they_are_asked_for_and_not_before(string content, string message)
    {
        var json = $"{{'format': 1, 'header': {{'id': 1, 'key': 'k', 'type': 'article', 'version': 1, 'sequence': 1, 'created': '2026-01-01', 'updated': '2026-01-01', 'committed': '2026-01-01'}}, 'title': 'T', 'metadata': {{}}, 'content': {content}}}".Quoted();
        var document = Read(json, ReadStored);
        Assert.Equal("T", document.Title);
        for (var time = 0; time < 2; time++) Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => document.Components.Count).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonText.Read(json, DocumentJson.Read)).Message);
    }

    [Property]
    public void The_document_that_first_changes_make_is_the_one_of_their_replay(EditedDocument edited)
    {
        var header = edited.Document.Header with { Version = 7, Sequence = 1 };
        Change[] changes = [new Created(edited.Document), .. Attempt.Run(edited.Design, edited.Document, edited.Attempts).Select(step => step.Change)];
        foreach (var first in new[] { changes[..1], changes })
        {
            var made = Read(JsonText.Of(writer => ChangeJson.Write(writer, first)), (json, bytes, names) => ChangeJson.ReadMade(json, bytes, names, header));
            Assert.Equal(Document.Replay(null, first, header), made);
        }
    }

    [Fact]
    public void First_changes_that_make_no_document_or_are_of_a_newer_format_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Made("[]"));
        Assert.Throws<InvalidOperationException>(() => Made("[{'v': 1, 'change': 'titleSet', 'was': 'a', 'value': 'b'}]"));
        Assert.Throws<FormatException>(() => Made("[{'v': 2, 'change': 'created'}]"));
        Assert.Throws<FormatException>(() => Made("[{'v': 1, 'change': 'created', 'document': {'format': 2}}]"));
        Assert.Throws<FormatException>(() => Made("{}"));

        Document Made(string json) => Read(json.Quoted(), (element, bytes, names) => ChangeJson.ReadMade(element, bytes, names, new Header { Id = 1, Key = "k", ContentType = "article" }));
    }

    [Fact]
    public void Documents_that_are_read_together_have_their_short_texts_in_common()
    {
        var names = new SharedNames();
        var (one, other) = (Written("a name"), Written("a name"));
        Assert.Same(one.Header.ContentType, other.Header.ContentType);
        Assert.Same(one.Metadata.Entries[0].Key, other.Metadata.Entries[0].Key);
        Assert.Same(one.Metadata.Entries[0].Value, other.Metadata.Entries[0].Value);

        // So many that each place is taken over again and again, and such as JSON must escape or ASCII does not have.
        foreach (var name in Enumerable.Range(0, 3000).SelectMany(number => new[] { $"n{number}", $"\"{number}", $"\n{number}", $"ä{number}", $"\ud83d\ude00{number}" }))
            Assert.Equal(name, Written(name).Metadata.Entries[0].Key);

        Document Written(string name)
        {
            var document = new Document(new Header { Id = 1, Key = "k", ContentType = "article" }, name, ObjectValue.Empty.With(name, new TextValue(name)), ComponentTree.Empty);
            var read = Read(JsonText.Of(writer => DocumentJson.Write(writer, document)), names, (json, bytes, all) => DocumentJson.ReadStored(json, bytes, all));
            Assert.Equal(document, read);
            return read;
        }
    }

    private static Document ReadStored(JsonElement json, ArraySegment<byte> bytes, SharedNames names) => DocumentJson.ReadStored(json, bytes, names);

    private static T Read<T>(string json, Func<JsonElement, ArraySegment<byte>, SharedNames, T> read) => Read(json, new SharedNames(), read);

    private static T Read<T>(string json, SharedNames names, Func<JsonElement, ArraySegment<byte>, SharedNames, T> read)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        using var parsed = JsonDocument.Parse(bytes, ValueJson.ReadOptions);
        return read(parsed.RootElement, bytes, names);
    }
}
