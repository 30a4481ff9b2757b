using System.Collections.Immutable;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Loading;

/// <summary>
/// The commands of the folders that are in play for a script: of those that this user named or trusts. One that is not trusted is compiled to know what it declares, and
/// nothing of it is loaded; a script that needs something of it is refused, unless it is only read. Folders are looked at anew for each script; safe for several threads.
/// </summary>
/// <param name="library">Loads folders.</param>
/// <param name="trust">Which ones this user trusts.</param>
/// <param name="note">Is told, once for each change, why an earlier version of a folder is still in use.</param>
public sealed class HookCommandSource(HookLibrary library, TrustFile trust, Action<Diagnostic> note)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, WatchedFolder> _watched = new(StringComparer.Ordinal);
    private (ImmutableArray<HookSet> Sets, CommandTable? Table, ImmutableArray<Diagnostic> Problems) _last = ([], null, []);

    /// <summary>The commands that a script is read and run with, or what stands in the way of them.</summary>
    public CommandSelection Select(ScriptNeeds needs, IReadOnlyList<ScriptFolder> folders)
    {
        lock (_turn)
        {
            var looked = Look(folders);
            var usable = looked.Where(folder => folder.IsTrusted || needs.IsOnlyRead).ToList();
            var wrong = usable.SelectMany(folder => folder.Problems).ToImmutableArray();
            if (!wrong.IsEmpty) return new(CommandTable.BuiltIn, wrong);
            var sets = usable.Select(folder => folder.Set!).ToImmutableArray();
            var (table, clashes) = Join(sets);
            if (!clashes.IsEmpty) return new(table, clashes);
            var needed = new Needed(needs, table, sets.Aggregate(DocumentEvents.None, (events, set) => events | set.Events));
            return new(table, [.. looked.Except(usable).Select(needed.Refusal).OfType<Diagnostic>()]);
        }
    }

    /// <summary>What each folder declares, and whether it loads for this user.</summary>
    public IReadOnlyList<FolderInPlay> Look(IReadOnlyList<ScriptFolder> folders)
    {
        lock (_turn)
        {
            var (trusted, problem) = trust.Read();
            return [.. folders.Select(folder => Watched(folder.Path).Look(folder, library, trusted, problem, note)).DistinctBy(folder => folder.Path, StringComparer.Ordinal)];
        }
    }

    private WatchedFolder Watched(string path)
    {
        if (!_watched.TryGetValue(path, out var watched)) _watched[path] = watched = new WatchedFolder();
        return watched;
    }

    private (CommandTable Table, ImmutableArray<Diagnostic> Problems) Join(ImmutableArray<HookSet> sets)
    {
        if (_last.Table is null || !_last.Sets.AsSpan().SequenceEqual(sets.AsSpan(), ReferenceEqualityComparer.Instance))
        {
            var (table, clashes) = JoinedCommands.Of(sets);
            _last = (sets, table, clashes);
        }

        return (_last.Table!, _last.Problems);
    }
}
