using DocScript.Language.Formatting;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Conversion;

public sealed class LivingdocsCommandsTests
{
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
