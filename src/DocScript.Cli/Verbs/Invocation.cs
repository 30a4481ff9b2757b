using System.CommandLine;
using System.Globalization;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Cli.Verbs;

/// <summary>One call of a command: what was given, where it runs, where its results go.</summary>
internal sealed record Invocation(CliHost Host, ParseResult Parsed, Report Report, CancellationToken Cancellation)
{
    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => Parsed.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T? Get<T>(Argument<T> argument) => Parsed.GetValue(argument);

    /// <summary>Whether an option was given.</summary>
    public bool Has(Option option) => Parsed.GetResult(option) is { Implicit: false };

    /// <summary>The clock of scripts: <c>DOCSCRIPT_NOW</c> fixes it.</summary>
    public TimeProvider Clock()
    {
        if (Host.Variable("DOCSCRIPT_NOW") is not { } now) return Host.Clock;
        return DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && now.Contains('-', StringComparison.Ordinal)
            ? new FixedClock(instant)
            : throw new CommandRefused(CliCodes.BadClock, $"DOCSCRIPT_NOW is '{now}', which is no ISO 8601 instant", "set it to something like 2026-01-31T12:00:00Z, or unset it");
    }

    /// <summary>Opens the store of an option, which must exist.</summary>
    public IStore OpenStore(Option<string?> option) => Stores.Require(StoreLocation.Of(Get(option), Host), Clock());

    /// <summary>The option that names folders of C# commands, where the verb has it.</summary>
    public Option<string[]>? Folders { get; init; }

    /// <summary>The commands that scripts can use.</summary>
    /// <exception cref="CommandRefused">A folder that was named is not there.</exception>
    public ScriptCommands Commands => field ??= new(Host, NamedFolders(), diagnostic => Report.Add([diagnostic]));

    /// <summary>The absolute paths of the folders of C# commands that the call names.</summary>
    /// <exception cref="CommandRefused">One is not there.</exception>
    public IReadOnlyList<string> NamedFolders() => Folders is { } option && Has(option) ? Array.ConvertAll(Get(option)!, name => FolderName.Find(Host, name)) : [];

    /// <summary>The engine over a store.</summary>
    public ScriptEngine Engine(IStore store) => new(store, Commands, Clock(), Host.Ids ?? new RandomIds());

    /// <summary>The user who does it; not by the names under which schedules are carried out and hooks run.</summary>
    public string Actor(Option<string?> option) => Viewer(option) switch
    {
        Ticked.Actor => throw new CommandRefused(CliCodes.BadUser, $"'{Ticked.Actor}' is not a user's name: what is scheduled is carried out under it", "give another with --as; 'docscript tick' does what is scheduled"),
        EventHook.Actor => throw new CommandRefused(CliCodes.BadUser, $"'{EventHook.Actor}' is not a user's name: hooks after events run under it", "give another with --as"),
        var actor => actor,
    };

    /// <summary>The user who looks.</summary>
    public string Viewer(Option<string?> option)
    {
        var actor = Get(option) ?? Host.User;
        return actor.Length is > 0 and <= 200 && !actor.Any(char.IsControl)
            ? actor
            : throw new CommandRefused(CliCodes.BadUser, "a user's name is 1 to 200 characters on one line", "give another with --as");
    }

    /// <summary>A document as given: digits are an id, all else a key; null where none was.</summary>
    public Value? Document(Option<string?> option) => Get(option) is { } given ? DocumentName.Parse(given) : null;

    /// <summary>The values given by name with an option: parameters of scripts, arguments for commands in C#.</summary>
    public Task<ObjectValue> ParametersAsync(Option<string[]> option) => Parameters.ReadAsync(Host, option.Name, Get(option) ?? [], Cancellation);

    /// <summary>A script: a file, or <c>-</c>.</summary>
    public Task<SourceText> ScriptAsync(string name) => TextInput.ScriptAsync(Host, name, Cancellation);
}
