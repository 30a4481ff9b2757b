using DocScript.Language.Formatting;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Conversion;

public sealed class LivingdocsCommandsTests
{
    /// <summary>The operations of the API with the statement that each is (language.md section 6).</summary>
    public static TheoryData<string, string> Operations => new()
    {
        { """{"operation":"setMetadataProperty","propertyName":"title","value":"x","oldValue":null}""", "set meta title = \"x\" was null" },
        { """{"operation":"setMetadataProperty","propertyName":"a.b","value":null,"oldValue":{"c":[1,2.50]}}""", "unset meta \"a.b\" was {c: [1, 2.50]}" },
        { """{"operation":"setTitle","value":"x","oldValue":"y"}""", "set title = \"x\" was \"y\"" },
        { """{"operation":"insertComponent","componentId":"doc-2","componentName":"paragraph","content":{"text":"a"},"position":{"previousComponentId":"doc-1"}}""", "insert paragraph as doc-2 after doc-1 with {text: \"a\"}" },
        { """{"operation":"insertComponent","componentName":"paragraph","position":{"nextComponentId":"title"}}""", "insert paragraph before \"title\"" },
        { """{"operation":"insertComponent","componentName":"paragraph","position":{"previousComponentId":"doc-1","nextComponentId":"doc-2"}}""", "insert paragraph between doc-1 and doc-2" },
        { """{"operation":"insertComponent","componentName":"paragraph","position":{"parentComponentId":"doc-1","parentContainerName":"main"}}""", "insert paragraph last in doc-1.main" },
        { """{"operation":"insertComponent","componentName":"paragraph","position":{"parentComponentId":"doc-1","parentContainerName":"main","nextComponentId":"doc-2"}}""", "insert paragraph before doc-2 in doc-1.main" },
        { """{"operation":"insertComponent","componentName":"paragraph","position":{}}""", "insert paragraph at end" },
        { """{"operation":"insertComponent","componentName":"paragraph"}""", "insert paragraph" },
        { """{"operation":"removeComponent","componentId":"doc-1"}""", "remove doc-1" },
        { """{"operation":"setComponentCondition","componentId":"doc-1","conditionName":"dateTime","value":{"gte":"2026-01-01"},"oldValue":{"lt":"2025-01-01"}}""", "set doc-1 condition dateTime = {gte: \"2026-01-01\"} was {lt: \"2025-01-01\"}" },
        { """{"operation":"setComponentStyle","componentId":"doc-1","propertyName":"background","value":"#1fc47a","oldValue":"#000"}""", "set doc-1 style background = \"#1fc47a\" was \"#000\"" },
        { """{"operation":"setEditableDirective","componentId":"doc-1","directiveName":"headline","value":"<b>x</b> ${y}"}""", "set doc-1.headline as editable = \"<b>x</b> \\${y}\"" },
        { """{"operation":"setIncludeDirective","componentId":"doc-1","directiveName":"teaser","value":{"params":{"id":1}},"oldValue":null}""", "set doc-1.teaser as include = {params: {id: 1}} was null" },
        { """{"operation":"setLinkDirective","componentId":"doc-1","directiveName":"link","value":{"$ref":"document","reference":{"id":"123"}},"oldValue":{"href":"/"}}""", "set doc-1.link as link = {\"$ref\": \"document\", reference: {id: \"123\"}} was {href: \"/\"}" },
        { """{"operation":"setStyleDirective","componentId":"doc-1","directiveName":"appearance","propertyName":"background","value":null}""", "set doc-1.appearance style background = null" },
        { """{"operation":"setEmbargo","reason":"not yet","until":"2026-05-01T08:00:00Z"}""", "embargo until \"2026-05-01T08:00:00Z\" because \"not yet\"" },
        { """{"operation":"removeEmbargo"}""", "lift embargo" },
        { """{"operation":"addPublishSchedule","date":"2026-05-01T08:00:00Z"}""", "schedule publish at \"2026-05-01T08:00:00Z\"" },
        { """{"operation":"cancelPublishSchedule"}""", "cancel publish" },
        { """{"operation":"addUnpublishSchedule","date":"2026-05-01T08:00:00Z"}""", "schedule unpublish at \"2026-05-01T08:00:00Z\"" },
        { """{"operation":"cancelUnpublishSchedule"}""", "cancel unpublish" },
        { """{"operation":"publish"}""", "publish" },
        { """{"operation":"unpublish"}""", "unpublish" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_operation_is_a_statement_and_the_statement_the_operation(string operation, string statement)
    {
        var body = $"{{\"version\":7,\"preserveUpdatedAt\":true,\"preconditions\":[{{\"type\":\"isPublishedAndHasNoChanges\"}}],\"commands\":[{operation}]}}";
        var script = $"use version 7\nrequire published and unchanged\nkeep updated\n{statement}\n";
        Assert.Equal(script, Converted.FromLivingdocs(body).Script!.Source.Text);
        Assert.Equal(body, Converted.ToLivingdocs(Converted.Parsed(script)));
    }

    [Fact]
    public void All_eighteen_operations_are_tried() =>
        Assert.Equal(18, Operations.Select(row => ((string)row[0]).Split('"')[3]).Distinct(StringComparer.Ordinal).Count());

    [Property(MaxTest = 1000, Arbitrary = [typeof(BodyArbitrary)])]
    public void A_body_becomes_the_script_that_says_the_same_and_that_script_the_body(BodyPair pair)
    {
        var reading = Converted.FromLivingdocs(pair.Json);
        Assert.True(reading.Script is not null, $"{pair}\n{Converted.Said(reading)}");
        var expected = Converted.Parsed(pair.Script);
        Assert.Equal(Printer.Print(expected), Printer.Print(reading.Script.Script));
        Assert.True(expected == reading.Script.Script, pair.ToString());
        Assert.Equal(pair.Json, Converted.ToLivingdocs(expected));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BodyArbitrary)])]
    public void Through_native_json_a_body_stays_the_same(BodyPair pair)
    {
        var native = Converted.FromNative(Converted.ToNative(Converted.FromLivingdocs(pair.Json).Script!.Script));
        Assert.True(native.Script is not null, $"{pair}\n{Converted.Said(native)}");
        Assert.Equal(pair.Json, Converted.ToLivingdocs(native.Script.Script));
    }
}
