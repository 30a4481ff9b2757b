using System.Text.RegularExpressions;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests;

/// <summary>
/// Laws of metadata over random configurations and values: what a write lets in, an import takes again and JSON gives back; and a publication is let through exactly when
/// a plain reading of contracts/livingdocs.md 2.4, written here without the code under test, finds nothing.
/// </summary>
[Properties(Arbitrary = [typeof(Samples)], MaxTest = 400)]
public sealed class MetadataProperties
{
    [Property]
    public void What_a_write_lets_in_is_imported_again_and_survives_json(Sample sample)
    {
        var document = sample.Document(ObjectValue.Empty);
        var edit = Rules.SetMetadata(sample.Design, document, MetadataPath.Of("p"), sample.Value, null);
        if (edit.Violation is not null)
        {
            Assert.Same(RuleSet.MetadataKind, edit.Violation.Rule);
            Assert.NotEmpty(Rules.Import(sample.Design, sample.Document(ObjectValue.Empty.With("p", sample.Value))));
            return;
        }

        var after = edit.Change?.Apply(document) ?? document;
        Assert.Empty(Rules.Import(sample.Design, after));
        Assert.Equal(after, JsonText.Read(JsonText.Of(writer => DocumentJson.Write(writer, after)), DocumentJson.Read));
        if (edit.Change is { } change) Assert.Equal(document.Metadata, change.Invert().Apply(after).Metadata);
    }

    [Property]
    public void A_publication_breaks_the_rules_that_a_plain_reading_finds_broken(Sample sample)
    {
        var document = sample.Document(sample.Value is NullValue ? ObjectValue.Empty : ObjectValue.Empty.With("p", sample.Value));
        if (Rules.Import(sample.Design, document).Count > 0) return;
        Assert.Equal(
            Broken(sample).Order(StringComparer.Ordinal),
            Rules.Publishable(sample.Design, document, new Store(sample)).Select(violation => violation.Rule.Title).Distinct().Order(StringComparer.Ordinal));
    }

    [Property]
    public void The_stored_form_of_a_design_asks_the_same(Sample sample)
    {
        var again = DesignJson.Parse(JsonText.Of(writer => DesignJson.Write(writer, sample.Design)));
        var document = sample.Document(sample.Value is NullValue ? ObjectValue.Empty : ObjectValue.Empty.With("p", sample.Value));
        Assert.Equal(
            Rules.Publishable(sample.Design, document).Select(violation => violation.Message),
            Rules.Publishable(again, document).Select(violation => violation.Message));
    }

    private static IEnumerable<string> Broken(Sample sample)
    {
        var (asked, value) = (sample.Asked, sample.Value);
        var nothing = value is NullValue or TextValue { Text: "" } or ListValue { Items.IsEmpty: true } || (value is ObjectValue some && (some.Count == 0 || References(value) is { Count: 0 }));
        if (asked.GetValueOrDefault("required") == "true" && nothing) yield return "required metadata";
        if (value is TextValue { Text: var text } && text.Length > 0)
        {
            if (Number("minLength") > text.Length || Number("maxLength") < text.Length) yield return "length of metadata";
            if (asked.GetValueOrDefault("allowNewlines") == "false" && (text.Contains('\n', StringComparison.Ordinal) || text.Contains('\r', StringComparison.Ordinal))) yield return "metadata on one line";
            if (asked.ContainsKey("dataProvider") && text is not ("a" or "bb")) yield return "metadata is an option";
            if (asked.ContainsKey("regex") && !Regex.IsMatch(text, "^[a-c]+\\z", RegexOptions.None, TimeSpan.FromSeconds(5))) yield return "pattern of metadata";
            if (asked.ContainsKey("uniquenessScope") && sample.Taken.Contains(text)) yield return "unique metadata";
        }

        if (value is IntegerValue { Integer: var integer } && (Number("minValue") > integer || Number("maxValue") < integer)) yield return "range of metadata";
        if (value is ListValue texts && asked.ContainsKey("dataProvider") && texts.Items.Any(item => item is TextValue { Text: not ("a" or "bb") })) yield return "metadata is an option";
        if (value is ListValue { Items.Length: var count } && Number("maxItems") < count) yield return "number of items";
        if (References(value) is { } references)
        {
            if (Number("min") > references.Count || Number("max") < references.Count) yield return "number of items";
            if (references.Exists(id => id is < 1 or > 3)) yield return "reference exists";
            if (references.Exists(id => id is >= 1 and <= 3 && asked.GetValueOrDefault("contentType") == "\"a\"" && id == 3)) yield return "reference fits";
            if (references.Exists(id => id is 2 && asked.GetValueOrDefault("published") == "true")) yield return "reference is published";
        }

        decimal? Number(string name) => asked.TryGetValue(name, out var number) ? decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static List<long>? References(Value value) => value is ObjectValue holder && holder.Find("references") is ListValue list
        ? [.. list.Items.Select(item => ((IntegerValue)((ObjectValue)item).Find("id")!).Integer)]
        : null;

    /// <summary>A property of some kind with a configuration and a value that may fit; document 1 is public and of type a, 2 a draft of it, 3 public and of type b.</summary>
    public sealed record Sample(string Kind, IReadOnlyDictionary<string, string> Asked, bool UnderConfig, Value Value, IReadOnlyList<string> Taken)
    {
        public Design Design { get; } = Read(Kind, Asked, UnderConfig);

        public Document Document(ObjectValue metadata, long id = 9, string type = "a", bool isPublic = false) =>
            new(new Header { Id = id, Key = $"k{id}", ContentType = type, Publication = isPublic ? id : null }, "", metadata, ComponentTree.Empty);

        public override string ToString() => $"{Kind} {string.Join(", ", Asked.Select(pair => $"{pair.Key}: {pair.Value}"))} = {Value}, taken: {string.Join(", ", Taken)}";

        private static Design Read(string kind, IReadOnlyDictionary<string, string> asked, bool underConfig)
        {
            var settings = string.Join(", ", asked.Select(pair => $"\"{pair.Key}\": {pair.Value}"));
            var property = $$"""{"handle": "p", "type": "{{kind}}"{{(settings.Length == 0 ? "" : underConfig ? $", \"config\": {{{settings}}}" : ", " + settings)}} }""";
            return DesignJson.Parse($$"""{"components": [], "contentTypes": [{"handle": "a", "metadata": [{{property}}]}, {"handle": "b", "metadata": []}]}""");
        }
    }

    public static class Samples
    {
        public static Arbitrary<Sample> Sample() => Arb.From(
            from kind in Gen.Elements("li-text", "li-integer", "li-enum", "li-string-list", "li-numeric-list", "li-unique-id", "li-document-references", "li-boolean", "customers-own")
            from asked in Asked(kind)
            from under in Gen.Elements(true, false)
            from value in Gen.Frequency((6, Fitting(kind)), (1, Testing.Documents.ValueGenerators.Any))
            from taken in Gen.SubListOf("a", "b", "abc")
            select new Sample(kind, asked, under, value, [.. taken]));

        private static Gen<IReadOnlyDictionary<string, string>> Asked(string kind)
        {
            Gen<(string, string)[]> bounds(string least, string most) => from a in Gen.Choose(0, 4) from b in Gen.Choose(0, 4) select new[] { (least, $"{Math.Min(a, b)}"), (most, $"{Math.Max(a, b)}") };
            var options = Gen.Constant(new[] { ("dataProvider", """{"items": [{"label": "A", "value": "a"}, {"value": "bb"}]}""") });
            Gen<(string, string)[]> one(string name, string setting) => Gen.Constant(new[] { (name, setting) });
            Gen<(string, string)[]>[] own = kind switch
            {
                "li-text" => [bounds("minLength", "maxLength"), one("allowNewlines", "false"), options],
                "li-integer" => [bounds("minValue", "maxValue")],
                "li-enum" or "li-string-list" => [options],
                "li-numeric-list" => [one("maxItems", "2")],
                "li-unique-id" => [one("regex", "\"^[a-c]+$\"")],
                "li-document-references" => [bounds("min", "max"), one("contentType", "\"a\""), one("published", "true")],
                _ => [],
            };
            return from chosen in Gen.SubListOf([.. own, one("required", "true")])
                   from settings in Gen.CollectToList(chosen, setting => setting)
                   let always = kind == "li-unique-id" ? new[] { ("uniquenessScope", "\"s\"") } : []
                   select (IReadOnlyDictionary<string, string>)settings.SelectMany(pairs => pairs).Concat(always).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        }

        private static Gen<Value> Fitting(string kind)
        {
            var text = Gen.Elements("", "a", "bb", "abc", "abcab", "a\n", "a\r\nb", "ä😀").Select(one => (Value)new TextValue(one));
            var integer = Gen.Choose(-1, 6).Select(one => (Value)new IntegerValue(one));
            Gen<Value> list(Gen<Value> item) => from count in Gen.Choose(0, 4) from items in Gen.ArrayOf(item, count) select (Value)new ListValue([.. items]);
            return Gen.Frequency((1, Gen.Constant(Value.Null)), (9, kind switch
            {
                "li-integer" => integer,
                "li-boolean" => Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false)),
                "li-string-list" => list(text),
                "li-numeric-list" => list(integer),
                "li-document-references" => list(Gen.Choose(0, 4).Select(id => (Value)ObjectValue.Empty.With("id", new IntegerValue(id))))
                    .Select(ids => (Value)ObjectValue.Empty.With("$ref", new TextValue("documents")).With("references", ids)),
                _ => text,
            }));
        }
    }

    private sealed class Store(Sample sample) : IDocumentLookup
    {
        public Document? Find(long id) => id is >= 1 and <= 3 ? sample.Document(ObjectValue.Empty, id, id == 3 ? "b" : "a", isPublic: id != 2) : null;

        public IEnumerable<Document> FindPublished(string property, Value value) =>
            sample.Taken.Where(text => property == "p" && value is TextValue wanted && wanted.Text == text).Select(text => sample.Document(ObjectValue.Empty.With("p", new TextValue(text)), 5, "a", isPublic: true));
    }
}
