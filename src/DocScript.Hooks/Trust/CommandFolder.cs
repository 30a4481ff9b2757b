using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Trust;

/// <summary>
/// A folder of C# files at one moment, read once: what is judged by trust is what is compiled, whatever happens to the files meanwhile. Its files are all that
/// end in <c>.csx</c>, in folders below too, but for names that begin with a dot: what they can load is among them.
/// </summary>
/// <param name="Path">The real path, without links.</param>
/// <param name="Files">The files in the order of their names, which have a slash for each folder below.</param>
/// <param name="State">How the files looked from outside just before they were read.</param>
public sealed record CommandFolder(string Path, ImmutableArray<CommandFile> Files, FolderState State)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads a folder; where that can't be done the problem says why (DS6303, DS6304).</summary>
    public static (CommandFolder? Folder, Diagnostic? Problem) Read(string path)
    {
        if (!Directory.Exists(path))
            return (null, Problem(TrustCodes.NoFolder, File.Exists(path) ? $"'{path}' is a file, not a folder of commands" : $"there is no folder of commands at '{path}'", "bring it back, or set another with 'docscript commands use'; 'docscript commands use --none' works without one"));
        try
        {
            var real = RealPath.Of(path);
            var state = FolderState.Of(real);
            return (new CommandFolder(real, [.. state.Names.Select(name => ReadFile(real, name))], state), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception is UnauthorizedAccessException ? "permission denied" : exception.Message.TrimEnd('.');
            return (null, Problem(TrustCodes.FolderUnreadable, $"the folder of commands '{path}' can't be read: {reason}", "check its permissions and its links"));
        }
    }

    /// <summary>Whether it has the same files with the same content.</summary>
    public bool IsSame(CommandFolder other) => Path == other.Path && Files.AsSpan().SequenceEqual(other.Files.AsSpan());

    private static CommandFile ReadFile(string folder, string name)
    {
        var path = System.IO.Path.Combine(folder, name);
        var length = (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;
        if (length > MostBytes) throw new IOException($"'{name}' is larger than {MostBytes / 1024 / 1024} MiB");
        // What has no length may be a pipe, which would be waited for.
        var bytes = length == 0 ? [] : File.ReadAllBytes(path);
        return new CommandFile(name, Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static Diagnostic Problem(DiagnosticCode code, string message, string help) => new(code, Severity.Error, message, Help: help);
}
