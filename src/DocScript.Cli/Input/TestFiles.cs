using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Engine.Testing;

namespace DocScript.Cli.Input;

/// <summary>Finds and reads tests of scripts.</summary>
internal static class TestFiles
{
    private const string Ending = ".test.docscript";

    /// <summary>The files as named, and below folders those that end with <c>.test.docscript</c>, each once, in order. Links to folders are not followed.</summary>
    public static IReadOnlyList<string> Of(CliHost host, IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(host.FullPath(path))) is { } missing)
            throw new CommandRefused(CliCodes.NoSuchInput, $"there is no file or folder '{missing}'", TextInput.Elsewhere(host, missing));
        var found = paths.SelectMany(path => Directory.Exists(host.FullPath(path)) ? Below(host, path) : [path]);
        return [.. found.DistinctBy(host.FullPath, StringComparer.Ordinal)];
    }

    /// <summary>A file, or why it can't be read.</summary>
    public static async Task<TestInput> ReadAsync(CliHost host, string name, CancellationToken cancellation)
    {
        try
        {
            return new(await TextInput.ScriptAsync(host, name, cancellation), null);
        }
        catch (CommandRefused refused)
        {
            return new(null, refused.Diagnostic);
        }
    }

    /// <summary>A file that a test names, from the test's folder.</summary>
    public static Task<TestInput> ReadBesideAsync(CliHost host, string test, string name, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(name, Path.GetDirectoryName(host.FullPath(test))!);
        var relative = Path.GetRelativePath(host.CurrentDirectory, path);
        return ReadAsync(host, relative.StartsWith("..", StringComparison.Ordinal) ? path : relative, cancellation);
    }

    private static List<string> Below(CliHost host, string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };
        var (files, open) = (new List<string>(), new Stack<string>([folder]));
        while (open.TryPop(out var next))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(host.FullPath(next)).EnumerateFileSystemInfos("*", options))
                {
                    var name = next is "." ? entry.Name : Path.Combine(next, entry.Name);
                    if (entry is FileInfo && entry.Name.EndsWith(Ending, StringComparison.Ordinal)) files.Add(name);
                    else if (entry is DirectoryInfo && entry.LinkTarget is null && entry.Name[0] != '.') open.Push(name);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new CommandRefused(CliCodes.FileUnreadable, $"'{next}' can't be read: {TextInput.Reason(exception)}", "check its permissions");
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
