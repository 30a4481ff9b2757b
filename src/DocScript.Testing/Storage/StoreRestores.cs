using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

/// <summary>What a restore promises, for every store in a file: the backup whole in the store's place, or nothing changed. Derive a class for your store.</summary>
public abstract class StoreRestores : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");
    private readonly TransactionSource _transactions = new(new TestClock());

    /// <summary>The path of the store.</summary>
    protected string Store => In("store");

    /// <summary>What is added to a store's name for its log.</summary>
    protected abstract string LogEnding { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the store at a path, and makes it where there is none.</summary>
    protected abstract IStore Open(string path);

    /// <summary>Restores, without waiting long for others.</summary>
    protected abstract Task RestoreAsync(string backup, string path, bool replace, Func<IStore, Task> accept);

    [Fact]
    public async Task A_backup_comes_back_as_it_was_and_stays_as_it_is()
    {
        var backup = await MakeBackupAsync();
        var before = await File.ReadAllBytesAsync(backup);
        var digest = await DigestAsync(Store);
        await RestoreAsync(backup, replace: true);
        Assert.Equal(before, await File.ReadAllBytesAsync(backup));
        Assert.Equal("one", await TitleAsync());
        Assert.NotEqual(digest, await DigestAsync(Store), StringComparer.Ordinal);
        await RestoreAsync(backup, In("other"), replace: false, _ => Task.CompletedTask);
        Assert.Equal(await DigestAsync(Store), await DigestAsync(In("other")));
        Assert.Equal("backup other store", Names);
    }

    [Fact]
    public async Task A_store_that_is_there_is_replaced_only_when_it_is_said()
    {
        var backup = await MakeBackupAsync();
        Assert.Contains("exists already", (await RefusedAsync(backup, replace: false)).Message, StringComparison.Ordinal);
        Assert.Equal("two", await TitleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_somebody_has_open_is_left_alone(bool reads)
    {
        var backup = await MakeBackupAsync();
        await using (var open = Open(Store))
        {
            using var reader = reads ? open.Read() : null;
            Assert.Equal(StoreProblem.Locked, (await RefusedAsync(backup)).Problem);
            await CommitAsync(open, edit => edit.SetTitle(1, "three"));
        }

        Assert.Equal("three", await TitleAsync());
        Assert.Equal("backup store", Names);
    }

    [Fact]
    public async Task What_judges_the_backup_can_end_the_restore()
    {
        var backup = await MakeBackupAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(backup, Store, replace: true, _ => throw new InvalidDataException("no")));
        Assert.Equal("two", await TitleAsync());
        Assert.Equal("backup store", Names);
    }

    [Fact]
    public async Task A_damaged_store_is_replaced()
    {
        var backup = await MakeBackupAsync();
        await File.WriteAllTextAsync(Store, new string('x', 10_000));
        await RestoreAsync(backup, replace: true);
        Assert.Equal("one", await TitleAsync());
        Assert.Equal("backup store", Names);
    }

    [Theory]
    [InlineData("", "it is too short")]
    [InlineData("a", "it was not written by 'docscript backup'")]
    public async Task What_is_no_backup_is_refused(string content, string why)
    {
        await MakeBackupAsync();
        await File.WriteAllTextAsync(In("no"), string.Concat(Enumerable.Repeat(content, 10_000)));
        Assert.EndsWith(why, (await RefusedAsync(In("no"))).Message, StringComparison.Ordinal);
        Assert.Equal("two", await TitleAsync());
    }

    [Fact]
    public async Task A_store_in_use_is_no_backup()
    {
        await MakeBackupAsync();
        await using var open = Open(In("other"));
        await CommitAsync(open, edit => edit.Create(1));
        Assert.Contains("in use", (await RefusedAsync(In("other"))).Message, StringComparison.Ordinal);
        Assert.Contains("can't be read", (await RefusedAsync(In("missing"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_interrupted_restore_left_is_no_hindrance()
    {
        var backup = await MakeBackupAsync();
        await File.WriteAllTextAsync(Store + ".restoring", "half");
        await File.WriteAllTextAsync(Store + ".restoring" + LogEnding, "half of a log");
        await RestoreAsync(backup, replace: true);
        Assert.Equal("backup store", Names);
        Assert.Equal("one", await TitleAsync());
    }

    [FactOnUnix]
    public async Task A_link_to_the_store_stays_one_and_the_rights_stay_as_they_were()
    {
        var backup = await MakeBackupAsync();
        var (target, mode) = (In("target"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.Move(Store, target);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, mode);
        File.CreateSymbolicLink(Store, target);
        await RestoreAsync(backup, replace: true);
        Assert.Equal(target, new FileInfo(Store).LinkTarget);
        if (!OperatingSystem.IsWindows()) Assert.Equal(mode, File.GetUnixFileMode(target));
        Assert.Equal("one", await TitleAsync());
        Assert.Equal("backup store target", Names);
    }

    /// <summary>A backup of a store whose document has the title <c>one</c>, and that store, in which it is <c>two</c> by now.</summary>
    protected async Task<string> MakeBackupAsync()
    {
        await using var store = Open(Store);
        await CommitAsync(store, edit => edit.Create(1, title: "one"));
        await store.Maintenance.BackupAsync(In("backup"));
        await CommitAsync(store, edit => edit.SetTitle(1, "two"));
        return In("backup");
    }

    /// <summary>A path in the folder of the test.</summary>
    protected string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The names of all files, in order.</summary>
    protected string Names => string.Join(' ', _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));

    /// <summary>Commits what must stand.</summary>
    protected async Task CommitAsync(IStore store, Action<TransactionBuilder> edit)
    {
        Transaction transaction;
        using (var reader = store.Read())
        {
            var builder = _transactions.On(reader);
            edit(builder);
            transaction = builder.Build();
        }

        Assert.IsType<Committed>(await store.CommitAsync(transaction));
    }

    /// <summary>Restores a backup that is sound in the store's place.</summary>
    protected Task RestoreAsync(string backup, bool replace) =>
        RestoreAsync(backup, Store, replace, async store => Assert.Empty(await store.Maintenance.VerifyAsync()));

    /// <summary>The document's title in the store.</summary>
    protected async Task<string> TitleAsync()
    {
        await using var store = Open(Store);
        using var reader = store.Read();
        return reader.Load(1)!.Title;
    }

    private Task<StoreException> RefusedAsync(string backup, bool replace = true) => Assert.ThrowsAsync<StoreException>(() => RestoreAsync(backup, replace));

    private async Task<string> DigestAsync(string path)
    {
        await using var store = Open(path);
        using var reader = store.Read();
        return StoreDigest.Of(reader, default).Hash;
    }
}
