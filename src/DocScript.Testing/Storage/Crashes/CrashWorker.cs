using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using DocScript.Engine.Storage;
using DocScript.Testing.Events;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// A process that works on a store until it is killed, and prints every promise once it is made. It is the test assembly itself, run as a program:
/// its <c>Main</c> hands its arguments to <see cref="RunAsync"/>.
/// </summary>
public sealed class CrashWorker : IDisposable
{
    private const string Verb = "work";

    /// <summary>A worker that runs scripts under hooks.</summary>
    internal const string HookVerb = "hooks";

    private const string Started = "started";
    private const string Worked = "worked";
    private const string Failed = "failed\t";

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private CrashWorker(Process process) => _process = process;

    /// <summary>Opens and closes the store again and again, and works on it meanwhile; comes to an end only by an error, which it prints. Status 2 where the arguments are not a worker's.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<string, IStore> open)
    {
        if (arguments is not [Verb or HookVerb, var path, var seed, var minutes]) return 2;
        new Thread(EndWithParent) { IsBackground = true }.Start();
        Console.Out.WriteLine(Started);
        try
        {
            var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
            while (true)
            {
                if (arguments[0] == Verb) await OpenAndWorkAsync(path, random, open);
                else await OpenAndRunHooksAsync(path, random, TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)), open);
            }
        }
        catch (Exception error)
        {
            Console.Out.WriteLine(Failed + error.ToString().ReplaceLineEndings(" "));
            return 1;
        }
    }

    /// <summary>Starts one, and waits until it runs.</summary>
    /// <param name="program">The test assembly.</param>
    public static Task<CrashWorker> StartAsync(Assembly program, string path, int seed) => StartAsync(program, path, seed, Verb, 0);

    /// <summary>Starts one with other work, and a clock that is ahead by some minutes.</summary>
    internal static async Task<CrashWorker> StartAsync(Assembly program, string path, int seed, string verb, int minutes)
    {
        var worker = new CrashWorker(StartProcess(program, verb, path, seed.ToString(CultureInfo.InvariantCulture), minutes.ToString(CultureInfo.InvariantCulture)));
        await worker.ReadAsync(1);
        return worker;
    }

    /// <summary>Starts a test assembly as a program whose output is read.</summary>
    public static Process StartProcess(Assembly program, params string[] arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return Process.Start(new ProcessStartInfo(host, [program.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    /// <summary>Waits for a number of lines, or for its end.</summary>
    public async Task ReadAsync(int lines)
    {
        for (var i = 0; i < lines && await _process.StandardOutput.ReadLineAsync() is { } line; i++) _lines.Add(line);
    }

    /// <summary>Kills it (SIGKILL), waits until it is gone, and answers all that it promised; what it had not said to the end counts as unsaid.</summary>
    /// <exception cref="InvalidOperationException">It had failed by itself.</exception>
    public async Task<IReadOnlyList<Promise>> KillAsync()
    {
        _process.Kill();
        var rest = (await _process.StandardOutput.ReadToEndAsync()).Split('\n');
        await _process.WaitForExitAsync();
        string[] said = [.. _lines, .. rest[..^1]];
        if (said.FirstOrDefault(line => line.StartsWith(Failed, StringComparison.Ordinal)) is { } failure) throw new InvalidOperationException("the process failed before it was killed: " + failure);
        return [.. said.Where(line => line is not (Started or Worked)).Select(Promise.Parse)];
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    /// <summary>The input ends with the process that started this one, and a worker must not outlive it.</summary>
    private static void EndWithParent()
    {
        while (Console.In.Read() >= 0) { }
        Environment.Exit(0);
    }

    /// <summary>Where hooks leave their traces outside of documents.</summary>
    internal static string HookLogOf(string path) => path + ".log";

    private static async Task OpenAndRunHooksAsync(string path, Random random, TimeSpan ahead, Func<string, IStore> open)
    {
        await using var store = open(path);
        var work = new HookWork(store, new ShiftedClock(ahead), HookLogOf(path), random, fails: true);
        await work.PrepareAsync();
        for (var times = random.Next(1, 15); times > 0; times--)
        {
            await work.RunOnceAsync();
            Console.Out.WriteLine(Worked);
        }
    }

    private static async Task OpenAndWorkAsync(string path, Random random, Func<string, IStore> open)
    {
        await using var store = open(path);
        var work = new Workload(store, TimeProvider.System, promise => Console.Out.WriteLine(promise.ToString()));
        await work.PrepareAsync();
        await work.RunAsync(random.Next(1, 7), random.Next(2, 20), random.Next());
        switch (random.Next(8))
        {
            case 0: await work.PurgeAsync(random); break;
            case 1: await store.Maintenance.CompactAsync(); break;
            case 2: await work.BackupAsync(Path.GetDirectoryName(path)!); break;
        }
    }
}
