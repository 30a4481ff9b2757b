using DocScript.Documents.Components;
using DocScript.Documents.Values;
using static DocScript.Terminal.Tests.Changed;

namespace DocScript.Terminal.Tests;

public sealed class DocumentOutlineTests
{
    [Fact]
    public void A_document_is_its_header_its_metadata_and_its_components_with_their_ids()
    {
        var document = Document(42, "Title", "notes") with
        {
            Metadata = ObjectValue.Of([new("tags", new ListValue([Text("a"), Text("b")]))]),
            Components = ComponentTree.Of(
            [
                Leaf("doc-1", "heading", "text", Text("Hello\u001b")),
                Leaf("doc-2", "columns", "name", Text("x"), new SubtreeContainer("left", [Leaf("doc-3", "paragraph", "text", Text("l"))]), new SubtreeContainer("right", [])) with { Fixed = true },
                Leaf("doc-4", "paragraph", "text", Text("end")) with
                {
                    Styles = ObjectValue.Of([new("side", Text("left"))]),
                    Conditions = ObjectValue.Of([new("dateTime", ObjectValue.Of([new("gte", Text("2026-01-01"))]))]),
                },
            ]),
        };
        Assert.Equal(
            """
            article 42 notes "Title"
              version 3 (sequence 5), not published
              created 0001-01-01T00:00:00Z, updated 0001-01-01T00:00:00Z
              meta tags = ["a", "b"]

              doc-1 heading "Hello\u{1B}"
              doc-2 columns (fixed) "x"
                left:
                  doc-3 paragraph "l"
              doc-4 paragraph "end"  style side: "left"  condition dateTime: {gte: "2026-01-01"}

            """.ReplaceLineEndings("\n"),
            Plain(DocumentOutline.Lines(document)));
    }
}
