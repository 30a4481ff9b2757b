using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>A full or failing disk refuses what it can't take, and nothing else.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_does_not_fit_fails_and_the_store_goes_on()
    {
        var disk = new SmallDisk { Most = 1_000_000 };
        await using var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Disk = disk });
        var error = await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Create(1, title: new string('x', 2_000_000))));
        Assert.Equal(StoreProblem.Full, error.Problem);
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);

        Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(1)));
        using var reader = store.Read();
        Assert.Equal("", reader.Load(1)!.Title);
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_disk_fills_up()
    {
        var disk = new SmallDisk { Most = 2_000_000 };
        var acknowledged = 0;
        await using (var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Disk = disk }))
        {
            await Assert.ThrowsAsync<StoreException>(async () =>
            {
                while (true)
                {
                    await _folder.Commit(store, edit => edit.Create(acknowledged + 1, title: new string('x', 1000)));
                    acknowledged++;
                }
            });
            using var reader = store.Read();
            Assert.Equal(acknowledged, reader.Find(Filter.All).Count());
        }

        Assert.True(acknowledged > 5, "some fit");
        await using var freed = _folder.Open();
        Assert.IsType<Committed>(await _folder.Commit(freed, edit => edit.Create(acknowledged + 1)));
        using var later = freed.Read();
        Assert.Equal(acknowledged + 1, later.Journal(0).Count());
        Assert.Empty(await freed.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task In_a_group_only_those_fail_that_do_not_fit()
    {
        await using var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Disk = new SmallDisk { Most = 4_000_000 } });
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(id => Task.Run(async () =>
        {
            try
            {
                return await _folder.Commit(store, edit => edit.Create(id, title: new string('x', id % 3 == 0 ? 5_000_000 : 10))) is Committed;
            }
            catch (StoreException error) when (error.Problem == StoreProblem.Full)
            {
                return false;
            }
        })));
        Assert.Equal(Enumerable.Range(1, 12).Select(id => id % 3 != 0), answers);
    }

    [Fact]
    public async Task A_commit_that_the_disk_does_not_flush_is_refused_and_does_not_come_back()
    {
        var disk = new SmallDisk();
        await using (var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Disk = disk }))
        {
            Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(1)));
            disk.Fails = true;
            var error = await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Create(2)));
            Assert.Equal(StoreProblem.Unavailable, error.Problem);
            disk.Fails = false;
            Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(3)));
        }

        await using var again = _folder.Open();
        using var reader = again.Read();
        Assert.Equal([1L, 3], reader.Find(Filter.All).Select(document => document.Id));
    }

    [Fact]
    public void A_disk_without_space_for_a_new_store_is_full_and_keeps_nothing()
    {
        var error = Assert.Throws<StoreException>(() => LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Disk = new SmallDisk { Most = 10_000 } }));
        Assert.Equal(StoreProblem.Full, error.Problem);
    }

    /// <summary>The system's disk with an end, and with flushes that fail.</summary>
    private sealed class SmallDisk : Disk
    {
        /// <summary>The most bytes of a file.</summary>
        public long Most { get; init; } = long.MaxValue;

        public bool Fails { get; set; }

        public override IFile Open(string path) => new SmallFile(this, base.Open(path));

        private sealed class SmallFile(SmallDisk disk, IFile file) : IFile
        {
            public long Length => file.Length;

            public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

            public void Write(long offset, ReadOnlySpan<byte> bytes)
            {
                if (offset + bytes.Length > disk.Most) throw new IOException("No space left on device", 28);
                file.Write(offset, bytes);
            }

            public void SetLength(long length) => file.SetLength(length);

            public void Sync()
            {
                if (disk.Fails) throw new IOException("Input/output error", 5);
                file.Sync();
            }

            public void Dispose() => file.Dispose();
        }
    }
}
