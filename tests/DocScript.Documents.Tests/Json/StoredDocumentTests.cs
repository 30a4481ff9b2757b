using System.Text;
using System.Text.Json;
using DocScript.Documents.Changes;
using DocScript.Documents.Json;
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
        var again = Read(JsonText.Of(writer => DocumentJson.Write(writer, edited.Document)), DocumentJson.ReadStored);
        Assert.Equal(made.Aggregate(edited.Document, (document, change) => change.Apply(document)), made.Aggregate(again, (document, change) => change.Apply(document)));
    }

    [Theory]
    [InlineData("[{'id': 'a'}]", "'component' is missing")]
    [InlineData("[{'id': 'a', 'component': 'p'}, {'id': 'a', 'component': 'p'}]", "component id 'a' is taken")]
    [InlineData("{}", "'content' must be a list, not an object")]
    public void Components_that_are_none_are_said_when_they_are_asked_for_and_not_before(string content, string message)
    {
        var json = $"{{'format': 1, 'header': {{'id': 1, 'key': 'k', 'type': 'article', 'version': 1, 'sequence': 1, 'created': '2026-01-01', 'updated': '2026-01-01', 'committed': '2026-01-01'}}, 'title': 'T', 'metadata': {{}}, 'content': {content}}}".Quoted();
        var document = Read(json, DocumentJson.ReadStored);
        Assert.Equal("T", document.Title);
        for (var time = 0; time < 2; time++) Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => document.Components.Count).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonText.Read(json, DocumentJson.Read)).Message);
    }

    private static T Read<T>(string json, Func<JsonElement, byte[], T> read)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        using var parsed = JsonDocument.Parse(bytes, ValueJson.ReadOptions);
        return read(parsed.RootElement, bytes);
    }
}
