using System.Collections.Immutable;

namespace DocScript.Hooks.Trust;

/// <summary>How the C# files of a folder look from outside: names, sizes and times, which are cheap to ask. Where they are the same the content counts as the same.</summary>
public sealed class FolderState : IEquatable<FolderState>
{
    private readonly ImmutableArray<(string Name, long Length, DateTime Written)> _files;

    private FolderState(ImmutableArray<(string Name, long Length, DateTime Written)> files) => _files = files;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => _files.Select(file => file.Name);

    /// <summary>The state of a folder now.</summary>
    /// <exception cref="IOException">It can't be read, or a link leads nowhere.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static FolderState Of(string path)
    {
        var files = ImmutableArray.CreateBuilder<(string, long, DateTime)>();
        foreach (var file in new DirectoryInfo(path).EnumerateFiles("*.csx").Where(file => file.Name[0] != '.').OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is not { Exists: true }) throw new IOException($"the link '{file.Name}' leads to no file");
            files.Add((file.Name, target.Length, target.LastWriteTimeUtc));
        }

        return new FolderState(files.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(FolderState? other) => other is not null && _files.AsSpan().SequenceEqual(other._files.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FolderState);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.Length;
}
