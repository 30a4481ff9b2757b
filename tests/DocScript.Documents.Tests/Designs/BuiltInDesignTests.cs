using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Designs;

public sealed class BuiltInDesignTests
{
    [Fact]
    public void Its_templates_say_what_its_lists_say() =>
        Assert.Equal(Design.BuiltIn, DesignJson.Parse(ValueText(Design.BuiltIn.Source)));

    [Fact]
    public void It_comes_back_from_its_stored_form() =>
        Assert.Equal(Design.BuiltIn, DesignJson.Parse(JsonText.Of(writer => DesignJson.Write(writer, Design.BuiltIn))));

    [Fact]
    public void It_has_articles_and_pages_of_the_usual_components()
    {
        Assert.Equal(["article", "page"], Design.BuiltIn.ContentTypes.Keys);
        Assert.Superset(new HashSet<string> { "paragraph", "heading", "image", "quote", "list", "columns", "embed" }, Design.BuiltIn.Components.Keys.ToHashSet());
    }

    [Fact]
    public void Every_component_can_be_put_into_an_article_somewhere()
    {
        var design = Design.BuiltIn;
        var document = ((Documents.Changes.Created)Documents.Rules.Create(design, 1, null, "article", "t", ObjectValue.Empty).Change!).Initial;
        foreach (var type in design.Components.Keys.OrderBy(type => type == "list-item"))
        {
            ComponentPlace place = type == "list-item" ? new InContainer("list", null, First: false) : new AtRoot(First: false);
            var edit = Documents.Rules.Insert(design, document, place, Documents.Rules.NewComponent(design, type, type, ObjectValue.Empty));
            Assert.True(edit.Violation is null, edit.Violation?.Message);
            document = edit.Change!.Apply(document);
        }

        Assert.Equal(design.Components.Count, document.Components.Count);
        Assert.Empty(Documents.Rules.Import(design, document));
    }

    private static string ValueText(ObjectValue source) => JsonText.Of(writer => ValueJson.Write(writer, source));
}
