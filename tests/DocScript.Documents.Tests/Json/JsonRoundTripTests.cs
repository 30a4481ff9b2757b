using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Json;

[Properties(Arbitrary = [typeof(DocumentArbitraries)])]
public sealed class JsonRoundTripTests
{
    [Property(MaxTest = 500)]
    public void Values_keep_their_worth_and_their_kind(Value value)
    {
        var json = JsonText.Of(writer => ValueJson.Write(writer, value));
        var again = ValueJson.Parse(json);
        Assert.Equal(value, again);
        Assert.Equal(Kinds(value), Kinds(again));
        Assert.Equal(json, JsonText.Of(writer => ValueJson.Write(writer, again)));
    }

    [Property]
    public void Subtrees_come_back_equal(EditedDocument edited)
    {
        foreach (var subtree in edited.Document.Components.ToSubtrees())
            Assert.Equal(subtree, JsonText.Read(JsonText.Of(writer => ComponentJson.Write(writer, subtree, null)), ComponentJson.Read));
    }

    [Property]
    public void Documents_come_back_equal(EditedDocument edited)
    {
        var document = edited.Document with { Extra = edited.Document.Metadata };
        Assert.Equal(document, JsonText.Read(JsonText.Of(writer => DocumentJson.Write(writer, document)), DocumentJson.Read));
        Assert.Equal(document.Header, JsonText.Read(JsonText.Of(writer => DocumentJson.WriteHeader(writer, document.Header)), DocumentJson.ReadHeader));
    }

    [Property]
    public void Changes_and_their_inverses_come_back_equal(EditedDocument edited)
    {
        var made = Attempt.Run(edited.Design, edited.Document, edited.Attempts).Select(step => step.Change).ToList();
        List<Change> changes = [new Created(edited.Document), .. made, .. made.Select(change => change.Invert()), new Deleted(edited.Document), new Restored(edited.Document)];
        Assert.Equal(changes, JsonText.Read(JsonText.Of(writer => ChangeJson.Write(writer, changes)), ChangeJson.Read));
    }

    [Property]
    public void Designs_come_back_equal(Design design) =>
        Assert.Equal(design, JsonText.Read(JsonText.Of(writer => DesignJson.Write(writer, design)), DesignJson.Read));

    [Fact]
    public void Components_nest_as_deep_as_the_rules_allow_and_values_in_them_too()
    {
        Value deep = Value.Null;
        while (deep.Depth < Value.MaxDepth - 1) deep = new ListValue([deep]);
        var subtree = new Subtree("d200", "box", false, ObjectValue.Empty.With("deep", deep), ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, []);
        for (var depth = 199; depth > 0; depth--)
            subtree = subtree with { Id = $"d{depth}", Content = ObjectValue.Empty, Containers = [new("items", [subtree])] };
        var document = new Document(new Header { Id = 1, Key = "1", ContentType = "article" }, "", ObjectValue.Empty, ComponentTree.Of([subtree]));

        List<Change> changes = [new Created(document)];
        Assert.Equal(changes, JsonText.Read(JsonText.Of(writer => ChangeJson.Write(writer, changes)), ChangeJson.Read));
    }

    private static string Kinds(Value value) => value switch
    {
        ListValue list => $"[{string.Join(',', list.Items.Select(Kinds))}]",
        ObjectValue members => $"{{{string.Join(',', members.Entries.Select(entry => Kinds(entry.Value)))}}}",

        // Beyond 64 bits there are no integers, so that these come back as what they are anyway.
        _ => value.KindName,
    };
}
