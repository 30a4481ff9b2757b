using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents.Designs;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Testing.Laws;

namespace DocScript.Testing.Fuzzing;

/// <summary>
/// Tries commands and functions on random documents that conform to a design, with random arguments, and asks what holds for all of them (<see cref="Law"/>). A case that breaks a law
/// is cut down to a small one. Nothing but memory is written.
/// </summary>
public sealed record CommandFuzz
{
    // What runs away takes its time at each try.
    private const int MostCuts = 1000, MostSlowCuts = 20;

    private readonly FuzzTargets _targets;

    private CommandFuzz(FuzzTargets targets, string name) => (_targets, Name) = (targets, name);

    /// <summary>What it is called with, in what is told: the folder.</summary>
    public string Name { get; init; }

    /// <summary>How often each is tried.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>The seed of the first run; null for one that nobody chose. Each further run has the next.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The only command or function to try, by its name; null for all.</summary>
    public string? Command { get; init; }

    /// <summary>The design that documents conform to.</summary>
    public Design Design { get; init; } = Design.BuiltIn;

    /// <summary>Further options of the command line that tries it again: <c>--design newsroom.json</c>.</summary>
    public string Options { get; init; } = "";

    /// <summary>What is tried: all, or that which <see cref="Command"/> names; a function also without its parentheses.</summary>
    public IReadOnlyList<FuzzTarget> Selected => [.. _targets.All.Where(target => Command is null || target.Name == Command || target.Name == Command + "()")];

    /// <summary>The names that <see cref="Command"/> takes.</summary>
    public IReadOnlyList<string> Names => [.. _targets.All.Select(target => target.Name)];

    /// <summary>The commands and functions of a folder of C#.</summary>
    /// <param name="folder">The folder; a path that is not whole starts from the current folder or, where it is not there, from one above the program's own.</param>
    /// <param name="allow">The capabilities that it may use, as <c>docscript trust --allow</c> takes them.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">The folder can't be read, or a file of it does not compile, or declares what can't be, or may not use what it uses.</exception>
    public static CommandFuzz Of(string folder, params IReadOnlyList<string> allow)
    {
        var (read, problem) = CommandFolder.Read(FolderOf(folder));
        if (read is null) throw new FormatException(DiagnosticText.Of(problem!));
        var set = new HookLibrary(cache: null).Load(read, allow.Select(Granted));
        return set.Problems.IsEmpty ? Of(FuzzTargets.Of(read, set), folder) : throw new FormatException(DiagnosticText.Of(set.Problems));
    }

    private static Capability Granted(string text) => Capability.TryParse(text, out var capability, out var unknown) ? capability : throw new FormatException(DiagnosticText.Of(unknown));

    /// <summary>What is tried, as it was loaded.</summary>
    public static CommandFuzz Of(FuzzTargets targets, string name) => new(targets, name);

    /// <summary>Tries all.</summary>
    /// <exception cref="InvalidOperationException">There is nothing of the name that <see cref="Command"/> says, or nothing to try, or the design has no content types.</exception>
    public async Task<FuzzReport> RunAsync(CancellationToken cancellation = default)
    {
        if (Selected.Count == 0) throw new InvalidOperationException(Command is null ? $"there is nothing to try in '{Name}'" : $"'{Name}' has no command or function '{Command}'");
        if (Design.ContentTypes.Count == 0) throw new InvalidOperationException("the design has no content types, so that there are no documents");
        var seed = Seed ?? (ulong)Random.Shared.NextInt64(1, 1_000_000_000);
        var tallies = new List<FuzzTally>();
        foreach (var target in Selected) tallies.Add(await RunAsync(target, seed, cancellation).ConfigureAwait(false));
        return new(seed, [.. tallies]);
    }

    private async Task<FuzzTally> RunAsync(FuzzTarget target, ulong seed, CancellationToken cancellation)
    {
        var kinds = new Dictionary<OutcomeKind, int>();
        var (findings, refusals) = (new Dictionary<Law, FuzzFinding>(), new List<Diagnostic>());
        for (var i = 0; i < Runs; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var one = FuzzCases.Of(target, Design, seed + (ulong)i);
            var outcome = await FuzzOutcome.OfAsync(one, _targets.Commands).ConfigureAwait(false);
            kinds[outcome.Kind] = kinds.GetValueOrDefault(outcome.Kind) + 1;
            if (outcome is { Kind: OutcomeKind.Refused, Diagnostics: [var refusal, ..] }) refusals.Add(refusal);
            foreach (var law in outcome.Broken.Select(broken => broken.Law).Distinct().Where(law => !findings.ContainsKey(law)).ToList())
                findings[law] = await SmallestAsync(one, outcome, law, seed + (ulong)i, cancellation).ConfigureAwait(false);
        }

        var hasRun = kinds.Keys.Any(kind => kind is not OutcomeKind.Refused);
        return new(
            target.Name,
            Runs,
            kinds.GetValueOrDefault(OutcomeKind.Changed),
            kinds.GetValueOrDefault(OutcomeKind.Unchanged),
            kinds.GetValueOrDefault(OutcomeKind.Refused),
            kinds.GetValueOrDefault(OutcomeKind.Failed),
            [.. findings.Values.OrderBy(finding => finding.Law)],
            hasRun ? null : NeverRan(target, refusals));
    }

    // Cut by cut, as long as the same law is broken at the same place.
    private async Task<FuzzFinding> SmallestAsync(FuzzCase one, FuzzOutcome outcome, Law law, ulong seed, CancellationToken cancellation)
    {
        var (place, cuts, isSmaller) = (KeyOf(outcome.Place), 0, true);
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var smaller in SmallerCases.Of(one).TakeWhile(_ => cuts++ < (law is Law.Budget ? MostSlowCuts : MostCuts)))
            {
                cancellation.ThrowIfCancellationRequested();
                var tried = await FuzzOutcome.OfAsync(smaller, _targets.Commands).ConfigureAwait(false);
                if (!tried.Broken.Any(broken => broken.Law == law) || KeyOf(tried.Place) != place) continue;
                (one, outcome, isSmaller) = (smaller, tried, true);
                break;
            }
        }

        var details = string.Join('\n', outcome.Broken.Where(broken => broken.Law == law).Select(broken => broken.Message));
        return new(law, Told(one.Target, law, outcome, seed), details, one.ToString(), one.Script, seed);
    }

    private Diagnostic Told(FuzzTarget target, Law law, FuzzOutcome outcome, ulong seed) => new(
        FuzzCodes.BrokenLaw,
        Severity.Error,
        law is Law.NoException or Law.Budget ? outcome.Broken.First(broken => broken.Law == law).Message : LawText.Broken(law, target.Name),
        outcome.Place ?? target.Place,
        Help: string.Create(CultureInfo.InvariantCulture, $"mend it, then try this case again with: docscript fuzz {Name} --command {Quoted(target.Name)} --seed {seed} --runs 1{(Options.Length == 0 ? "" : " " + Options)}"));

    private static Diagnostic NeverRan(FuzzTarget target, List<Diagnostic> refusals)
    {
        var most = refusals.GroupBy(refusal => refusal.Code).MaxBy(group => group.Count())?.First();
        return new(FuzzCodes.NeverRan, Severity.Warning, $"{target.Name} never ran: every try was refused{(most is null ? "" : $", most often with {most.Code.Id}: {most.Message}")}", target.Place, Help: "try more often with --runs, or with a design whose documents it is made for (--design)");
    }

    private static (string?, Span?) KeyOf(Location? place) => (place?.Source.Name, place?.Span);

    // What a shell takes as one word.
    private static string Quoted(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') ? name : $"'{name}'";

    private static string FolderOf(string folder)
    {
        if (Directory.Exists(folder)) return Path.GetFullPath(folder);
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, folder) is var found && Directory.Exists(found))
                return found;
        throw new DirectoryNotFoundException($"there is no folder '{folder}', from {Directory.GetCurrentDirectory()} or above {AppContext.BaseDirectory}");
    }
}
