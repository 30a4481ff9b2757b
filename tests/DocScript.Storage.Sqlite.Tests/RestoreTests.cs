using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Maintenance;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class RestoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_comes_back_as_it_was_and_stays_as_it_is()
    {
        var backup = await Backup();
        var before = await System.IO.File.ReadAllBytesAsync(backup);
        var digest = await Digest(_folder.Path);
        await Restore(backup, replace: true);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(backup));
        Assert.Equal("one", await Title());
        Assert.NotEqual(digest, await Digest(_folder.Path));
        await SqliteStore.RestoreAsync(backup, _folder.In("other.db"), replace: false, _ => Task.CompletedTask);
        Assert.Equal(await Digest(_folder.Path), await Digest(_folder.In("other.db")));
        Assert.Equal(["backup.db", "other.db", "store.db"], Names());
    }

    [Fact]
    public async Task A_store_that_is_there_is_replaced_only_when_it_is_said()
    {
        var backup = await Backup();
        Assert.Contains("exists already", (await Refused(backup, replace: false)).Message, StringComparison.Ordinal);
        Assert.Equal("two", await Title());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_somebody_has_open_is_left_alone(bool reads)
    {
        var backup = await Backup();
        await using (var open = SqliteStore.Open(_folder.Path))
        {
            using var reader = reads ? open.Read() : null;
            Assert.Equal(StoreProblem.Locked, (await Refused(backup, replace: true)).Problem);
            Assert.IsType<Committed>(await _folder.Commit(open, edit => edit.SetTitle(1, "three")));
        }

        Assert.Equal("three", await Title());
        Assert.Equal(["backup.db", "store.db"], Names());
    }

    [Fact]
    public async Task Who_opened_the_old_file_while_it_lost_its_name_finds_it_gone()
    {
        var backup = await Backup();
        var file = new StoreFile(_folder.Path, StoreFolder.Impatient);
        using var late = file.Open(file.Errors);
        using (HeldStore.Take(file))
        {
            Assert.Equal(StoreProblem.Locked, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path, StoreFolder.Impatient)).Problem);
            System.IO.File.Move(backup, _folder.Path, overwrite: true);
        }

        Assert.Contains("no longer the file", Assert.Throws<StoreException>(late.EnsureInPlace).Message, StringComparison.Ordinal);
        Assert.Equal("one", await Title());
    }

    [Fact]
    public async Task A_store_that_is_held_and_let_go_is_as_it_was()
    {
        await Backup();
        HeldStore.Take(new StoreFile(_folder.Path, StoreFolder.Impatient))!.Dispose();
        Assert.Equal("two", await Title());
    }

    [Fact]
    public async Task What_judges_the_backup_can_end_the_restore()
    {
        var backup = await Backup();
        await Assert.ThrowsAsync<InvalidDataException>(() => SqliteStore.RestoreAsync(backup, _folder.Path, replace: true, _ => throw new InvalidDataException("no")));
        Assert.Equal("two", await Title());
        Assert.Equal(["backup.db", "store.db"], Names());
    }

    [Fact]
    public async Task A_damaged_store_and_a_log_without_one_are_replaced()
    {
        var backup = await Backup();
        byte[] log;
        await using (var open = SqliteStore.Open(_folder.Path))
        {
            await _folder.Commit(open, edit => edit.SetTitle(1, "in the log"));
            await using var file = new FileStream(_folder.Path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            log = new byte[file.Length];
            await file.ReadExactlyAsync(log);
        }

        await System.IO.File.WriteAllTextAsync(_folder.Path, new string('x', 10_000));
        await System.IO.File.WriteAllBytesAsync(_folder.Path + "-wal", log);
        await Restore(backup, replace: true);
        Assert.Equal("one", await Title());

        System.IO.File.Delete(_folder.Path);
        await System.IO.File.WriteAllBytesAsync(_folder.Path + "-wal", log);
        await Restore(backup, replace: false);
        Assert.Equal("one", await Title());
    }

    [Theory]
    [InlineData("", "it is too short")]
    [InlineData("a", "it was not written by 'docscript backup'")]
    public async Task What_is_no_backup_is_refused(string content, string why)
    {
        await Backup();
        await System.IO.File.WriteAllTextAsync(_folder.In("no.db"), string.Concat(Enumerable.Repeat(content, 500)));
        Assert.EndsWith(why, (await Refused(_folder.In("no.db"), replace: true)).Message, StringComparison.Ordinal);
        Assert.Equal("two", await Title());
    }

    [Fact]
    public async Task A_store_in_use_is_no_backup()
    {
        var other = _folder.In("other.db");
        await Backup();
        await using var open = SqliteStore.Open(other);
        await _folder.Commit(open, edit => edit.Create(1));
        Assert.Contains("in use", (await Refused(other, replace: true)).Message, StringComparison.Ordinal);
        Assert.Contains("can't be read", (await Refused(_folder.In("missing"), replace: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_interrupted_restore_left_is_no_hindrance()
    {
        var backup = await Backup();
        await System.IO.File.WriteAllTextAsync(_folder.Path + ".restoring", "half");
        await System.IO.File.WriteAllTextAsync(_folder.Path + ".restoring-wal", "half of a log");
        await Restore(backup, replace: true);
        Assert.Equal(["backup.db", "store.db"], Names());
        Assert.Equal("one", await Title());
    }

    /// <summary>A backup of a store whose document has the title <c>one</c>, and that store, in which it is <c>two</c> by now.</summary>
    private async Task<string> Backup()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        await _folder.Commit(store, edit => edit.Create(1, title: "one"));
        await store.Maintenance.BackupAsync(_folder.In("backup.db"));
        await _folder.Commit(store, edit => edit.SetTitle(1, "two"));
        return _folder.In("backup.db");
    }

    private Task Restore(string backup, bool replace) => SqliteStore.RestoreAsync(
        backup,
        _folder.Path,
        replace,
        async store => Assert.Empty(await store.Maintenance.VerifyAsync()),
        StoreFolder.Impatient);

    private Task<StoreException> Refused(string backup, bool replace) => Assert.ThrowsAsync<StoreException>(() => Restore(backup, replace));

    private async Task<string> Title()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        return reader.Load(1)!.Title;
    }

    private static async Task<string> Digest(string path)
    {
        await using var store = SqliteStore.Open(path);
        using var reader = store.Read();
        return StoreDigest.Of(reader, default).Hash;
    }

    private IEnumerable<string> Names() => Directory.GetFiles(_folder.In("")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
