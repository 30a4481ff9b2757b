using DocScript.Engine.Commands;
using DocScript.Language.Formatting;
using DocScript.Testing.Language;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Conversion;

public sealed class NativeScriptTests
{
    [Property(MaxTest = 2000)]
    public void Every_script_comes_back_from_native_json_as_it_was(int seed)
    {
        var script = new ScriptGenerator(CommandTable.BuiltIn.Grammar, new Random(seed)).Script();
        var json = Converted.ToNative(script);
        var back = Converted.FromNative(json);
        Assert.True(back.Script is not null, $"{Printer.Print(script)}\n{json}\n{Converted.Said(back)}");
        Assert.Equal(Printer.Print(script), Printer.Print(back.Script.Script));
        Assert.True(script == back.Script.Script, json);
        Assert.Equal(json, Converted.ToNative(back.Script.Script));
    }
}
