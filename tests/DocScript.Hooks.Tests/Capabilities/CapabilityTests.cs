using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Tests.Capabilities;

public sealed class CapabilityTests
{
    [Theory]
    [InlineData("files: read ./data", "files: read ./data")]
    [InlineData("files:read data", "files: read ./data")]
    [InlineData(" files :  read  ./data//words/ ", "files: read ./data/words")]
    [InlineData("files: read .", "files: read ./")]
    [InlineData("http: example.org", "http: example.org")]
    [InlineData("http:EXAMPLE.org", "http: example.org")]
    [InlineData("http: localhost:8080", "http: localhost:8080")]
    [InlineData("http: 127.0.0.1", "http: 127.0.0.1")]
    [InlineData("http: [::1]:80", "http: [::1]:80")]
    public void A_capability_is_read_and_printed_in_one_form(string text, string printed)
    {
        Assert.True(Capability.TryParse(text, out var capability, out var problem));
        Assert.Null(problem);
        Assert.Equal(printed, capability.ToString());
        Assert.True(Capability.TryParse(printed, out var again, out _));
        Assert.Equal(capability, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("files")]
    [InlineData("files:")]
    [InlineData("files: ./data")]
    [InlineData("files: write ./data")]
    [InlineData("files: read")]
    [InlineData("files: read ../data")]
    [InlineData("files: read ./data/../..")]
    [InlineData("files: read /etc")]
    [InlineData("files: read ~")]
    [InlineData("files: read C:\\data")]
    [InlineData("files: read a\\b")]
    [InlineData("http:")]
    [InlineData("http: *")]
    [InlineData("http: *.example.org")]
    [InlineData("http: https://example.org")]
    [InlineData("http: example.org/path")]
    [InlineData("http: me@example.org")]
    [InlineData("http: example.org:99999")]
    [InlineData("http: a b")]
    [InlineData("processes: all")]
    public void What_is_no_capability_is_refused_with_what_to_write(string text)
    {
        Assert.False(Capability.TryParse(text, out var capability, out var problem));
        Assert.Null(capability);
        Assert.Equal("DS6106", problem.Code.Id);
        Assert.Contains("files: read ./data", problem.Help, StringComparison.Ordinal);
    }
}
