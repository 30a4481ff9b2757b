using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Designs;

public sealed class DesignJsonTests
{
    private static Design Component(string fields) => DesignJson.Parse($"{{'components': [{{'name': 'c', {fields}}}]}}".Quoted());

    public static TheoryData<string, string> Templates => new()
    {
        { "<p doc-editable='text'></p>", "text:Editable" },
        { "<a doc-link='link' doc-editable='title'></a>", "link:Link title:Editable" },
        { "<p class='x' doc-editable='text' doc-optional='true'><!-- doc-image='no' --></p>", "text:Editable" },
        { "<div><img doc-image='i'><i doc-video='v'></i><i doc-include='n'></i><i doc-html='h'></i><i doc-style='s'></i><i doc-toggle='t'></i></div>", "i:Image v:Video n:Include h:Html s:Style t:Toggle" },
        { "<div><b doc-editable='a'></b></div><p doc-editable='b'></p>", "a:Editable b:Editable" },
        { "<tr><td doc-editable='cell'></td></tr>", "cell:Editable" },
        { "<li doc-editable='item'></li>", "item:Editable" },
        { "<P DOC-EDITABLE=text></P>", "text:Editable" },
        { "<p doc-editable></p>", "default:Editable" },
        { "<p doc-editable='text'></p><p doc-editable='text'></p>", "text:Editable" },
        { "<p doc-unheard-of='text'>doc-editable='no'</p>", "" },
        { "<svg><g doc-toggle='icon'></g></svg>", "icon:Toggle" },
        { "no tag at all", "" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_template_declares_the_directives(string html, string expected)
    {
        var component = DesignJson.Parse($$"""{"components": [{"name": "c", "html": "{{html}}"}]}""").Components["c"];
        Assert.Equal(expected, string.Join(' ', component.Directives.Values.Select(directive => $"{directive.Name}:{directive.Kind}")));
        Assert.Empty(component.Containers);
    }

    [Theory]
    [InlineData("'directives': {'main': {'allowedChildren': ['a']}, 'text': {'optional': true}}")]
    [InlineData("'directives': [{'name': 'text', 'type': 'editable', 'optional': true}, {'name': 'main', 'type': 'container', 'allowedChildren': ['a']}]")]
    [InlineData("'directives': [{'name': 'text', 'optional': true}, {'name': 'main', 'allowedChildren': ['a']}, {'name': 'ghost', 'type': 'image'}]")]
    public void The_list_of_directives_configures_them_in_every_form(string directives)
    {
        var component = DesignJson.Parse($$"""{"components": [{"name": "c", "html": "<div><p doc-editable='text'></p><p doc-container='main'></p><p doc-container='side'></p></div>", {{directives.Quoted()}}}]}""").Components["c"];
        Assert.Equal(ObjectValue.Empty.With("optional", new BooleanValue(true)), component.Directives["text"].Configuration);
        Assert.Equal(["main", "side"], component.Containers.Keys);
        Assert.Equal(["a"], component.Containers["main"].AllowedChildren);
        Assert.Null(component.Containers["side"].AllowedChildren);
        Assert.Single(component.Directives);
    }

    [Fact]
    public void Without_a_template_the_list_declares_them()
    {
        var component = Component("'directives': [{'name': 'text', 'type': 'editable'}, {'name': 'main', 'type': 'container'}]").Components["c"];
        Assert.Equal(DirectiveKind.Editable, component.Directives["text"].Kind);
        Assert.Equal(["main"], component.Containers.Keys);
    }

    [Fact]
    public void Parents_properties_and_component_properties_are_kept()
    {
        var design = DesignJson.Parse("{'name': 'd', 'version': '2', 'components': [{'name': 'c', 'label': 'C', 'allowedParents': ['root', 'box'], 'properties': ['large']}], 'componentProperties': {'large': {'type': 'option', 'value': 'x'}}}".Quoted());
        Assert.Equal(("d", "2", "C"), (design.Name, design.Version, design.Components["c"].Label));
        Assert.Equal(["root", "box"], design.Components["c"].AllowedParents);
        Assert.Equal(["large"], design.Components["c"].Properties);
        Assert.Equal(new TextValue("option"), design.ComponentProperties["large"].Find("type"));
    }

    [Fact]
    public void Content_types_are_read_in_either_spelling()
    {
        var design = DesignJson.Parse("""
            {'components': [], 'contentTypes': [
              {'handle': 'article', 'documentType': 'article', 'components': [{'name': 'p'}], 'publishControl': {'embargo': true},
               'metadata': [{'handle': 'title', 'type': 'li-text', 'config': {'maxLength': 5}}, {'name': 'when', 'plugin': 'li-datetime', 'index': true}, {'handle': 'old', 'type': 'text', 'config': {'index': true}}]},
              {'name': 'page', 'metadata': {'mine': {'type': 'customers-own'}, 'bundle': {'type': 'li-bundled-documents'}, 'k': {'type': 'li-kordiam-id'}}}]}
            """.Quoted());
        var article = design.ContentTypes["article"];
        Assert.Equal(["p"], article.Components);
        Assert.Equal(["li-text", "li-datetime", "li-text"], article.Metadata.Values.Select(property => property.Plugin.Name));
        Assert.Equal([false, true, true], article.Metadata.Values.Select(property => property.Indexed));
        Assert.True(article.Metadata["when"].Plugin.IsDate);
        Assert.NotNull(article.Configuration.Find("publishControl"));
        var page = design.ContentTypes["page"];
        Assert.Null(page.Components);
        Assert.Equal("customers-own", page.Metadata["mine"].Plugin.Name);
        Assert.True(page.Metadata["mine"].Plugin.Accepts(new IntegerValue(1)));
        Assert.Equal([false, true, true], page.Metadata.Values.Select(property => property.Plugin.IsSystem));
    }

    [Theory]
    [InlineData("[]", "expected an object, not a list")]
    [InlineData("{'id': 5}", "'components' is missing: this is no design")]
    [InlineData("{'components': 5}", "'components' must be a list, not a number")]
    [InlineData("{'components': [{'html': ''}]}", "components: an entry has no 'name' or 'handle'")]
    [InlineData("{'components': [{'name': 'c'}, {'name': 'c'}]}", "components: 'c' occurs twice")]
    [InlineData("{'components': [{'name': 'c', 'directives': [{'name': 'd'}]}]}", "components 'c': directive 'd' needs a 'type': editable, image, video, include, html, link, style, toggle or container")]
    [InlineData("{'components': [{'name': 'c', 'html': '<a doc-link=x></a><b doc-editable=x></b>'}]}", "components 'c': its template calls two directives 'x': link and editable")]
    [InlineData("{'components': [{'name': 'c', 'html': '<b doc-container=x>', 'directives': {'x': {'allowedChildren': 'a'}}}]}", "components 'c': 'allowedChildren' of container 'x' must be a list of component names")]
    [InlineData("{'components': [], 'contentTypes': [{'handle': 'a', 'metadata': [{'handle': 't'}]}]}", "contentTypes 'a': metadata 't': 'type' is missing")]
    [InlineData("{'docscriptDesign': 2, 'components': []}", "design format 2 is newer than this build, which knows 1")]
    public void What_is_no_design_is_refused_by_place(string json, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<FormatException>(() => DesignJson.Parse(json.Quoted())).Message);

    [Fact]
    public void The_stored_form_keeps_the_design_as_it_came_beside_inferred_content_types()
    {
        var came = DesignJson.Parse("{'name': 'd', 'assets': {'css': ['a']}, 'components': [{'name': 'c', 'html': '<p doc-editable=text>'}]}".Quoted());
        var design = came with { ContentTypes = Design.BuiltIn.ContentTypes };

        var again = DesignJson.Parse(JsonText.Of(writer => DesignJson.Write(writer, design)));

        Assert.Equal(design, again);
        Assert.Equal(came.Source, again.Source);
        Assert.NotNull(again.Source.Find("assets"));
        Assert.NotEqual(came, again);
    }
}
