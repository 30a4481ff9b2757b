using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>Everything a store does in its life, as its disk sees it.</summary>
/// <param name="Phases">What was going on, with the first event of each.</param>
internal sealed record RecordedRun(IReadOnlyList<DiskEvent> Events, IReadOnlyList<(string Name, int From)> Phases)
{
    /// <summary>Lets a store live in an empty folder.</summary>
    /// <param name="open">Opens it.</param>
    public static async Task<RecordedRun> OfAsync(Func<DiskLog, IStore> open, string folder, TimeProvider clock, Random random)
    {
        var log = new DiskLog();
        var phases = new List<(string, int)>();
        Enter("a new file is made");
        await using (var store = open(log))
        {
            var work = new Workload(store, clock, log.Promised);
            await work.PrepareAsync();
            Enter("one writer commits");
            await work.RunAsync(1, 60, random.Next());
            Enter("many writers commit");
            await work.RunAsync(8, 15, random.Next());
            Enter("a document is purged");
            await work.PurgeAsync(random);
            Enter("a backup is made while others commit");
            await Task.WhenAll(work.BackupAsync(folder), work.RunAsync(2, 15, random.Next()));
            Enter("the file is compacted while others commit");
            await Task.WhenAll(store.Maintenance.CompactAsync(), work.RunAsync(2, 15, random.Next()));
            Enter("the store is closed");
        }

        Enter("the store is opened");
        await using (var store = open(log))
        {
            var work = new Workload(store, clock, log.Promised);
            Enter("four writers commit for long");
            await work.RunAsync(4, 100, random.Next());
            Enter("what is due is carried out");
            await work.TickAsync();
            Enter("the store is closed again");
        }

        return new RecordedRun(log.Events, phases);

        void Enter(string phase) => phases.Add((phase, log.Now));
    }

    /// <summary>Lets a store open on what a power cut left in a folder, and go on for a while.</summary>
    /// <param name="promises">What it had promised before.</param>
    public static async Task<RecordedRun> AfterCutAsync(Func<DiskLog, IStore> open, string folder, IEnumerable<Promise> promises, TimeProvider clock, Random random)
    {
        var log = DiskLog.Of(folder);
        foreach (var promise in promises) log.Promised(promise);
        var opening = log.Now;
        int committing, closing;
        await using (var store = open(log))
        {
            committing = log.Now;
            await new Workload(store, clock, log.Promised).RunAsync(2, 20, random.Next());
            closing = log.Now;
        }

        return new RecordedRun(log.Events, [("the store opens after a power cut", opening), ("it commits again", committing), ("it is closed", closing)]);
    }

    /// <summary>
    /// Moments of all phases alike, in order, each with the name of its phase; every other one is beside something that is no write, for there the next step goes by what the disk has by then.
    /// </summary>
    public IEnumerable<(string Phase, int Moment)> Moments(int count, Random random) => Enumerable.Range(0, count).Select(i =>
    {
        var phase = i % Phases.Count;
        var end = phase + 1 < Phases.Count ? Phases[phase + 1].From : Events.Count;
        int[] steps = [.. Enumerable.Range(Phases[phase].From, end - Phases[phase].From).Where(at => Events[at] is not Wrote)];
        var isStep = steps.Length > 0 && i / Phases.Count % 2 == 0;
        return (Phases[phase].Name, isStep ? steps[random.Next(steps.Length)] + random.Next(2) : random.Next(Phases[phase].From, end + 1));
    }).OrderBy(each => each.Item2);
}
