using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Values;

public sealed class MetadataPathTests
{
    [Theory]
    [InlineData("{}", "a", "1", "{'a': 1}")]
    [InlineData("{'a': 1}", "a", "2", "{'a': 2}")]
    [InlineData("{'a': 1}", "a", null, "{}")]
    [InlineData("{}", "a", null, "{}")]
    [InlineData("{}", "a.b.c", "1", "{'a': {'b': {'c': 1}}}")]
    [InlineData("{'a': {'b': {'c': 1}, 'd': 2}}", "a.b.c", null, "{'a': {'d': 2}}")]
    [InlineData("{'a': {'b': {'c': 1}}}", "a.b.c", null, "{}")]
    [InlineData("{'a': {'b': null}}", "a.b.c", "1", "{'a': {'b': {'c': 1}}}")]
    [InlineData("{'a': {'x': 1}}", "a.b.c", null, "{'a': {'x': 1}}")]
    [InlineData("{'a': {}}", "a.b", null, "{'a': {}}")]
    public void Setting_makes_objects_on_the_way_and_unsetting_removes_them_once_empty(string metadata, string path, string? value, string expected)
    {
        var before = (ObjectValue)ValueJson.Parse(metadata.Quoted());
        var at = MetadataPath.Of(path.Split('.'));
        var stored = value is null ? null : ValueJson.Parse(value);

        var after = at.Set(before, stored);

        Assert.Equal<Value>(ValueJson.Parse(expected.Quoted()), after);
        Assert.Equal(stored, at.Find(after));
    }

    [Fact]
    public void A_value_on_the_way_that_is_no_object_is_never_overwritten()
    {
        var metadata = ObjectValue.Empty.With("a", new TextValue("x"));
        Assert.Throws<InvalidOperationException>(() => MetadataPath.Of("a", "b").Set(metadata, Value.Null));
        Assert.Null(MetadataPath.Of("a", "b").Find(metadata));
    }

    [Fact]
    public void Paths_are_equal_by_their_names()
    {
        Assert.Equal(MetadataPath.Of("a", "b"), MetadataPath.Of("a", "b"));
        Assert.Equal(MetadataPath.Of("a", "b").GetHashCode(), MetadataPath.Of("a", "b").GetHashCode());
        Assert.NotEqual(MetadataPath.Of("a", "b"), MetadataPath.Of("a.b"));
        Assert.Equal("a.b", MetadataPath.Of("a", "b").ToString());
    }
}
