using System.Runtime.CompilerServices;

namespace DocScript.Hooks.Tests;

public sealed class ReloadTests
{
    [Fact]
    public async Task A_file_that_was_changed_is_loaded_again_and_one_that_was_not_stays()
    {
        using var world = new HookWorld(("reloaded-a.csx", "[Command] string A() => \"1\";\n"), ("reloaded-b.csx", "[Command] string B() => \"1\";\n"));
        Assert.Equal(["1", "1"], (await world.DoneAsync("a\nb")).Results.Select(result => result.Value));
        world.Write("reloaded-a.csx", "[Command] string A() => \"2\";\n");
        Assert.Equal(["2", "1"], (await world.DoneAsync("a\nb")).Results.Select(result => result.Value));
        Assert.Equal(1, Loaded("docscript-reloaded-b"));
    }

    [Fact]
    public async Task Code_that_was_replaced_is_unloaded()
    {
        using var world = new HookWorld();
        for (var reload = 0; reload < 20; reload++) await CallAsync(world, reload);
        Assert.True(await SettlesAsync("docscript-replaced", most: 2), "replaced code stays in memory");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task CallAsync(HookWorld world, int reload)
    {
        // Generic types, lambdas and exceptions over types of the file are what holds code, where something does.
        world.Write("replaced.csx", $$"""
            record Pair(string Left, int Right);

            [Command]
            string Replaced()
            {
                var pairs = Enumerable.Range(0, 3).Select(number => new Pair("x", number + {{reload}})).ToDictionary(pair => pair, pair => pair.Right);
                try { throw new Odd(pairs.Count); }
                catch (Odd odd) { return $"{odd.Number + pairs.Values.Max()}"; }
            }

            class Odd(int number) : Exception { public int Number => number; }

            """);
        Assert.Equal($"{reload + 5}", (await world.DoneAsync("replaced")).Results[0].Value);
    }

    private static async Task<bool> SettlesAsync(string assembly, int most)
    {
        for (var pass = 0; pass < 50; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (Loaded(assembly) <= most) return true;
            await Task.Yield();
        }

        return false;
    }

    private static int Loaded(string assembly) => AppDomain.CurrentDomain.GetAssemblies().Count(one => one.GetName().Name == assembly);
}
