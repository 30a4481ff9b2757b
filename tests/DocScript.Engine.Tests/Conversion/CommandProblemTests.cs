using DocScript.Engine.Json.Reading;

namespace DocScript.Engine.Tests.Conversion;

/// <summary>What is wrong with a body of Livingdocs' command API, and where; a script comes of none of it.</summary>
public sealed class CommandProblemTests
{
    /// <summary>Bodies, the dotted places of their problems, and what is said.</summary>
    public static TheoryData<string, JsonProblemKind, string, string> Bodies => new()
    {
        { "", JsonProblemKind.NotJson, "", "there is nothing here, and JSON was expected" },
        { "{\"commands\":[", JsonProblemKind.NotJson, "commands.0", "the JSON ends inside 'commands.0'" },
        { "{\"commands\":[],}", JsonProblemKind.NotJson, "", "this is not JSON: '}' can't stand here" },
        { "{\"commands\":[]}\n{\"commands\":[]}", JsonProblemKind.NotJson, "", "the JSON goes on after its end" },
        { "{'commands':[]}", JsonProblemKind.NotJson, "", "this is not JSON: ''' can't stand here" },
        { "[]", JsonProblemKind.WrongKind, "", "the JSON is a list, not an object" },
        { "{}", JsonProblemKind.MissingKey, "commands", "'commands' is missing" },
        { "{\"commands\":{}}", JsonProblemKind.WrongKind, "commands", "'commands' is an object, not a list" },
        { "{\"commands\":[],\"foo\":1}", JsonProblemKind.UnknownKey, "foo", "'foo' means nothing here" },
        { "{\"commands\":[],\"preConditions\":[]}", JsonProblemKind.UnknownKey, "preConditions", "'preConditions' means nothing here" },
        { "{\"commands\":[],\"commands\":[]}", JsonProblemKind.DuplicateKey, "commands", "'commands' stands twice" },
        { "{\"version\":1.5,\"commands\":[]}", JsonProblemKind.WrongKind, "version", "'version' is a number, not an integer" },
        { "{\"version\":null,\"commands\":[]}", JsonProblemKind.WrongKind, "version", "'version' is null, not an integer" },
        { "{\"preserveUpdatedAt\":1,\"commands\":[]}", JsonProblemKind.WrongKind, "preserveUpdatedAt", "'preserveUpdatedAt' is a number, not true or false" },
        { "{\"preconditions\":[{\"type\":\"isPublised\"}],\"commands\":[]}", JsonProblemKind.NotOneOf, "preconditions.0.type", "'preconditions.0.type' is \"isPublised\", which is not known" },
        { "{\"preconditions\":[{\"type\":\"isPublished\"}],\"commands\":[]}", JsonProblemKind.MissingKey, "preconditions.0.value", "'preconditions.0.value' is missing" },
        { "{\"preconditions\":[{\"type\":\"isPublishedAndHasNoChanges\",\"value\":true}],\"commands\":[]}", JsonProblemKind.UnknownKey, "preconditions.0.value", "'preconditions.0.value' means nothing here" },
        { Body("7"), JsonProblemKind.WrongKind, "commands.0", "'commands.0' is a number, not an object" },
        { Body("{}"), JsonProblemKind.MissingKey, "commands.0.operation", "'commands.0.operation' is missing" },
        { Body("{\"operation\":1}"), JsonProblemKind.WrongKind, "commands.0.operation", "'commands.0.operation' is a number, not a text" },
        { Body("{\"operation\":\"setTitel\",\"value\":\"\"}"), JsonProblemKind.UnknownName, "commands.0.operation", "'commands.0.operation' is \"setTitel\", which is not known" },
        { Body("{\"operation\":\"publish\"},{\"operation\":\"setTitle\"}"), JsonProblemKind.MissingKey, "commands.1.value", "'commands.1.value' is missing" },
        { Body("{\"operation\":\"setTitle\",\"value\":null}"), JsonProblemKind.WrongKind, "commands.0.value", "'commands.0.value' is null, not a text" },
        { Body("{\"operation\":\"setTitle\",\"value\":\"\",\"old\":1}"), JsonProblemKind.UnknownKey, "commands.0.old", "'commands.0.old' means nothing here" },
        { Body("{\"operation\":\"setMetadataProperty\",\"propertyName\":\"a\",\"value\":1e400}"), JsonProblemKind.NoValue, "commands.0.value", "'commands.0.value' is 1e400, which no number of the language holds" },
        { Body("{\"operation\":\"setMetadataProperty\",\"propertyName\":\"a\",\"value\":1e-29}"), JsonProblemKind.NoValue, "commands.0.value", "'commands.0.value' is 1e-29, which no number of the language holds" },
        { Body("{\"operation\":\"setMetadataProperty\",\"propertyName\":\"a\",\"value\":[{\"b\":\"\\ud800\"}]}"), JsonProblemKind.NoValue, "commands.0.value.0.b", "'commands.0.value.0.b' has half of a surrogate pair, which is not a character" },
        { Body("{\"operation\":\"setMetadataProperty\",\"propertyName\":\"a\",\"value\":{\"b\":1,\"b\":1}}"), JsonProblemKind.DuplicateKey, "commands.0.value.b", "'commands.0.value.b' stands twice" },
        { Body("{\"operation\":\"insertComponent\",\"componentName\":\"p\",\"componentId\":null}"), JsonProblemKind.WrongKind, "commands.0.componentId", "'commands.0.componentId' is null, not a text" },
        { Body("{\"operation\":\"insertComponent\",\"componentName\":\"p\",\"content\":[]}"), JsonProblemKind.WrongKind, "commands.0.content", "'commands.0.content' is a list, not an object" },
        { Body("{\"operation\":\"insertComponent\",\"componentName\":\"p\",\"position\":{\"parentComponentId\":\"a\"}}"), JsonProblemKind.MissingKey, "commands.0.position.parentContainerName", "'commands.0.position.parentContainerName' is missing" },
        { Body("{\"operation\":\"insertComponent\",\"componentName\":\"p\",\"position\":{\"parentContainerName\":\"a\"}}"), JsonProblemKind.MissingKey, "commands.0.position.parentComponentId", "'commands.0.position.parentComponentId' is missing" },
        { Body("{\"operation\":\"setEditableDirective\",\"componentId\":\"a\",\"directiveName\":\"b\",\"value\":5}"), JsonProblemKind.WrongKind, "commands.0.value", "'commands.0.value' is a number, not a text or null" },
        { Body("{\"operation\":\"setIncludeDirective\",\"componentId\":\"a\",\"directiveName\":\"b\",\"value\":{\"overrides\":[]}}"), JsonProblemKind.MissingKey, "commands.0.value.params", "'commands.0.value.params' is missing" },
        { Body("{\"operation\":\"setLinkDirective\",\"componentId\":\"a\",\"directiveName\":\"b\",\"value\":\"x\"}"), JsonProblemKind.WrongKind, "commands.0.value", "'commands.0.value' is a text, not an object or null" },
        { Body("{\"operation\":\"setComponentCondition\",\"componentId\":\"a\",\"conditionName\":\"brands\",\"value\":{}}"), JsonProblemKind.NotOneOf, "commands.0.conditionName", "'commands.0.conditionName' is \"brands\", which is not known" },
        { Body("{\"operation\":\"setComponentCondition\",\"componentId\":\"a\",\"conditionName\":\"dateTime\",\"value\":\"x\"}"), JsonProblemKind.WrongKind, "commands.0.value", "'commands.0.value' is a text, not an object or null" },
        { Body("{\"operation\":\"setComponentStyle\",\"componentId\":\"a\",\"propertyName\":\"b\",\"value\":1}"), JsonProblemKind.WrongKind, "commands.0.value", "'commands.0.value' is a number, not a text or null" },
        { Body("{\"operation\":\"setStyleDirective\",\"componentId\":\"a\",\"propertyName\":\"b\",\"value\":\"x\"}"), JsonProblemKind.MissingKey, "commands.0.directiveName", "'commands.0.directiveName' is missing" },
        { Body("{\"operation\":\"addPublishSchedule\",\"date\":\"tomorrow\"}"), JsonProblemKind.WrongKind, "commands.0.date", "'commands.0.date' is a text, not a date in ISO 8601" },
        { Body("{\"operation\":\"addPublishSchedule\"}"), JsonProblemKind.MissingKey, "commands.0.date", "'commands.0.date' is missing" },
        { Body("{\"operation\":\"setEmbargo\",\"until\":null}"), JsonProblemKind.WrongKind, "commands.0.until", "'commands.0.until' is null, not a date in ISO 8601" },
        { Body("{\"operation\":\"setEmbargo\",\"reason\":1}"), JsonProblemKind.WrongKind, "commands.0.reason", "'commands.0.reason' is a number, not a text" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Each_problem_has_a_kind_a_place_a_message_and_a_next_step(string json, JsonProblemKind kind, string place, string message)
    {
        var reading = Converted.FromLivingdocs(json);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((kind, place, message), (problem.Kind, problem.Place.Dotted, problem.Message));
        Assert.NotEmpty(problem.Help!);
        Assert.Null(reading.Script);
    }

    [Fact]
    public void All_problems_are_told_each_at_its_place_in_the_text()
    {
        const string Json = "{\"commands\": [{\"operation\": \"setTitle\", \"value\": 5}, {\"operation\": \"publis\"}], \"größe\": 1, \"foo\": 2}";
        Assert.Equal(
            "5 \"publis\" \"größe\" \"foo\"",
            string.Join(' ', Converted.FromLivingdocs(Json).Problems.Select(problem => Json.Substring(problem.Span.Start, problem.Span.Length))));
    }

    [Fact]
    public void What_was_probably_meant_is_asked()
    {
        Assert.Equal("did you mean 'setTitle'?", Converted.FromLivingdocs(Body("{\"operation\":\"setTitel\"}")).Problems[0].Label);
        Assert.Equal("did you mean 'value'?", Converted.FromLivingdocs(Body("{\"operation\":\"setTitle\",\"value\":\"\",\"valu\":1}")).Problems[0].Label);
    }

    [Fact]
    public void A_value_is_as_deep_as_a_script_can_hold_and_no_deeper()
    {
        Assert.NotNull(Converted.FromLivingdocs(Nested(64)).Script);
        Assert.Equal(JsonProblemKind.Limit, Assert.Single(Converted.FromLivingdocs(Nested(65)).Problems).Kind);
        Assert.Equal(JsonProblemKind.Limit, Assert.Single(Converted.FromLivingdocs(Nested(100_000)).Problems).Kind);

        static string Nested(int depth) => Body($"{{\"operation\":\"setMetadataProperty\",\"propertyName\":\"a\",\"value\":{new string('[', depth)}{new string(']', depth)}}}");
    }

    [Fact]
    public void Json_larger_than_a_script_can_be_and_json_that_would_make_such_a_script_are_refused()
    {
        Assert.Equal("the JSON is larger than 16 MiB", Converted.Said(Converted.FromLivingdocs(Text(new string('x', 17 * 1024 * 1024)))));
        Assert.Equal("as a script this would be larger than 16 MiB", Converted.Said(Converted.FromLivingdocs(Text(new string('\u2028', 3 * 1024 * 1024)))));

        static string Text(string value) => Body($"{{\"operation\":\"setTitle\",\"value\":\"{value}\"}}");
    }

    [Fact]
    public void After_a_thousand_problems_nobody_reads_on()
    {
        var problems = Converted.FromLivingdocs(Body(string.Join(',', Enumerable.Repeat("1", 5000)))).Problems;
        Assert.Equal(1000, problems.Count);
        Assert.Equal("more than 999 problems; the rest is not shown", problems[^1].Message);
    }

    private static string Body(string commands) => $"{{\"commands\":[{commands}]}}";
}
