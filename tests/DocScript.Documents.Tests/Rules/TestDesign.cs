using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests;

/// <summary>A design with a directive of every kind and every restriction on places, and a document that conforms to it.</summary>
internal static class TestDesign
{
    public static Design Design { get; } = DesignJson.Parse("""
        {
          'name': 'test', 'version': '1.0.0',
          'components': [
            {'name': 'paragraph', 'html': '<p doc-editable="text"></p>'},
            {'name': 'all', 'html': '<div doc-style="style"><b doc-editable="text" doc-link="link"></b><img doc-image="image"><i doc-video="video"></i><u doc-include="include"></u><em doc-html="html"></em><s doc-toggle="toggle"></s></div>'},
            {'name': 'list', 'html': '<ul doc-container="items"></ul>', 'directives': {'items': {'allowedChildren': ['item']}}},
            {'name': 'item', 'html': '<li doc-editable="text"></li>', 'allowedParents': ['list']},
            {'name': 'columns', 'html': '<div><div doc-container="left"></div><div doc-container="right"></div></div>'},
            {'name': 'page-only', 'html': '<p doc-editable="text"></p>'},
            {'name': 'top', 'html': '<p doc-editable="text"></p>', 'allowedParents': ['root']}
          ],
          'contentTypes': [
            {'handle': 'article', 'documentType': 'article', 'components': [{'name': 'paragraph'}, {'name': 'all'}, {'name': 'list'}, {'name': 'item'}, {'name': 'columns'}, {'name': 'top'}],
             'metadata': [
               {'handle': 'title', 'type': 'li-text'}, {'handle': 'priority', 'type': 'li-integer'}, {'handle': 'featured', 'type': 'li-boolean'},
               {'handle': 'date', 'type': 'li-datetime'}, {'handle': 'tags', 'type': 'li-string-list'}, {'handle': 'image', 'type': 'li-image'},
               {'handle': 'free', 'type': 'customers-own'}, {'handle': 'team', 'type': 'li-team'}]},
            {'handle': 'page', 'documentType': 'page', 'publishControl': {}, 'metadata': [{'handle': 'title', 'type': 'li-text'}]}
          ]
        }
        """.Replace("\"", "\\\"", StringComparison.Ordinal).Quoted());

    /// <summary>p1, a list with i1 and i2, columns with f1 (fixed), m, f2 (fixed), f3 (fixed) left and none right, last.</summary>
    public static Document Document { get; } = new(
        new Header { Id = 42, Key = "42", ContentType = "article", Version = 1, Sequence = 1 },
        "Title",
        ObjectValue.Of([
            new("title", Text("a")),
            new("date", Text("2026-01-01T00:00:00.000Z")),
            new("free", ObjectValue.Empty.With("a", Text("x")).With("none", Value.Null).With("empty", ObjectValue.Empty))]),
        ComponentTree.Of([
            New("p1", "paragraph", ObjectValue.Empty.With("text", Text("one"))),
            Filled(New("list", "list"), "items", New("i1", "item"), New("i2", "item")),
            Filled(New("cols", "columns"), "left", Fixed("f1"), New("m", "paragraph"), Fixed("f2"), Fixed("f3")),
            New("all", "all"),
            New("last", "paragraph")]));

    public static TextValue Text(string text) => new(text);

    public static Subtree New(string id, string type, ObjectValue? content = null) => Documents.Rules.NewComponent(Design, id, type, content ?? ObjectValue.Empty);

    public static Subtree Fixed(string id) => New(id, "paragraph") with { Fixed = true };

    public static Subtree Filled(Subtree subtree, string container, params Subtree[] children) =>
        subtree with { Containers = [.. subtree.Containers.Select(own => own.Name == container ? own with { Children = children } : own)] };
}
