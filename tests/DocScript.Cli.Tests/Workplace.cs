using System.Text;
using DocScript.Cli.Hosting;
using DocScript.Engine;
using DocScript.Storage.LiteDb;

namespace DocScript.Cli.Tests;

/// <summary>A folder of its own with the command line in it, called in process without global state: fixed clock, counted ids, captured output.</summary>
internal sealed class Workplace : IDisposable
{
    public const string Now = "2026-01-31T12:00:00Z";

    /// <summary>The store of this build where none is named.</summary>
    public static readonly string DefaultFile = LiteDbStore.IsAvailable ? "docscript.litedb" : "docscript.db";

    /// <summary>The kind of that store, as it stands before a path.</summary>
    public static readonly string DefaultKind = LiteDbStore.IsAvailable ? "litedb" : "sqlite";

    private readonly CountedIds _ids = new();

    public Workplace()
    {
        Folder = Directory.CreateTempSubdirectory("docscript-").FullName;
        Environment["DOCSCRIPT_NOW"] = Now;
        Environment["DOCSCRIPT_HOME"] = Home;
    }

    public string Folder { get; }

    /// <summary>Where this user's own files are, of trust above all; not there until one is made.</summary>
    public string Home => HomeBeside(Folder);

    public static string HomeBeside(string folder) => folder + "-home";

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public bool OnTerminal { get; set; }

    /// <summary>Runs a command line without input.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => RunAsync("", arguments);

    /// <summary>Runs a command line with text on standard input.</summary>
    public Task<Outcome> RunInputAsync(string input, params string[] arguments) => RunAsync(input, arguments);

    public Task<Outcome> RunAsync(byte[] input, CancellationToken cancellation, params string[] arguments) => RunAsync(new MemoryStream(input), cancellation, arguments);

    public Task<Outcome> RunAsync(Stream input, params string[] arguments) => RunAsync(input, CancellationToken.None, arguments);

    private async Task<Outcome> RunAsync(Stream input, CancellationToken cancellation, string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CliHost
        {
            In = input,
            Out = output,
            Error = error,
            CurrentDirectory = Folder,
            Environment = Environment,
            Ids = _ids,
            User = "ana",
            InIsTerminal = OnTerminal,
            OutIsTerminal = OnTerminal,
            ErrorIsTerminal = OnTerminal,
        };
        var status = await CommandLine.RunAsync(arguments, host, cancellation);
        return new Outcome(status, Neutral(output.ToString()), Neutral(error.ToString()));
    }

    /// <summary>The names of the commands that help lists, of a group or of the whole program.</summary>
    public async Task<IReadOnlyList<string>> CommandsAsync(params string[] group) =>
    [
        .. (await RunAsync([.. group, "--help"])).Out.Split("Commands:\n")[1].Split('\n')
            .TakeWhile(line => line.Length > 0)
            .Where(line => line[2] != ' ')
            .Select(line => line.Trim().Split(' ')[0]),
    ];

    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return name;
    }

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, name), bytes);

    /// <summary>Edits the script of a transaction in a closed store's file, as somebody would who wants to hide what was run.</summary>
    public void Damage(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        var at = bytes.AsSpan().IndexOf("create article"u8);
        Assert.True(at > 0, "the script stands in the file");
        "delete article"u8.CopyTo(bytes.AsSpan(at));
        Write(name, bytes);
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public bool Exists(string name) => File.Exists(Path.Combine(Folder, name));

    /// <summary>The names in the folder, in order.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(Home)) Directory.Delete(Home, recursive: true);
    }

    private Task<Outcome> RunAsync(string input, string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), CancellationToken.None, arguments);

    private string Neutral(string text) => text.Replace(Home, "<home>", StringComparison.Ordinal).Replace(Folder, "<folder>", StringComparison.Ordinal);

    private sealed class CountedIds : IIdSource
    {
        private int _components, _transactions;

        public string Component() => FormattableString.Invariant($"doc-{++_components}");

        public Guid Transaction(DateTimeOffset instant) => new(FormattableString.Invariant($"{++_transactions:x4}0000-0000-7000-8000-000000000000"));
    }
}

/// <summary>What a command line did.</summary>
internal sealed record Outcome(int Status, string Out, string Error)
{
    public Outcome Is(int status, string output = "", string error = "")
    {
        var (expected, actual) = (Text(status, Lines(output), Lines(error)), Text(Status, Out, Error));
        Assert.True(expected == actual, $"expected:\n{expected}\nactual:\n{actual}");
        return this;
    }

    private static string Text(int status, string output, string error) => FormattableString.Invariant($"{output}-- standard error:\n{error}-- exit {status}\n");

    private static string Lines(string text) => text.ReplaceLineEndings("\n") is { Length: > 0 } lines && !lines.EndsWith('\n') ? lines + "\n" : text.ReplaceLineEndings("\n");
}
