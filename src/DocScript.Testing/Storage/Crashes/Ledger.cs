using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>What a store promised so far, and what is wrong with it after a crash: each answer is a line for a person, and none means that all is well.</summary>
public sealed class Ledger
{
    private readonly List<Promise> _promises = [];
    private readonly HashSet<(IdKind, long)> _ids = [];
    private readonly List<string> _twice = [];

    /// <summary>Starts with promises that were made before.</summary>
    public Ledger(params IEnumerable<Promise> promises)
    {
        foreach (var promise in promises) Add(promise);
    }

    /// <summary>What was promised.</summary>
    public IReadOnlyList<Promise> Promises => _promises;

    /// <summary>Adds a promise. Several threads may.</summary>
    public void Add(Promise promise)
    {
        lock (_promises)
        {
            _promises.Add(promise);
            if (promise is not IdsPromise ids) return;
            foreach (var id in ids.Ids)
                if (!_ids.Add((ids.Kind, id))) _twice.Add($"{ids.Kind} id {Text(id)} was reserved twice");
        }
    }

    /// <summary>Promises that a store does not keep, and transactions that it holds in part.</summary>
    public IEnumerable<string> Broken(IStore store)
    {
        using var reader = store.Read();
        foreach (var twice in _twice) yield return twice;
        foreach (var promise in _promises)
            if (promise.Broken(reader) is { } broken) yield return broken;
        foreach (var entry in reader.Journal(0))
            if (CommittedRows.Missing(entry, reader) is { } missing) yield return missing;
    }

    /// <summary>Backups in the folder of a store that are not whole, or were promised and are not there. Each is looked at once, and gone then.</summary>
    /// <param name="open">Opens a store by its path.</param>
    public async Task<IReadOnlyList<string>> BrokenBackupsAsync(string folder, Func<string, IStore> open)
    {
        var broken = new List<string>();
        var promised = _promises.OfType<BackupPromise>().ToDictionary(promise => promise.File, promise => promise.Position, StringComparer.Ordinal);
        broken.AddRange(promised.Keys.Where(file => !File.Exists(Path.Combine(folder, file))).Select(file => $"the backup '{file}' is lost"));
        foreach (var path in Directory.GetFiles(folder, "*" + Workload.BackupEnding))
        {
            await using (var backup = open(path))
            {
                broken.AddRange((await backup.Maintenance.VerifyAsync()).Select(wrong => $"the backup '{path}': {wrong}"));
                using var reader = backup.Read();
                // Before the first commit nobody made one.
                var position = promised.GetValueOrDefault(Path.GetFileName(path), 1);
                if (reader.Position < position) broken.Add($"the backup '{path}' ends at position {Text(reader.Position)}, before {Text(position)}");
            }

            File.Delete(path);
        }

        _promises.RemoveAll(promise => promise is BackupPromise);
        return broken;
    }

    /// <summary>Schedules that were not carried out exactly once, when the last tick found nothing more due.</summary>
    public static IEnumerable<string> BrokenSchedules(IStore store)
    {
        using var reader = store.Read();
        var open = new Dictionary<long, int>();
        foreach (var row in reader.Journal(0).SelectMany(entry => entry.Rows.Select(row => (entry.Actor, row))))
        {
            foreach (var change in row.row.Changes.OfType<ScheduleSet>())
                open[row.row.Document] = open.GetValueOrDefault(row.row.Document) + (change.At is not null ? 1 : row.Actor == Ticked.Actor && change.Failure is null ? -1 : 1000);
        }

        return open.Where(each => each.Value != 0).Select(each => string.Create(CultureInfo.InvariantCulture, $"the schedule of document {each.Key} was not carried out exactly once ({each.Value})")).ToList();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
