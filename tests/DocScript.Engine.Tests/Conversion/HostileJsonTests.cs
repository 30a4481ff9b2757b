using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Language.Text;

namespace DocScript.Engine.Tests.Conversion;

/// <summary>JSON that is made to be dear: what its reading allocates, on any machine alike, grows with the text and no faster.</summary>
public sealed class HostileJsonTests
{
    private const int Length = 200_000;

    [Theory]
    [InlineData("a list", "[", "0", "]")]
    [InlineData("expressions that are none", "[", "{\"\":0}", "]")]
    [InlineData("a key again and again", "{", "\"a\":0", "}")]
    [InlineData("numbers that no decimal holds", "[", "1e99", "]")]
    [InlineData("halves of pairs", "[", "\"\\ud800\"", "]")]
    public void What_lies_below_a_long_key_costs_in_proportion(string what, string open, string unit, string close)
    {
        var small = Bytes(Print(BelowLongKey(Length / 10)));
        var large = Bytes(Print(BelowLongKey(Length)));

        Assert.True(large < (25 * small) + 2_000_000, $"{what}: ten times the text allocated {large} bytes in place of {small}");

        string BelowLongKey(int length) => $"{{\"object\":{{\"{new string('k', length / 2)}\":{open}{Repeated(unit, length / 2)}{close}}}}}";
    }

    [Theory]
    [InlineData("0")]
    [InlineData("{\"\":0}")]
    [InlineData("{\"\":0,\"\":0}")]
    public void What_lies_deep_costs_no_more_than_what_does_not(string unit)
    {
        const int Depth = 1_000;
        var items = Repeated(unit, Length);
        var shallow = Bytes(Print($"[{items}]"));
        var deep = Bytes(Print(new string('[', Depth) + items + new string(']', Depth)));

        // As many problems as anybody reads are shown with their places.
        Assert.True(deep < (2 * shallow) + 200_000_000, $"{deep} bytes in place of {shallow}");
    }

    private static string Print(string expression) => $"{{\"docscript\":1,\"statements\":[{{\"print\":{expression}}}]}}";

    private static string Repeated(string unit, int length) => string.Join(',', Enumerable.Repeat(unit, length / (unit.Length + 1)));

    private static long Bytes(string json)
    {
        // The second run is without what the first use of a piece of code costs.
        return Enumerable.Range(0, 2).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            NativeScript.Read(new SourceText("hostile.json", json), CommandTable.BuiltIn);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
