using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests;

/// <summary>The cases of the rules for content, styles and conditions, over a design that configures its directives.</summary>
internal static class ContentRuleCases
{
    public static Design Design { get; } = DesignJson.Parse("""
        {
          'name': 'content', 'version': '1.0.0',
          'includeServices': [{'handle': 'quiz', 'paramsSchema': [{'handle': 'id', 'type': 'li-integer', 'required': true}, {'handle': 'label', 'type': 'li-text'}]}],
          'componentProperties': {
            'flag': {'type': 'option', 'value': 'is-on'},
            'side': {'type': 'select', 'options': [{'caption': 'Middle'}, {'caption': 'Left', 'value': 'left'}, {'caption': 'Right', 'value': 'right'}]},
            'tint': {'type': 'style', 'cssProperty': 'color'}
          },
          'components': [
            {'name': 'p', 'html': '<p doc-editable="text"></p>', 'directives': {'text': {'minLength': 3, 'maxLength': 5}}, 'properties': ['flag', 'side', 'tint']},
            {'name': 'note', 'html': '<p doc-editable="text"></p>', 'directives': {'text': {'plainText': true, 'minLength': 2, 'optional': true}}},
            {'name': 'media', 'html': '<div><img doc-image="image"><b doc-video="video"></b><a doc-link="link"></a><i doc-html="html"></i></div>'},
            {'name': 'box', 'html': '<div doc-style="box"><u doc-style="free"></u></div>', 'directives': {'box': {'properties': ['side', 'tint']}}},
            {'name': 'frame', 'html': '<div doc-style="keyed"><u doc-style="handles"></u></div>', 'directives': {
               'keyed': {'properties': {'side': {}, 'tint': {}}}, 'handles': {'properties': [{'handle': 'side'}, {'identifier': 'tint'}, {'name': 'flag'}]}}},
            {'name': 'teaser', 'html': '<div><b doc-include="card"></b><b doc-include="many"></b><b doc-include="any"></b></div>', 'directives': {
               'card': {'service': 'teaser', 'defaultParams': {'layout': 'card', 'rows': 3},
                        'paramsSchema': {'type': 'object', 'required': ['layout'], 'additionalProperties': false, 'properties': {
                          'layout': {'type': 'string', 'enum': ['card', 'list']}, 'rows': {'type': 'integer'},
                          'teasers': {'type': 'object', 'required': ['limit'], 'additionalProperties': false, 'properties': {'limit': {'type': 'integer'}, 'tags': {'type': 'array', 'items': {'type': 'string'}}}}}}},
               'many': {'services': [{'service': 'poll', 'defaultParams': {'open': true}}, {'service': 'quiz'}]}}}
          ],
          'contentTypes': [{'handle': 'article', 'documentType': 'article',
            'components': ['media', 'teaser', {'name': 'p', 'conditions': ['dateTime', 'brands']}, {'name': 'note', 'conditions': []}, {'name': 'box', 'conditions': ['brands']}],
            'metadata': [{'handle': 'picture', 'type': 'li-image'}, {'handle': 'menu', 'type': 'li-tree'}]}]
        }
        """.Replace("\"", "\\\"", StringComparison.Ordinal).Quoted());

    public static Document Document { get; } = new(
        new Header { Id = 42, Key = "42", ContentType = "article", Version = 1, Sequence = 1 },
        "Title",
        ObjectValue.Empty,
        ComponentTree.Of([New("p", "p", "{'text': 'abcd'}") with { Styles = Json("{'side': 'left'}") }, New("note", "note"), New("media", "media"), New("box", "box", "{'box': {'side': 'left'}}"), New("teaser", "teaser")]));

    public static IEnumerable<RuleCase> All =>
    [
        new(RuleSet.EditableMarkup, "editable 'text' of 'p' does not take <script>", () => Import("p", "{'text': '<script>x</script>'}"), () => Import("p", "{'text': '<b>x</b>'}")),
        new(RuleSet.EditableMarkup, "editable 'text' of 'note' does not take <b>", () => Rules.MarkupTaken(Design, "note", "text", new TextValue("<b>x</b>")), () => Rules.MarkupTaken(Design, "p", "text", new TextValue("<b>x</b>"))),
        new(RuleSet.EditableMarkup, "editable 'text' of 'p' does not take 'onclick' of <b>", () => Insert(New("n", "p") with { Content = Json("{'text': '<b onclick=x>y</b>'}") }), () => Insert(New("n", "p", "{'text': '<b onclick=x>y</b>'}"))),
        new(RuleSet.EditableMarkup, "editable 'text' of 'p' does not take <p>", () => Undo(new DirectiveSet("p", "text", new TextValue("<p>x</p>"), new TextValue("abcd"))), () => Undo(new DirectiveSet("p", "text", new TextValue("<i>x</i>"), new TextValue("abcd")))),
        new(RuleSet.EditableLength, "'p.text' has 6 characters, more than the 5 that a publication may have", () => Publish("p", "<b>abc</b>&amp;😀f"), () => Publish("p", "<b>abc</b>&amp;😀")),
        new(RuleSet.EditableLength, "'p.text' has 2 characters, fewer than the 3 that a publication needs", () => Publish("p", "<b class=\"long\">ab</b>"), () => Publish("p", "abc")),
        new(RuleSet.EditableLength, "'p.text' has 0 characters, fewer than the 3 that a publication needs", () => Publish("p", ""), () => Publish("note", "")),
        new(RuleSet.EditableLength, "'note.text' has 1 character, fewer than the 2 that a publication needs", () => Publish("note", "a"), () => Publish("note", "ab")),
        new(RuleSet.DirectiveMembers, "link 'link' of 'media' has no member 'hreff'", () => Set("media", "link", "{'hreff': 'x'}"), () => Set("media", "link", "{'href': 'x'}")),
        new(RuleSet.DirectiveMembers, "html 'html' of 'media' has no member 'css'", () => Set("media", "html", "{'html': 'x', 'css': 'y'}"), () => Set("media", "html", "{'html': '<script>x</script>'}")),
        new(RuleSet.DirectiveMembers, "include 'any' of 'teaser' has no member 'parms'", () => Set("teaser", "any", "{'service': 's', 'parms': {}}"), () => Set("teaser", "any", "{'service': 's', 'params': {}}")),
        new(RuleSet.MediaMember, "'width' of image 'image' of 'media' must be a number from 0, not \"3\"", () => Set("media", "image", "{'url': 'x', 'width': '3'}"), () => Set("media", "image", "{'url': 'x', 'width': 3, 'height': 2.5}")),
        new(RuleSet.MediaMember, "'width' of image 'image' of 'media' must be a number from 0, not -1", () => Set("media", "image", "{'width': -1}"), () => Set("media", "image", "{'mediaId': 'm', 'width': 0}")),
        new(RuleSet.MediaMember, "'url' of video 'video' of 'media' must be text, not {}", () => Set("media", "video", "{'url': {}}"), () => Set("media", "video", "{'url': 'x', 'anything': {}}")),
        new(RuleSet.MediaMember, "'crops' of image 'image' of 'media' must be a list of objects {name, x, y, width, height}, not {x: 1}", () => Set("media", "image", "{'crops': {'x': 1}}"), () => Set("media", "image", "{'url': 'x', 'crops': [{'name': '16:9', 'x': 1, 'y': 2, 'width': 3, 'height': 4}], 'crop': {'x': 1, 'name': ''}, 'origins': [{}]}")),
        new(RuleSet.MediaMember, "'focalPoint' of image 'image' of 'media' must be an object {x, y}, not {x: 1}", () => Set("media", "image", "{'focalPoint': {'x': 1}}"), () => Set("media", "image", "{'focalPoint': {'x': 0.5, 'y': 1}, 'mediaId': 7}")),
        new(RuleSet.MediaMember, "image 'image' of 'media' must have one of url, originalUrl, mediaId", () => Set("media", "image", "{'foo': 'x'}"), () => Set("media", "image", "{'originalUrl': 'x', 'foo': 'x'}")),
        new(RuleSet.MediaMember, "video 'video' of 'media' must have one of url, originalUrl, mediaId", () => Set("media", "video", "{'url': null, 'width': 5}"), () => Set("media", "video", "{}")),
        new(RuleSet.LinkMember, "'href' of link 'link' of 'media' must be text, not 1", () => Set("media", "link", "{'href': 1}"), () => Set("media", "link", "{'href': null, 'target': '_self'}")),
        new(RuleSet.LinkMember, "'target' of link 'link' of 'media' must be one of _blank, _self, _parent, _top, not \"blank\"", () => Set("media", "link", "{'href': 'x', 'target': 'blank'}"), () => Set("media", "link", "{'href': 'x', 'target': '_blank'}")),
        new(RuleSet.LinkMember, "'reference' of link 'link' of 'media' must be an object {id: …}, not {no: 1}", () => Set("media", "link", "{'$ref': 'document', 'reference': {'no': 1}}"), () => Set("media", "link", "{'$ref': 'document', 'reference': {'id': '1'}}")),
        new(RuleSet.LinkMember, "'$ref' of link 'link' of 'media' needs the other of '$ref' and 'reference'", () => Set("media", "link", "{'$ref': 'document'}"), () => Set("media", "link", "{'$ref': 'document', 'reference': {'id': 1}, 'href': 'x'}")),
        new(RuleSet.ScriptAddress, "'href' of link 'link' of 'media' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Set("media", "link", "{'href': ' JaVa\\tscript&colon;alert(1)'}"), () => Set("media", "link", "{'href': '/javascript:alert(1)'}")),
        new(RuleSet.ScriptAddress, "'href' of link 'link' of 'media' can't be an address of 'data:', which brings a script or a page of its own along", () => Set("media", "link", "{'href': 'data:image/png;base64,AA'}"), () => Set("media", "image", "{'url': 'data:image/png;base64,AA'}")),
        new(RuleSet.ScriptAddress, "'originalUrl' of image 'image' of 'media' can't be an address of 'data:', which brings a script or a page of its own along", () => Set("media", "image", "{'originalUrl': 'data:image/svg+xml,<svg onload=alert(1)>'}"), () => Set("media", "image", "{'originalUrl': 'https://example.org/data:x'}")),
        new(RuleSet.ScriptAddress, "'crops[1].url' of image 'image' of 'media' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Set("media", "image", "{'url': 'x', 'crops': [{'url': 'y'}, {'url': 'javascript:x'}]}"), () => Set("media", "image", "{'url': 'x', 'crops': [{'url': '/javascript:x'}, {'name': 'javascript:x'}]}")),
        new(RuleSet.ScriptAddress, "'crop.originalUrl' of video 'video' of 'media' can't be an address of 'data:', which brings a script or a page of its own along", () => Set("media", "video", "{'url': 'x', 'crop': {'originalUrl': 'data:image/png;base64,AA'}}"), () => Set("media", "image", "{'url': 'x', 'crop': {'originalUrl': 'data:image/png;base64,AA'}}")),
        new(RuleSet.ScriptAddress, "'url' of metadata property 'picture' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Meta("picture", "{'url': 'javascript:x'}"), () => Meta("picture", "{'url': 'data:image/png;base64,AA'}")),
        new(RuleSet.ScriptAddress, "'originalUrl' of metadata property 'picture' can't be an address of 'vbscript:', which brings a script or a page of its own along", () => Meta("picture.originalUrl", "'vbscript:x'"), () => Meta("picture.originalUrl", "'x'")),
        new(RuleSet.ScriptAddress, "'crops[0].url' of metadata property 'picture' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Rules.MetadataAccepts(Design, "article", MetadataPath.Of("picture"), Value("{'url': 'x', 'crops': [{'url': 'JavaScript:x'}]}")), () => Rules.MetadataAccepts(Design, "article", MetadataPath.Of("picture"), Value("{'url': 'x', 'crops': [{'url': 'x'}]}"))),
        new(RuleSet.ScriptAddress, "'[0].href' of metadata property 'menu' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Meta("menu", "[{'id': '1', 'label': 'javascript:x', 'type': 'link', 'href': 'javascript:x'}]"), () => Meta("menu", "[{'id': '1', 'label': 'javascript:x', 'type': 'link', 'href': '#x'}]")),
        new(RuleSet.ScriptAddress, "'[0].items[0].translations.de.href' of metadata property 'menu' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Meta("menu", "[{'id': '1', 'label': 'a', 'type': 'group', 'items': [{'id': '2', 'type': 'multilang', 'translations': {'de': {'href': 'javascript:x'}}}]}]"), () => Meta("menu", "[{'id': '1', 'label': 'a', 'type': 'group', 'items': [{'id': '2', 'type': 'multilang', 'translations': {'de': {'href': 'x'}}}]}]")),
        new(RuleSet.ScriptAddress, "'[0].href' of metadata property 'menu' can't be an address of 'javascript:', which brings a script or a page of its own along", () => Undo(new MetadataSet(MetadataPath.Of("menu"), Value("[{'id': '1', 'label': 'a', 'type': 'link', 'href': 'javascript:x'}]"), null)), () => Undo(new MetadataSet(MetadataPath.Of("menu"), Value("[{'id': '1', 'label': 'a', 'type': 'link', 'href': 'x'}]"), null))),
        new(RuleSet.IncludeService, "'service' of include 'card' of 'teaser' can't be 'poll'", () => Set("teaser", "card", "{'service': 'poll'}"), () => Set("teaser", "many", "{'service': 'poll'}")),
        new(RuleSet.IncludeService, "'service' of include 'any' of 'teaser' must be text, not 1", () => Set("teaser", "any", "{'service': 1}"), () => Set("teaser", "any", "{'service': 'poll', 'params': {'layout': 5}}")),
        new(RuleSet.IncludeOverrides, "'overrides' of include 'any' of 'teaser' needs 'params'", () => Set("teaser", "any", "{'service': 's', 'overrides': []}"), () => Set("teaser", "any", "{'service': 's', 'params': {}, 'overrides': [{'id': '1', 'content': {}, 'originalSnapshot': {}, 'contentProperties': []}]}")),
        new(RuleSet.IncludeOverrides, "'overrides' of include 'any' of 'teaser' must be a list of objects {id, content}, not [{}]", () => Set("teaser", "any", "{'params': {}, 'overrides': [{}]}"), () => Set("teaser", "any", "{'params': {}, 'overrides': null}")),
        new(RuleSet.IncludeParams, "'params' of include 'any' of 'teaser' must be an object, not []", () => Set("teaser", "any", "{'params': []}"), () => Set("teaser", "any", "{'params': {'a': []}}")),
        new(RuleSet.IncludeParams, "'params' of include 'card' of 'teaser' can't be this: 'layout' is missing; 'title' is not one of its params; 'teasers.limit' is missing; 'teasers.invalid' is not one of its params; 'teasers.tags[1]' must be of type string, not 1", () => Set("teaser", "card", "{'params': {'title': 1, 'teasers': {'invalid': 1, 'tags': ['a', 1]}}}"), () => Set("teaser", "card", "{'params': {'layout': 'list', 'rows': null, 'teasers': {'limit': 1, 'tags': ['a']}}}")),
        new(RuleSet.IncludeParams, "'params' of include 'card' of 'teaser' can't be this: 'layout' must be one of \"card\", \"list\", not \"grid\"; 'rows' must be of type integer, not \"3\"", () => Set("teaser", "card", "{'params': {'layout': 'grid', 'rows': '3'}}"), () => Set("teaser", "card", "{'params': {'layout': 'card', 'rows': 3}}")),
        new(RuleSet.IncludeParams, "'params' of include 'many' of 'teaser' can't be this: 'open' must be of type boolean as its default, not \"yes\"", () => Set("teaser", "many", "{'params': {'open': 'yes'}}"), () => Set("teaser", "many", "{'params': {'open': false, 'more': 1}}")),
        new(RuleSet.IncludeParams, "'params' of include 'many' of 'teaser' can't be this: 'id' is missing; 'label' must be of type li-text, not 1", () => Set("teaser", "many", "{'service': 'quiz', 'params': {'label': 1}}"), () => Set("teaser", "many", "{'service': 'quiz', 'params': {'id': 1, 'more': 2}}")),
        new(RuleSet.StyleExists, "component type 'p' has no style 'sid'", () => Style("p", null, "sid", "'left'"), () => Style("p", null, "side", "'left'")),
        new(RuleSet.StyleExists, "component type 'note' has no style 'side'", () => Style("note", null, "side", "null"), () => Style("p", null, "side", "null")),
        new(RuleSet.StyleExists, "no component type has a style 'sid'", () => Rules.StyleExists(Design, null, null, "sid"), () => Rules.StyleExists(Design, null, "box", "sid")),
        new(RuleSet.StyleExists, "style directive 'box' of 'box' has no style 'flag'", () => Style("box", "box", "flag", "'is-on'"), () => Style("box", "free", "anything", "'x'")),
        new(RuleSet.StyleExists, "style directive 'box' of 'box' has no style 'flag'", () => Set("box", "box", "{'flag': 'is-on'}"), () => Set("box", "free", "{'flag': 'is-on'}")),
        new(RuleSet.StyleExists, "style directive 'keyed' of 'frame' has no style 'flag'", () => Rules.StyleExists(Design, "frame", "keyed", "flag"), () => Rules.StyleExists(Design, "frame", "keyed", "tint")),
        new(RuleSet.StyleExists, "style directive 'handles' of 'frame' has no style 'sid'", () => Rules.StyleExists(Design, "frame", "handles", "sid"), () => Rules.StyleExists(Design, "frame", "handles", "side") ?? Rules.StyleExists(Design, "frame", "handles", "tint")),
        new(RuleSet.StyleExists, "component type 'note' has no style 'side'", () => Insert(New("n", "note") with { Styles = Json("{'side': 'left'}") }), () => Insert(New("n", "p") with { Styles = Json("{'side': 'left'}") })),
        new(RuleSet.DirectiveIsOfKind, "directive 'text' of 'p' is of kind editable, not style", () => Style("p", "text", "side", "'left'"), () => Style("box", "box", "side", "'left'")),
        new(RuleSet.StyleValue, "style 'flag' must be \"is-on\", not \"on\"", () => Style("p", null, "flag", "'on'"), () => Style("p", null, "flag", "'is-on'")),
        new(RuleSet.StyleValue, "style 'flag' must be \"is-on\", not true", () => Style("p", null, "flag", "true"), () => Style("p", null, "flag", "''")),
        new(RuleSet.StyleValue, "style 'side' must be \"left\" or \"right\", not \"Middle\"", () => Style("p", null, "side", "'Middle'"), () => Style("p", null, "side", "'right'")),
        new(RuleSet.StyleValue, "style 'tint' must be text, not {}", () => Style("box", "box", "tint", "{}"), () => Style("box", "box", "tint", "'any thing'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold ';', which would end its declaration or bring a script: \"red; position: fixed\"", () => Style("p", null, "tint", "'red; position: fixed'"), () => Style("p", null, "tint", "'1px solid rgb(0 0 0 / 50%)'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold '}', which would end its declaration or bring a script: \"red} a {x\"", () => Style("p", null, "tint", "'red} a {x'"), () => Style("p", null, "tint", "'#1fc47a'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold 'expression(', which would end its declaration or bring a script: \"'/*' expression(1)\"", () => Rules.StyleAccepts(Design, "tint", new TextValue("'/*' expression(1)")), () => Rules.StyleAccepts(Design, "tint", new TextValue("'/*' expression /* ( */ \\"))),
        new(RuleSet.StyleValue, "style 'tint' can't hold '{', which would end its declaration or bring a script: \"{\"", () => Style("p", null, "tint", "'{'"), () => Style("p", null, "tint", "'calc(100% - 2px)'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold '<', which would end its declaration or bring a script: \"</style>\"", () => Style("p", null, "tint", "'</style>'"), () => Style("p", null, "tint", "'a > b'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold 'expression(', which would end its declaration or bring a script: \"Expression (alert(1))\"", () => Style("p", null, "tint", "'Expression (alert(1))'"), () => Style("p", null, "tint", "'expression'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold 'expression(', which would end its declaration or bring a script: \"e/*x*/xpression(1)\"", () => Style("p", null, "tint", "'e/*x*/xpression(1)'"), () => Style("p", null, "tint", "'url(/javascript:x)'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold 'url(javascript:', which would end its declaration or bring a script: \"url( javascript:x)\"", () => Style("p", null, "tint", "'url( javascript:x)'"), () => Style("p", null, "tint", "'url(https://example.org/a.png)'")),
        new(RuleSet.StyleValue, "style 'tint' can't hold 'url(javascript:', which would end its declaration or bring a script: \"url(\\\"j\\\\61vascript:x\\\")\"", () => Rules.StyleAccepts(Design, "tint", new TextValue("url(\"j\\61vascript:x\")")), () => Rules.StyleAccepts(Design, "tint", new TextValue("url(\"j\\61va:x\")"))),
        new(RuleSet.StyleValue, "style 'side' must be \"left\" or \"right\", not \"up\"", () => Set("box", "box", "{'tint': 'x', 'side': 'up'}"), () => Set("box", "box", "{'tint': 'x', 'side': null}")),
        new(RuleSet.StyleValue, "style 'side' must be \"left\" or \"right\", not \"up\"", () => Undo(new StyleSet("p", null, "side", new TextValue("up"), new TextValue("left"))), () => Undo(new StyleSet("p", null, "side", null, new TextValue("left")))),
        new(RuleSet.UndoUntouched, "style 'side' of 'p' is \"left\", not \"right\"", () => Undo(new StyleSet("p", null, "side", null, new TextValue("right"))), () => Undo(new StyleSet("p", null, "side", new TextValue("right"), new TextValue("left")))),
        new(RuleSet.UndoUntouched, "style 'tint' of 'box.box' is unset, not \"x\"", () => Undo(new StyleSet("box", "box", "tint", null, new TextValue("x"))), () => Undo(new StyleSet("box", "box", "side", null, new TextValue("left")))),
        new(RuleSet.UndoUntouched, "condition 'dateTime' of 'p' is unset, not {lt: \"2026-01-01\"}", () => Undo(new ConditionSet("p", "dateTime", null, Json("{'lt': '2026-01-01'}"))), () => Undo(new ConditionSet("p", "dateTime", Json("{'lt': '2026-01-01'}"), null))),
        new(RuleSet.OldValue, "style 'side' of 'p' is \"left\", not null", () => Style("p", null, "side", "'right'", "null"), () => Style("p", null, "side", "'right'", "'left'")),
        new(RuleSet.OldValue, "style 'tint' of 'box.box' is unset, not \"x\"", () => Style("box", "box", "tint", "'y'", "'x'"), () => Style("box", "box", "tint", "'y'", "null")),
        new(RuleSet.OldValue, "condition 'dateTime' of 'p' is unset, not {lt: \"2026-01-01\"}", () => Condition("p", "dateTime", "null", "{'lt': '2026-01-01'}"), () => Condition("p", "dateTime", "null", "{'lt': null}")),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Style("p9", null, "side", "null"), () => Style("p", null, "side", "null")),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Condition("p9", "dateTime", "null"), () => Condition("p", "dateTime", "null")),
        new(RuleSet.ConditionName, "there is no condition 'datetime'", () => Condition("p", "datetime", "null"), () => Condition("p", "dateTime", "null")),
        new(RuleSet.ConditionName, "the condition 'brands' comes by import only", () => Condition("p", "brands", "['ch']"), () => Import("p", "{}", "{'brands': ['ch'], 'dateTime': {}}")),
        new(RuleSet.ConditionName, "there is no condition 'weather'", () => Import("p", "{}", "{'weather': 'sunny'}"), () => Import("p", "{}", "{'dateTime': {'gte': null, 'lt': '2026-01-01T00:00:00.000Z'}}")),
        new(RuleSet.ConditionName, "there is no condition 'weather'", () => Insert(New("n", "p") with { Conditions = Json("{'weather': 'sunny'}") }), () => Insert(New("n", "p") with { Conditions = Json("{'brands': ['ch'], 'dateTime': {'lt': '2026-01-01'}}") })),
        new(RuleSet.ConditionValue, "condition 'dateTime' must be an object {gte: …, lt: …}, not \"2026-01-01\"", () => Condition("p", "dateTime", "'2026-01-01'"), () => Condition("p", "dateTime", "{'gte': '2026-01-01'}")),
        new(RuleSet.ConditionValue, "condition 'dateTime' must have a date (ISO 8601) as 'lt', not \"soon\"", () => Condition("p", "dateTime", "{'gte': '2026-01-01', 'lt': 'soon'}"), () => Condition("p", "dateTime", "{'gte': '2026-01-01', 'lt': '2026-01-02T12:00+01:00'}")),
        new(RuleSet.ConditionValue, "condition 'dateTime' has no member 'gt'", () => Condition("p", "dateTime", "{'gt': '2026-01-01'}"), () => Condition("p", "dateTime", "{'gte': '2026-01-01'}")),
        new(RuleSet.ConditionValue, "condition 'dateTime' can never hold: 'lt' is not after 'gte'", () => Condition("p", "dateTime", "{'gte': '2027-01-01', 'lt': '2026-01-01'}"), () => Condition("p", "dateTime", "{'gte': '2026-01-01', 'lt': '2027-01-01'}")),
        new(RuleSet.ConditionValue, "condition 'dateTime' can never hold: 'lt' is not after 'gte'", () => Condition("p", "dateTime", "{'gte': '2026-01-01T00:00:00Z', 'lt': '2026-01-01T01:00:00+01:00'}"), () => Condition("p", "dateTime", "{'gte': '2026-01-01T00:00:00Z', 'lt': '2026-01-01T00:00:00.001Z'}")),
        new(RuleSet.ConditionAllowed, "content type 'article' does not allow the condition 'dateTime' on components of type 'box'", () => Condition("box", "dateTime", "{'lt': '2026-01-01'}"), () => Condition("box", "dateTime", "null")),
        new(RuleSet.ConditionAllowed, "content type 'article' does not allow the condition 'dateTime' on components of type 'note'", () => Condition("note", "dateTime", "{'lt': '2026-01-01'}"), () => Condition("p", "dateTime", "{'lt': '2026-01-01'}")),
        new(RuleSet.ConditionAllowed, "content type 'article' does not allow the condition 'brands' on components of type 'note'", () => Import("note", "{}", "{'brands': ['ch']}"), () => Import("box", "{}", "{'brands': ['ch']}")),
        new(RuleSet.ConditionAllowed, "content type 'article' does not allow the condition 'dateTime' on components of type 'box'", () => Rules.ConditionAllowed(Design, "article", "box", "dateTime"), () => Rules.ConditionAllowed(Design, null, "box", "dateTime")),
        new(RuleSet.ConditionAllowed, "content type 'article' does not allow the condition 'dateTime' on components of type 'box'", () => Undo(new ConditionSet("box", "dateTime", Json("{'lt': '2026-01-01'}"), null)), () => Undo(new ConditionSet("p", "dateTime", Json("{'lt': '2026-01-01'}"), null))),
        new(RuleSet.ConditionValue, "condition 'brands' must be a list of texts, not {}", () => Import("p", "{}", "{'brands': {}}"), () => Import("p", "{}", "{'brands': []}")),
    ];

    public static Value Value(string json) => ValueJson.Parse(json.Quoted());

    private static ObjectValue Json(string json) => (ObjectValue)Value(json);

    private static Subtree New(string id, string type, string content = "{}") => Rules.NewComponent(Design, id, type, Json(content));

    private static Violation? Insert(Subtree subtree) => Rules.Insert(Design, Document, new AtRoot(First: false), subtree).Violation;

    private static Violation? Set(string id, string directive, string value) => Rules.SetDirective(Design, Document, id, directive, null, Value(value), null).Violation;

    private static Violation? Meta(string path, string value) =>
        Rules.SetMetadata(Design, Document with { Metadata = Json("{'picture': {'url': 'x'}}") }, new MetadataPath([.. path.Split('.')]), Value(value), null).Violation;

    private static Violation? Style(string id, string? directive, string property, string value, string? was = null) =>
        Rules.SetStyle(Design, Document, id, directive, property, Value(value), was is null ? null : Value(was)).Violation;

    private static Violation? Condition(string id, string name, string value, string? was = null) => Rules.SetCondition(Design, Document, id, name, Value(value), was is null ? null : Value(was)).Violation;

    private static Violation? Undo(Change change) => Rules.Undo(Design, Document, change).Violation;

    private static Violation? Publish(string id, string text) =>
        Rules.Publish(Design, Rules.SetDirective(Design, Document, id, "text", null, new TextValue(text), null).Change?.Apply(Document) ?? Document, 1, default).Violation;

    private static Violation? Import(string type, string content, string conditions = "{}") => Rules.Import(Design, Document with
    {
        Components = ComponentTree.Of([New("n", type) with { Content = Json(content), Conditions = Json(conditions) }]),
    }).FirstOrDefault();
}
