using System.Buffers;
using System.Text;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Engine.Tests.Conversion;

/// <summary>A body of Livingdocs' command API, and the script that language.md section 6 says is the same, written without the converter.</summary>
public sealed record BodyPair(string Json, string Script)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Json}\n{Script}";
}

/// <summary>Random bodies with every operation, names that are words of the language, and values that break things.</summary>
public static class BodyArbitrary
{
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.Elements("", "title", "meta", "style", "condition", "as", "after", "first", "at", "in", "was", "with", "until", "because", "embargo", "publish", "updated", "parent", "content", "containers", "null", "true", "not", "published", "inserted", "user", "document", "a.b", "og:title", "__proto__"),
        Gen.Elements("doc-1", "doc-FDmyzNUEqQ", "doc-é", "doc-1.x", "doc- 1", "doc-", "${x}", "\"", "\"\"\"", "\\", "\\n", "#", ";", "\n", "\0", "a\u2028b", "😀", "é", "e\u0301", "-1", "42", "'"),
        ValueGenerators.Text);

    private static readonly Gen<Member> Value = ValueGenerators.Any.Select(value => Literal(Pointed(value)));

    private static readonly Gen<Member> Object = ValueGenerators.Object.Select(value => Literal(Pointed(value)));

    private static readonly Gen<Member> Text = Name.Select(text => Literal(new TextValue(text)));

    private static readonly Gen<Member> Null = Gen.Constant(Literal(Documents.Values.Value.Null));

    private static readonly Gen<Member> Include = ValueGenerators.Object.Select(value => Literal(Pointed(value.With("params", ObjectValue.Empty))));

    private static readonly Gen<Member> Date = Gen.Elements("2026-05-01", "2026-05-01T24:00", "2026-05-01T08:00:00.123+02:00").Select(date => Literal(new TextValue(date)));

    private static readonly Gen<BodyPair> Command = Gen.OneOf(
        Name.Zip(Value, (name, value) => value.Script == "null"
            ? Pair($"\"operation\":\"setMetadataProperty\",\"propertyName\":{Json(name)},\"value\":null", $"unset meta {Quoted(name)}")
            : Pair($"\"operation\":\"setMetadataProperty\",\"propertyName\":{Json(name)},\"value\":{value.Json}", $"set meta {Quoted(name)} = {value.Script}")).SelectMany(WithOldValue),
        Text.Select(title => Pair($"\"operation\":\"setTitle\",\"value\":{title.Json}", $"set title = {title.Script}")).SelectMany(WithOldValue),
        from type in Name
        from id in Maybe(Name)
        from content in Maybe(Object)
        from place in Maybe(Place())
        select Pair(
            $"\"operation\":\"insertComponent\"{(id is null ? "" : $",\"componentId\":{Json(id)}")},\"componentName\":{Json(type)}{(content is null ? "" : $",\"content\":{content.Json}")}{(place is null ? "" : $",\"position\":{{{place.Json}}}")}",
            $"insert {Quoted(type)}{(id is null ? "" : $" as {Quoted(id)}")}{(place is null ? "" : $" {place.Script}")}{(content is null ? "" : $" with {content.Script}")}"),
        Name.Select(id => Pair($"\"operation\":\"removeComponent\",\"componentId\":{Json(id)}", $"remove {Component(id)}")),
        (from id in Name
         from value in Gen.OneOf(Object, Null)
         select Pair($"\"operation\":\"setComponentCondition\",\"componentId\":{Json(id)},\"conditionName\":\"dateTime\",\"value\":{value.Json}", $"set {Component(id)} condition dateTime = {value.Script}")).SelectMany(WithOldValue),
        (from id in Name
         from directive in Maybe(Name)
         from style in Name
         from value in Gen.OneOf(Text, Null)
         select Pair(
             $"\"operation\":\"{(directive is null ? "setComponentStyle" : "setStyleDirective")}\",\"componentId\":{Json(id)}{(directive is null ? "" : $",\"directiveName\":{Json(directive)}")},\"propertyName\":{Json(style)},\"value\":{value.Json}",
             $"set {(directive is null ? Component(id) : Part(id, "content", directive))} style {Quoted(style)} = {value.Script}")).SelectMany(WithOldValue),
        Directive("setEditableDirective", "editable", Gen.OneOf(Text, Null)),
        Directive("setIncludeDirective", "include", Gen.OneOf(Include, Null)),
        Directive("setLinkDirective", "link", Gen.OneOf(Object, Null)),
        from reason in Maybe(Text)
        from until in Maybe(Date)
        select Pair(
            $"\"operation\":\"setEmbargo\"{(reason is null ? "" : $",\"reason\":{reason.Json}")}{(until is null ? "" : $",\"until\":{until.Json}")}",
            $"embargo{(until is null ? "" : $" until {until.Script}")}{(reason is null ? "" : $" because {reason.Script}")}"),
        Date.Select(date => Pair($"\"operation\":\"addPublishSchedule\",\"date\":{date.Json}", $"schedule publish at {date.Script}")),
        Date.Select(date => Pair($"\"operation\":\"addUnpublishSchedule\",\"date\":{date.Json}", $"schedule unpublish at {date.Script}")),
        Gen.Elements(
            Pair("\"operation\":\"removeEmbargo\"", "lift embargo"),
            Pair("\"operation\":\"cancelPublishSchedule\"", "cancel publish"),
            Pair("\"operation\":\"cancelUnpublishSchedule\"", "cancel unpublish"),
            Pair("\"operation\":\"publish\"", "publish"),
            Pair("\"operation\":\"unpublish\"", "unpublish")));

    private static readonly Gen<BodyPair> Guard = Gen.Elements(
        new BodyPair("""{"type":"isPublished","value":true}""", "require published"),
        new BodyPair("""{"type":"isPublished","value":false}""", "require unpublished"),
        new BodyPair("""{"type":"isPublishedAndHasNoChanges"}""", "require published and unchanged"));

    public static Arbitrary<BodyPair> Bodies() => Arb.From(
        from version in Maybe(Gen.Choose(-2, 2000000000).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        from preserve in Gen.Elements(true, false)
        from guards in Guard.ListOf()
        from commands in Command.ListOf()
        select new BodyPair(
            $"{{{(version is null ? "" : $"\"version\":{version},")}{(preserve ? "\"preserveUpdatedAt\":true," : "")}{(guards.Any() ? $"\"preconditions\":[{Joined(guards, guard => guard.Json)}]," : "")}\"commands\":[{Joined(commands, command => $"{{{command.Json}}}")}]}}",
            string.Join('\n', [.. version is null ? [] : (string[])[$"use version {version}"], .. guards.Select(guard => guard.Script), .. preserve ? (string[])["keep updated"] : [], .. commands.Select(command => command.Script)])));

    private static Gen<BodyPair> Directive(string operation, string kind, Gen<Member> values) =>
        (from id in Name
         from directive in Name
         from value in values
         select Pair($"\"operation\":\"{operation}\",\"componentId\":{Json(id)},\"directiveName\":{Json(directive)},\"value\":{value.Json}", $"set {Part(id, "content", directive)} as {kind} = {value.Script}")).SelectMany(WithOldValue);

    private static Gen<BodyPair> Place()
    {
        var within = Name.Zip(Name, (parent, container) => new BodyPair($"\"parentComponentId\":{Json(parent)},\"parentContainerName\":{Json(container)}", $"in {Part(parent, "containers", container)}"));
        return from container in Maybe(within)
               from after in Maybe(Name)
               from before in Maybe(Name)
               select new BodyPair(
                   Joined(
                       [container?.Json, after is null ? null : $"\"previousComponentId\":{Json(after)}", before is null ? null : $"\"nextComponentId\":{Json(before)}"],
                       part => part),
                   (after, before, container) switch
                   {
                       (null, null, null) => "at end",
                       (null, null, _) => $"last {container.Script}",
                       (null, _, _) => $"before {Component(before)} {container?.Script}",
                       (_, null, _) => $"after {Component(after)} {container?.Script}",
                       _ => $"between {Component(after)} and {Component(before)} {container?.Script}",
                   });
    }

    private static Gen<BodyPair> WithOldValue(BodyPair command) =>
        Maybe(Value).Select(was => was is null ? command : new BodyPair($"{command.Json},\"oldValue\":{was.Json}", $"{command.Script} was {was.Script}"));

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class => Gen.OneOf(some.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static string Joined<T>(IEnumerable<T> items, Func<T, string?> text) => string.Join(',', items.Select(text).Where(part => part is not null));

    private static BodyPair Pair(string json, string script) => new(json, script);

    private static Member Literal(Value value) => new(Json(value), ValueLiteral.Of(value));

    private static string Json(string text) => Json(new TextValue(text));

    private static string Json(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ValueJson.WriteOptions)) ValueJson.Write(json, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Quoted(string text) => ValueLiteral.Quoted(text);

    // A generated id can stand without quotes, and then does.
    private static string Component(string id) => id is "doc-1" or "doc-FDmyzNUEqQ" or "doc-é" or "doc-" ? id : Quoted(id);

    // What is named like a component's parent is named with what holds it.
    private static string Part(string id, string holder, string name) => $"{Component(id)}{(name == "parent" ? $".{holder}" : "")}.{Quoted(name)}";

    // A decimal without a point would be read as an integer.
    private static Value Pointed(Value value) => value switch
    {
        DecimalValue { Decimal: { Scale: 0 } number } when number is >= long.MinValue and <= long.MaxValue => new DecimalValue(number + 0.0m),
        DecimalValue { Decimal: { Scale: 0 } number } => new TextValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ListValue list => new ListValue([.. list.Items.Select(Pointed)]),
        ObjectValue entries => ObjectValue.Of(entries.Entries.Select(entry => KeyValuePair.Create(entry.Key, Pointed(entry.Value)))),
        _ => value,
    };

    private sealed record Member(string Json, string Script);
}
