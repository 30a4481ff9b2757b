using System.Text.Json;
using System.Text.RegularExpressions;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Designs;

public sealed partial class MetadataExampleTests
{
    public static TheoryData<string> Kinds => [.. MetadataPlugins.All.Keys.Where(name => name != MetadataPlugins.Any.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_message_shows_as_right_is_right(string kind)
    {
        var plugin = MetadataPlugins.All[kind];
        Assert.All(MetadataExamples.Of(plugin)!.Split(" or "), example => Assert.True(plugin.Accepts(Read(example)), $"{kind}: {example}"));
    }

    // Names of members need no quotes in the language.
    private static Value Read(string literal)
    {
        using var json = JsonDocument.Parse(Member().Replace(literal, "\"${name}\":"));
        return ValueJson.Read(json.RootElement);
    }

    [GeneratedRegex("(?<=[{ ])(?<name>[$a-zA-Z]+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();
}
