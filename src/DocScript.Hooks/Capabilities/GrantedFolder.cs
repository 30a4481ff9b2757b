namespace DocScript.Hooks.Capabilities;

/// <summary>The files that a commands folder was granted, as paths of this machine.</summary>
internal sealed class GrantedFolder(string commandsFolder, IReadOnlyList<FilesCapability> granted)
{
    private readonly string _root = Path.GetFullPath(commandsFolder);

    /// <summary>The place of <paramref name="path"/>, which is relative to the commands folder and within a granted one, also once all links are followed.</summary>
    /// <exception cref="CapabilityException">It is not.</exception>
    public string Resolve(string path)
    {
        var parts = path.Split('/').Where(part => part is not ("" or ".")).ToList();
        if (path.StartsWith('/') || path.StartsWith('~') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || parts.Contains("..", StringComparer.Ordinal))
            throw Refused($"'{path}' is not a path within the commands folder");
        var relative = "./" + string.Join('/', parts);
        if (granted.FirstOrDefault(each => IsWithin(relative, each.Folder, '/')) is not { } grant) throw Refused($"'{path}' is in no folder that was granted");
        try
        {
            var real = Real(relative);
            if (IsWithin(real, Real(grant.Folder), Path.DirectorySeparatorChar) && IsWithin(real, RealOf(_root), Path.DirectorySeparatorChar)) return real;
        }
        catch (IOException e)
        {
            throw new CapabilityException($"the links of '{path}' can't be followed", "look for links that lead to each other", e);
        }

        throw Refused($"'{path}' leads out of the folder that was granted");
    }

    private CapabilityException Refused(string what) =>
        new(what, "docscript trust <dir> --allow \"files: read ./data\" grants a folder; paths are relative to the commands folder" + (granted.Count == 0 ? "" : "; granted: " + string.Join(", ", granted)));

    private static bool IsWithin(string path, string folder, char separator) =>
        folder == "./" || path == folder || path.StartsWith(folder.TrimEnd(separator) + separator, StringComparison.Ordinal);

    private string Real(string relative)
    {
        var at = RealOf(_root);
        foreach (var part in relative.Split('/').Skip(1).Where(part => part.Length > 0)) at = RealOf(Path.Combine(at, part));
        return at;
    }

    // The path itself may be a link, to a link, to a path with links in it.
    private static string RealOf(string path)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (info.LinkTarget is null) return path;
        var target = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        var root = Path.GetPathRoot(target)!;
        return target[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (at, part) => RealOf(Path.Combine(at, part)));
    }
}
