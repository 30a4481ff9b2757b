using System.Diagnostics;
using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>What hooks on events cost a script of one edit, beside one without any, in pairs: hooks that nothing is raised for, one before, one after.</summary>
internal static class EventBenchmark
{
    private const int Documents = 100;

    public static async Task RunAsync(bool quick)
    {
        using var folder = new TemporaryFolder("docscript-events-");
        await using var other = SqliteStore.Open(folder.File("plain.db"));
        await Edit.CreateAsync(other, Documents);
        var plain = Edit.EngineOf(other);
        var (rounds, scripts, stores) = quick ? (5, 50, 0) : (40, 200, 0);
        foreach (var (name, hooks) in new (string, EventHook[])[]
        {
            ("no hooks, again", []),
            ("10 hooks before a delete, which nothing raises", Many(HookMoment.Before, DocumentEvents.Delete, 10)),
            ("10 hooks after a delete, which nothing raises", Many(HookMoment.After, DocumentEvents.Delete, 10)),
            ("a hook before each change", Many(HookMoment.Before, DocumentEvents.Change, 1)),
            ("a hook after each change", Many(HookMoment.After, DocumentEvents.Change, 1)),
        })
        {
            await using var store = SqliteStore.Open(folder.File(string.Create(CultureInfo.InvariantCulture, $"hooked-{stores++}.db")));
            await Edit.CreateAsync(store, Documents);
            var hooked = new ScriptEngine(store, CommandTable.BuiltIn.With([], [], hooks), TimeProvider.System, new RandomIds());
            await RunAsync(hooked, 300);
            var ratios = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                var (without, with) = (await RunAsync(plain, scripts), await RunAsync(hooked, scripts));
                ratios.Add(with / without);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {new Sample(ratios).ToString("F2")} times as long"));
        }
    }

    private static EventHook[] Many(HookMoment moment, DocumentEvents on, int count) =>
        [.. Enumerable.Range(1, count).Select(number => new Nothing(string.Create(CultureInfo.InvariantCulture, $"hook {number}"), moment, on))];

    private static async Task<double> RunAsync(ScriptEngine engine, int scripts)
    {
        var from = Stopwatch.GetTimestamp();
        for (var number = 0; number < scripts; number++)
            if (await Edit.RunScriptAsync(engine, (number % Documents) + 1, Random.Shared.Next()) is not Done) throw new InvalidOperationException("not done");
        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    private sealed class Nothing(string name, HookMoment moment, DocumentEvents on) : EventHook
    {
        public override string Name => name;

        public override DocumentEvents Event => on;

        public override HookMoment Moment => moment;

        public override void Run(EventContext context) { }
    }
}
