using System.Collections.Immutable;
using System.Globalization;
using DocScript.Hooks.Compilation;

namespace DocScript.Hooks.Trust;

/// <summary>How the C# files of a folder look from outside: names, sizes and times, which are cheap to ask. Where they are the same the content counts as the same.</summary>
public sealed class FolderState : IEquatable<FolderState>
{
    private const int MostFiles = 1000;

    private readonly ImmutableArray<(string Name, long Length, DateTime Written)> _files;

    private FolderState(ImmutableArray<(string Name, long Length, DateTime Written)> files) => _files = files;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => _files.Select(file => file.Name);

    /// <summary>The state of a folder now.</summary>
    /// <exception cref="IOException">It can't be read, a link leads nowhere, or there are too many files.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static FolderState Of(string path)
    {
        var files = ImmutableArray.CreateBuilder<(string Name, long Length, DateTime Written)>();
        Collect(new DirectoryInfo(path), "", files);
        files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return new FolderState(files.ToImmutable());
    }

    // Links to folders are not followed: they can lead in circles, and over the whole disk.
    private static void Collect(DirectoryInfo folder, string prefix, ImmutableArray<(string, long, DateTime)>.Builder files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => entry.Name[0] != '.'))
        {
            if (entry is DirectoryInfo below && entry.LinkTarget is null) Collect(below, prefix + entry.Name + "/", files);
            if (entry is not FileInfo file || file.Extension != HookFile.Extension) continue;
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is not { Exists: true }) throw new IOException($"the link '{prefix}{file.Name}' leads to no file");
            files.Add((prefix + file.Name, target.Length, target.LastWriteTimeUtc));
            if (files.Count > MostFiles) throw new IOException($"it has more than {MostFiles.ToString(CultureInfo.InvariantCulture)} files of C#");
        }
    }

    /// <inheritdoc/>
    public bool Equals(FolderState? other) => other is not null && _files.AsSpan().SequenceEqual(other._files.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FolderState);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.Length;
}
