using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Files;
using LiteDB;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>A file that can't be used says why and what to do, and is left as it is.</summary>
public sealed class FileProblemTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, StoreProblem> Exceptions => new()
    {
        { "full", StoreProblem.Full },
        { "disk", StoreProblem.Unavailable },
        { "rights", StoreProblem.Unavailable },
        { "end", StoreProblem.Corrupt },
        { "LiteDB", StoreProblem.Corrupt },
        { "index", StoreProblem.Corrupt },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Every_error_of_disk_or_LiteDB_is_a_problem_with_a_message_and_help(string what, StoreProblem problem)
    {
        Exception raw = what switch
        {
            "full" => new IOException("no space", 28),
            "disk" => new IOException("input/output error", 5),
            "rights" => new UnauthorizedAccessException("no"),
            "end" => new EndOfStreamException("short"),
            "LiteDB" => new LiteException(0, "page"),
            _ => new IndexOutOfRangeException(),
        };
        var error = Assert.IsType<StoreException>(new Errors("a/store.litedb", TimeSpan.FromSeconds(1.5)).Of(raw));
        Assert.Equal(problem, error.Problem);
        Assert.Contains("'a/store.litedb'", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Help);
        Assert.Same(raw, error.InnerException);
    }

    [Fact]
    public void A_missing_folder_and_a_folder_are_unavailable()
    {
        var missing = Assert.Throws<StoreException>(() => LiteDbStore.Open(_folder.In("missing/store.litedb")));
        Assert.Equal(StoreProblem.Unavailable, missing.Problem);
        Assert.Contains("does not exist", missing.Message, StringComparison.Ordinal);
        Assert.Equal(StoreProblem.Unavailable, Assert.Throws<StoreException>(() => LiteDbStore.Open(_folder.In("."))).Problem);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8192)]
    [InlineData(50_000)]
    public void A_file_of_another_kind_is_refused_and_left_alone(int length)
    {
        var content = new string('x', length);
        File.WriteAllText(_folder.Path, content);
        var error = _folder.Refused();
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.Contains("not a DocScript store", error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_folder.Path));
        Assert.Equal("store.litedb", _folder.Names);
    }

    [Fact]
    public void The_LiteDB_file_of_another_program_is_refused_and_left_alone()
    {
        _folder.Change(engine => engine.Insert("songs", [new BsonDocument { ["title"] = "x" }], BsonAutoId.ObjectId));
        var before = File.ReadAllBytes(_folder.Path);
        Assert.Contains("another program", _folder.Refused().Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.Path));
        Assert.Equal("store.litedb", _folder.Names);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        File.WriteAllText(_folder.Path, "");
        await _folder.Make(edit => edit.Create(1));
        _folder.Change(engine => Assert.Equal(Schema.Format, StoreFolder.Rows(engine, Schema.Store).Single()["format"].AsInt64));
    }

    [Fact]
    public async Task A_newer_format_is_refused_by_name()
    {
        await _folder.Make(edit => edit.Create(1));
        _folder.Change(engine =>
        {
            var row = StoreFolder.Rows(engine, Schema.Store).Single();
            row["format"] = 7L;
            engine.Update(Schema.Store, [row]);
        });
        var error = _folder.Refused();
        Assert.Equal(StoreProblem.NewerFormat, error.Problem);
        Assert.Contains("format 7", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_truncated_file_is_damaged(double part)
    {
        await _folder.Make(edit => edit.Create(1, title: new string('x', 100_000)));
        using (var file = File.OpenWrite(_folder.Path)) file.SetLength((long)(file.Length * part));
        var left = new FileInfo(_folder.Path).Length;
        var error = _folder.Refused();
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.Contains("its end is missing", error.Message, StringComparison.Ordinal);
        Assert.Equal(left, new FileInfo(_folder.Path).Length);
    }

    [Fact]
    public async Task The_log_of_another_store_is_refused_and_both_are_left_alone()
    {
        await _folder.Make(edit => edit.Create(1));
        using (var other = await OtherProcess.HoldAsync(_folder.In("other.litedb")))
        {
            other.Kill();
            await other.WaitForExitAsync();
        }

        File.Move(_folder.In("other.litedb-log"), _folder.Path + "-log");
        var (data, log) = (File.ReadAllBytes(_folder.Path), File.ReadAllBytes(_folder.Path + "-log"));
        Assert.Contains("is the log of another store", _folder.Refused().Message, StringComparison.Ordinal);
        Assert.Equal(data, File.ReadAllBytes(_folder.Path));
        Assert.Equal(log, File.ReadAllBytes(_folder.Path + "-log"));

        File.Delete(_folder.Path);
        Assert.Contains("is the log of another store", _folder.Refused().Message, StringComparison.Ordinal);
        Assert.Equal(log, File.ReadAllBytes(_folder.Path + "-log"));
    }

    [Fact]
    public async Task A_changed_byte_is_found_when_it_is_read_and_the_rest_can_be_read_still()
    {
        await _folder.Make(edit => edit.Create(1, title: "the title").Create(2));
        var file = File.ReadAllBytes(_folder.Path);
        var found = 0;
        for (var at = file.AsSpan().IndexOf("the title"u8); at >= 0; at = file.AsSpan().IndexOf("the title"u8), found++) "the tit1e"u8.CopyTo(file.AsSpan(at));
        Assert.True(found > 0, "the text stands in the file");
        File.WriteAllBytes(_folder.Path, file);

        await using var damaged = _folder.Open();
        using var reader = damaged.Read();
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Load(1)).Problem);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.History(1).Count()).Problem);
        Assert.NotNull(reader.Load(2));
    }

    [Fact]
    public async Task Damage_that_LiteDB_meets_does_not_stop_what_is_whole_nor_change_the_file()
    {
        await _folder.Make(edit => edit.Create(1, title: new string('x', 50_000)).Create(2));
        var file = File.ReadAllBytes(_folder.Path);
        var content = new byte[2000];
        content.AsSpan().Fill((byte)'x');
        for (var at = 8192; at < file.Length; at += 8192)
            if (file.AsSpan(at, 8192).IndexOf(content) >= 0) file.AsSpan(at + 32, 4000).Fill(0x5A);
        File.WriteAllBytes(_folder.Path, file);

        await using (var damaged = _folder.Open())
        {
            using var reader = damaged.Read();
            Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Load(1)).Problem);
            Assert.NotNull(reader.Load(2));
            Assert.NotEmpty(await damaged.Maintenance.VerifyAsync());
        }

        Assert.Equal(file, File.ReadAllBytes(_folder.Path));
    }
}
