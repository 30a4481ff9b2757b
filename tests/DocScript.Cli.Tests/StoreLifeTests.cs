using System.Text;
using System.Text.Json;

namespace DocScript.Cli.Tests;

/// <summary>Backup, restore, verify, copy and compact, of the kind of store that is this build's default.</summary>
public sealed class StoreLifeTests
{
    private static readonly string Store = Workplace.DefaultFile, Other = Workplace.DefaultKind + ":other";

    [Fact]
    public async Task A_backup_is_restored_where_there_is_no_store()
    {
        using var place = await Scripts.WithNotesAsync();
        var log = await place.RunAsync("log");
        var backup = await place.RunAsync("backup", "notes.bak");
        Assert.Matches(@"\Abacked up to notes\.bak: [0-9.]+ kB\n\z", backup.Error);
        Assert.Equal((0, ""), (backup.Status, backup.Out));
        var sum = (await place.RunAsync("verify")).Out;
        (await place.RunAsync("restore", "notes.bak", "--store", Other)).Is(0, sum, $"restored {Other} from notes.bak: 1 document, 1 transaction, 0 publications, at position 1");
        Assert.Equal(log, await place.RunAsync("log", "--store", Other));
        Assert.Equal($"{Store} notes.bak notes.docscript other retitle.docscript", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("mine", "mine");
        var outcome = await place.RunAsync("backup", "mine");
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("error DS7005: '<folder>/mine' exists already", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", place.Read("mine"));
    }

    [Fact]
    public async Task A_store_is_given_up_for_a_backup_only_when_it_is_said_and_then_it_is_told_what_went()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunAsync("backup", "notes.bak")).Status);
        Assert.Equal(0, (await place.RunAsync("run", "retitle.docscript")).Status);
        (await place.RunAsync("restore", "notes.bak")).Is(
            1,
            error: $"""
            error DS7026: there is a store at '{Store}' already: 1 document, 2 transactions, 0 publications
              = nothing was changed
              = help: name another place with --store, or give that store up with --replace
            """);
        Assert.Contains("Version 2", (await place.RunAsync("show", "notes")).Out, StringComparison.Ordinal);
        var restored = await place.RunAsync("restore", "notes.bak", "--replace");
        Assert.Equal(0, restored.Status);
        Assert.EndsWith("at position 1\nit replaces a store: 1 document, 2 transactions, 0 publications\n", restored.Error, StringComparison.Ordinal);
        Assert.Contains("Release notes", (await place.RunAsync("show", "notes")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_is_damaged_is_not_restored()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunAsync("backup", "notes.bak")).Status);
        place.Damage("notes.bak");
        (await place.RunAsync("restore", "notes.bak", "--replace")).Is(
            1,
            "transaction at position 1 does not have its hash",
            """
            error DS7025: something is wrong with 'notes.bak'
              = nothing was changed
              = help: restore another backup
            """);
        Assert.Equal(0, (await place.RunAsync("verify")).Status);
        Assert.DoesNotContain(Store + ".restoring", place.Names);
    }

    [Fact]
    public async Task A_damaged_store_is_replaced_by_a_backup()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunAsync("backup", "notes.bak")).Status);
        place.Write(Store, "no store at all");
        Assert.StartsWith($"error DS7026: there is a store at '{Store}' already: ", (await place.RunAsync("restore", "notes.bak")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("restore", "notes.bak", "--replace")).Status);
        Assert.Equal(0, (await place.RunAsync("verify")).Status);
    }

    [Fact]
    public async Task Verify_says_what_it_checked_and_names_what_is_wrong()
    {
        using var place = await Scripts.WithNotesAsync();
        var sound = await place.RunAsync("verify");
        Assert.Matches(@"\Asha256 [0-9a-f]{64}\n\z", sound.Out);
        Assert.Equal((0, $"verified {Store}: 1 document, 1 transaction, 0 publications; nothing is wrong\n"), (sound.Status, sound.Error));

        place.Damage(Store);
        var wrong = await place.RunAsync("verify", "--json");
        Assert.Equal((1, ""), (wrong.Status, wrong.Error));
        using var json = JsonDocument.Parse(wrong.Out);
        Assert.Equal("transaction at position 1 does not have its hash", Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray()).GetString());
        Assert.False(json.RootElement.TryGetProperty("sha256", out _));
    }

    [Fact]
    public async Task A_copy_has_the_checksum_and_the_journal_of_its_source()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunAsync("run", "retitle.docscript", "--key", "once")).Status);
        var copy = await place.RunAsync("copy", "--from", Store, "--to", "copy.db");
        copy.Is(0, (await place.RunAsync("verify")).Out, $"copied {Store} to copy.db: 1 document, 2 transactions, 0 publications; both have this checksum");
        Assert.Equal(await place.RunAsync("log"), await place.RunAsync("log", "--store", "copy.db"));
        Assert.Contains("done before", (await place.RunAsync("run", "retitle.docscript", "--key", "once", "--store", "copy.db")).Error, StringComparison.Ordinal);

        var again = await place.RunAsync("copy", "--from", Store, "--to", "copy.db");
        Assert.Equal(1, again.Status);
        Assert.StartsWith("error DS7007: the store '<folder>/copy.db' is not empty\n  = nothing was changed\n", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_damaged_store_is_refused_and_leaves_no_file()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Damage(Store);
        var names = place.Names.ToList();
        var outcome = await place.RunAsync("copy", "--from", Store, "--to", "copy.db");
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith($"error DS7002: the store '<folder>/{Store}' is damaged: the transaction at position 1 does not have its hash\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(names, place.Names);
    }

    [Fact]
    public async Task Compacting_says_the_sizes()
    {
        using var place = await Scripts.WithNotesAsync();
        var outcome = await place.RunAsync("compact");
        Assert.Equal((0, ""), (outcome.Status, outcome.Out));
        Assert.Matches($@"\Acompacted {Store}: [0-9.]+ kB before, [0-9.]+ kB after\n\z", outcome.Error);
        using var json = JsonDocument.Parse((await place.RunAsync("compact", "--json")).Out);
        Assert.Equal(new FileInfo(Path.Combine(place.Folder, Store)).Length, json.RootElement.GetProperty("after").GetInt64());
    }

    [Theory]
    [InlineData("copy --from <store> --to sqlite:nowhere/x.db", "error DS7005: the store '<folder>/nowhere/x.db' can't be opened: the folder '<folder>/nowhere' does not exist")]
    [InlineData("compact --store memory:", "error DS8007: a store in memory is empty at the start of a command and gone at its end")]
    public async Task What_is_no_place_for_a_store_is_refused_clearly(string line, string expected)
    {
        using var place = await Scripts.WithNotesAsync();
        var outcome = await place.RunAsync(line.Replace("<store>", Store, StringComparison.Ordinal).Split(' '));
        Assert.NotEqual(0, outcome.Status);
        Assert.Equal(expected, outcome.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task Of_many_who_copy_into_one_place_one_does_and_no_other_takes_it_away()
    {
        using var place = await Scripts.WithNotesAsync();
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.RunAsync("copy", "--from", Store, "--to", "sqlite:one.db"))));
        Assert.Single(copies, copy => copy.Status == 0);
        Assert.All(copies.Where(copy => copy.Status != 0), copy => Assert.StartsWith("error DS70", copy.Error, StringComparison.Ordinal));
        Assert.Equal(0, (await place.RunAsync("verify", "--store", "sqlite:one.db")).Status);
    }

    [Theory]
    [InlineData("backup x.bak")]
    [InlineData("verify")]
    [InlineData("compact")]
    [InlineData("restore notes.bak --store <kind>:x")]
    [InlineData("copy --from <store> --to x.db")]
    public async Task Who_stops_it_finds_nothing_half_done(string line)
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunAsync("backup", "notes.bak")).Status);
        var names = place.Names.ToList();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        Assert.Equal(130, (await place.RunAsync([], cancel.Token, line.Replace("<store>", Store, StringComparison.Ordinal).Replace("<kind>", Workplace.DefaultKind, StringComparison.Ordinal).Split(' '))).Status);
        Assert.Equal(names, place.Names);
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(999_949, "999.9 kB")]
    [InlineData(999_950, "1.0 MB")]
    [InlineData(12_345_678_901, "12.3 GB")]
    [InlineData(1_234_567_890_123_456, "1234.6 TB")]
    public void A_size_is_told_in_the_unit_that_fits(long bytes, string expected) => Assert.Equal(expected, Output.ByteSize.Text(bytes));
}
