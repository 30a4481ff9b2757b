using DocScript.Engine.Events;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Commands;

/// <summary>How a folder of C# commands comes to a script.</summary>
public enum FolderOrigin
{
    /// <summary>The user named it for this call, which is trust enough.</summary>
    Named,

    /// <summary>It is set for the store.</summary>
    Store,

    /// <summary>It lies beside the script.</summary>
    Beside,

    /// <summary>It was in play when the plan was made.</summary>
    Planned,
}

/// <summary>A folder of C# commands that a script may use.</summary>
/// <param name="Path">Its absolute path; it need not be there.</param>
/// <param name="Origin">Why it is meant.</param>
public sealed record ScriptFolder(string Path, FolderOrigin Origin);

/// <summary>Which folders of C# commands are in play for a script. Nothing of them is read.</summary>
public static class CommandFolders
{
    /// <summary>What a folder is called that is found by its name.</summary>
    public const string Name = "commands";

    private const string Pattern = "*.csx";

    /// <summary>The folders that something is needed of, or may be: none where a script has only built-in commands and changes nothing.</summary>
    public static IReadOnlyList<ScriptFolder> For(ScriptNeeds needs, IReadOnlyList<string> named, IStore? store, string? script)
    {
        if (!needs.HasUnknown && needs.Events is DocumentEvents.None) return [];
        // Only a saved plan has more, and every run asks.
        if (needs.Folders.Count == 0) return Of(named, store, script);
        return [.. Of(named, store, script).Concat(needs.Folders.Select(path => new ScriptFolder(path, FolderOrigin.Planned))).DistinctBy(folder => folder.Path, StringComparer.Ordinal)];
    }

    /// <summary>The folders for a script, each once.</summary>
    /// <param name="named">The absolute paths of those that the user named.</param>
    /// <param name="store">The store, for the one that is set there; or null.</param>
    /// <param name="script">The absolute path of the script's file, or null where it is in none.</param>
    public static IReadOnlyList<ScriptFolder> Of(IReadOnlyList<string> named, IStore? store, string? script)
    {
        var (set, beside) = (store is null ? null : OfStore(store), script is null ? null : BesideOf(script));
        // Asked at every start, and mostly in vain.
        if (named.Count == 0 && set is null && beside is null) return [];
        var folders = named.Select(path => new ScriptFolder(path, FolderOrigin.Named)).ToList();
        if (set is not null) folders.Add(new(set, FolderOrigin.Store));
        if (beside is not null) folders.Add(new(beside, FolderOrigin.Beside));
        return [.. folders.DistinctBy(folder => folder.Path, StringComparer.Ordinal)];
    }

    private static string? OfStore(IStore store)
    {
        using var reader = store.Read();
        return StoreSettings.Of(reader).CommandFolder;
    }

    /// <summary>The folder <c>commands</c> beside a script, or its own folder where that has this name, so that a command's test finds it; null where there is none with C# in it.</summary>
    private static string? BesideOf(string script)
    {
        if (Path.GetDirectoryName(script) is not { Length: > 0 } folder) return null;
        var beside = Path.Combine(folder, Name);
        if (!Directory.Exists(beside)) beside = Path.GetFileName(folder) == Name ? folder : null;
        return beside is not null && HasCommands(beside) ? beside : null;
    }

    // One that can't be looked into is left to whoever reads it, who says why.
    private static bool HasCommands(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, Pattern).Any();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
