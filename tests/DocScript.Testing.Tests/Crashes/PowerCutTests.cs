using DocScript.Testing.Storage.Crashes;

namespace DocScript.Testing.Tests.Crashes;

/// <summary>What a disk may hold after a power cut, and what it must.</summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Cuts = 300;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");
    private readonly DiskLog _log = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_synced_stays_and_what_was_written_later_may_be_there_torn_or_missing()
    {
        var file = Synced("a", Bytes(1, 1024));
        _log.Wrote(file, 0, Bytes(2, 1024));
        var states = States("a");
        Assert.All(states, state => Assert.Equal(1024, state!.Length));
        Assert.All(states, state => Assert.All(state!.Chunk(512), sector => Assert.Single(sector.Distinct())));
        Assert.Equal(["11", "12", "21", "22"], states.Select(state => $"{state![0]}{state[512]}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_later_write_may_be_there_without_an_earlier_one()
    {
        var file = Synced("a", Bytes(1, 1024));
        _log.Wrote(file, 0, Bytes(2, 512));
        _log.Wrote(file, 512, Bytes(2, 512));
        Assert.Contains("12", States("a").Select(state => $"{state![0]}{state[512]}"));
    }

    [Fact]
    public void A_sync_covers_what_was_written_before_it_began_and_no_more()
    {
        var file = Synced("a", Bytes(1, 512));
        var before = _log.Now;
        _log.Wrote(file, 0, Bytes(2, 512));
        _log.Synced(file, before);
        Assert.Contains(States("a"), state => state![0] == 1);
        _log.Synced(file, _log.Now);
        Assert.All(States("a"), state => Assert.Equal(2, state![0]));
    }

    [Fact]
    public void A_length_that_was_not_synced_may_be_the_old_one()
    {
        var file = Synced("a", Bytes(1, 1024));
        _log.Resized(file, 0);
        Assert.Equal([0, 1024], States("a").Select(state => state!.Length).Distinct().Order());
    }

    [Fact]
    public void A_name_is_sure_once_the_folder_is_synced()
    {
        var file = _log.Opened("a");
        _log.Wrote(file, 0, Bytes(1, 512));
        _log.Synced(file, _log.Now);
        Assert.Contains(null, States("a"));
        _log.FolderSynced(_log.Now);
        Assert.DoesNotContain(null, States("a"));
        _log.Renamed("a", "b");
        Assert.Equal([false, true], States("b").Select(state => state is not null).Distinct().Order());
        _log.FolderSynced(_log.Now);
        Assert.All(States("a"), Assert.Null);
        _log.Deleted("b");
        Assert.Equal([false, true], States("b").Select(state => state is not null).Distinct().Order());
    }

    private int Synced(string name, byte[] bytes)
    {
        var file = _log.Opened(name);
        _log.Wrote(file, 0, bytes);
        _log.Synced(file, _log.Now);
        _log.FolderSynced(_log.Now);
        return file;
    }

    /// <summary>What a file holds after many power cuts, null where there is none of the name.</summary>
    private List<byte[]?> States(string name)
    {
        var cut = new PowerCut(_log.Events);
        cut.AdvanceTo(_log.Now);
        var states = new List<byte[]?>();
        for (var seed = 0; seed < Cuts; seed++)
        {
            var place = _folder.CreateSubdirectory("disk");
            cut.Leave(place.FullName, new Random(seed));
            var path = Path.Combine(place.FullName, name);
            states.Add(File.Exists(path) ? File.ReadAllBytes(path) : null);
            place.Delete(recursive: true);
        }

        return states;
    }

    private static byte[] Bytes(byte value, int count) => [.. Enumerable.Repeat(value, count)];
}
