namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// Replays a log of a disk and, at any moment of it, leaves what a power cut at that moment may leave: everything that was synced, and of what came later to a file any part in any order,
/// each write whole or torn into sectors or pages; of the names of files those that were synced, and any of the later changes.
/// </summary>
internal sealed class PowerCut(IReadOnlyList<DiskEvent> events)
{
    private static readonly int[] Grains = [512, 4096];

    private readonly Dictionary<int, DiskFile> _files = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<(int At, DiskEvent Event)> _pendingNames = [];
    private int _at;

    /// <summary>What was promised up to here.</summary>
    public List<Promise> Promises { get; } = [];

    /// <summary>Replays up to an event, which has not happened yet. Moments only go on.</summary>
    public void AdvanceTo(int moment)
    {
        for (; _at < moment; _at++) Replay(_at, events[_at]);
    }

    /// <summary>Writes into an empty folder what the disk may hold.</summary>
    public void Leave(string folder, Random random)
    {
        var names = new Dictionary<string, int>(_names, StringComparer.Ordinal);
        var kept = random.Next(4);
        foreach (var (_, change) in _pendingNames)
            if (kept == 0 || (kept > 1 && random.Next(2) == 0)) Rename(names, change);
        foreach (var (name, file) in names) File.WriteAllBytes(Path.Combine(folder, name), _files[file].After(random));
    }

    private void Replay(int at, DiskEvent happened)
    {
        switch (happened)
        {
            case Promised promised:
                Promises.Add(promised.Promise);
                break;
            case Wrote wrote:
                _files[wrote.File].Pending.Add((at, wrote));
                break;
            case Resized resized:
                _files[resized.File].Pending.Add((at, resized));
                break;
            case Synced synced:
                _files[synced.File].Sync(synced.Before);
                break;
            case FolderSynced synced:
                foreach (var (_, change) in _pendingNames.Where(each => each.At < synced.Before)) Rename(_names, change);
                _pendingNames.RemoveAll(each => each.At < synced.Before);
                break;
            default:
                if (happened is Linked linked) _files[linked.File] = new DiskFile();
                _pendingNames.Add((at, happened));
                break;
        }
    }

    private static void Rename(Dictionary<string, int> names, DiskEvent change)
    {
        switch (change)
        {
            case Linked linked: names[linked.Name] = linked.File; break;
            case Unlinked unlinked: names.Remove(unlinked.Name); break;
            case Renamed renamed when names.Remove(renamed.From, out var file): names[renamed.To] = file; break;
        }
    }

    /// <summary>A file: what is on the disk, and what happened to it since.</summary>
    private sealed class DiskFile
    {
        private readonly FileBytes _synced = new();

        public List<(int At, DiskEvent Event)> Pending { get; } = [];

        public void Sync(int before)
        {
            foreach (var (_, change) in Pending.Where(each => each.At < before)) _synced.Apply(change);
            Pending.RemoveAll(each => each.At < before);
        }

        /// <summary>What the disk may hold of it: as synced, as last written, a first part of what came since, or any of it, torn and in any order.</summary>
        public byte[] After(Random random)
        {
            var file = _synced.Copy();
            switch (random.Next(6))
            {
                case 0: break;
                case 1: ApplyAll(file, Pending.Count); break;
                case 2: ApplyAll(file, random.Next(Pending.Count + 1)); break;
                default: ApplySome(file, random); break;
            }

            return file.Content.ToArray();
        }

        private void ApplyAll(FileBytes file, int count)
        {
            foreach (var (_, change) in Pending.Take(count)) file.Apply(change);
        }

        private void ApplySome(FileBytes file, Random random)
        {
            var grain = Grains[random.Next(Grains.Length)];
            var parts = Pending.SelectMany(each => random.Next(4) == 0 ? [each.Event] : Torn(each.Event, grain)).ToArray();
            if (random.Next(2) == 0) random.Shuffle(parts);
            // Nearly all, nearly none, or half of it.
            var outOf = random.Next(2, 12);
            var most = random.Next(2) == 0;
            foreach (var part in parts)
                if (random.Next(outOf) == 0 != most) file.Apply(part);
        }

        /// <summary>A write as the parts that reach the disk each by itself.</summary>
        private static IEnumerable<DiskEvent> Torn(DiskEvent change, int grain)
        {
            if (change is not Wrote wrote)
            {
                yield return change;
                yield break;
            }

            for (var from = 0; from < wrote.Bytes.Length;)
            {
                var to = (int)Math.Min(wrote.Bytes.Length, (((wrote.Offset + from) / grain) + 1) * grain - wrote.Offset);
                yield return wrote with { Offset = wrote.Offset + from, Bytes = wrote.Bytes[from..to] };
                from = to;
            }
        }
    }
}
