using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Safety;
using DocScript.Hooks.Safety.Metering;

namespace DocScript.Hooks.Contract;

/// <summary>
/// Reads files of the folders that <c>docscript trust &lt;dir&gt; --allow "files: read ./data"</c> granted. Paths are relative to the commands folder, with slashes. A path outside, or a file
/// that can't be read, ends the command.
/// </summary>
public sealed class Files
{
    private readonly GrantedFolder _folder;

    internal Files(string commandsFolder, IReadOnlyList<FilesCapability> granted) => _folder = new(commandsFolder, granted);

    /// <summary>The text of a file in UTF-8, of at most 16 million bytes.</summary>
    public string ReadText(string path)
    {
        var place = _folder.Resolve(path);
        return Try(path, () =>
        {
            var length = new FileInfo(place).Length;
            if (length > HookBudget.LargestValue) throw new CapabilityException($"'{path}' is longer than {HookBudget.LargestValue} bytes", "split the file");
            Meter.Charge(length >> 6);
            return File.ReadAllText(place);
        }).Metered();
    }

    /// <summary>The lines of such a file, without their ends.</summary>
    public IReadOnlyList<string> ReadLines(string path)
    {
        var lines = new List<string>();
        using var text = new StringReader(ReadText(path));
        while (text.ReadLine() is { } line)
        {
            Meter.Charge(1);
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Whether a file or folder is there.</summary>
    public bool Exists(string path) => Path.Exists(_folder.Resolve(path));

    /// <summary>The files in a folder, not those in its folders, as paths that the other methods take, in order of their names.</summary>
    public IReadOnlyList<string> List(string folder)
    {
        var place = _folder.Resolve(folder);
        var prefix = folder.TrimEnd('/') + "/";
        return Try(folder, () =>
        {
            var names = new List<string>();
            foreach (var file in Directory.EnumerateFiles(place))
            {
                Meter.Charge(1);
                names.Add(prefix + Path.GetFileName(file));
            }

            names.Sort(StringComparer.Ordinal);
            return names;
        });
    }

    private static T Try<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CapabilityException($"'{path}' can't be read: {(e is FileNotFoundException or DirectoryNotFoundException ? "it is not there" : e.Message)}", "ask files.Exists(path) first, or check the path", e);
        }
    }
}
