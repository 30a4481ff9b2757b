namespace DocScript.Hooks.Trust;

/// <summary>Paths without symbolic links: what is trusted is a place on the disk, whatever leads to it.</summary>
public static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path with every link on the way followed; parts that do not exist stay as they are.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var root = Path.GetPathRoot(full)!;
        var left = new Stack<string>(Parts(full[root.Length..]));
        var real = root;
        for (var links = 0; left.TryPop(out var part);)
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks) throw new IOException($"too many links on the way to '{path}'");
            var leads = Path.GetFullPath(target, real);
            root = Path.GetPathRoot(leads)!;
            foreach (var step in Parts(leads[root.Length..])) left.Push(step);
            real = root;
        }

        return real;
    }

    // The last first, as a stack takes them.
    private static IEnumerable<string> Parts(string path) => path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
