using System.Text;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;

namespace DocScript.Cli.Output;

/// <summary>Writes files whole or not at all.</summary>
internal static class FileOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Puts text in the place of a file at one stroke; permissions stay, and a link stays a link.</summary>
    public static void Replace(CliHost host, string name, string text) => Replace(host, name, Utf8.GetBytes(text));

    /// <inheritdoc cref="Replace(CliHost, string, string)"/>
    public static void Replace(CliHost host, string name, byte[] bytes)
    {
        var path = host.FullPath(name);
        try
        {
            if (new FileInfo(path).LinkTarget is not null) path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            var beside = path + ".docscript-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".tmp";
            try
            {
                WriteNew(beside, bytes);
                if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(beside, File.GetUnixFileMode(path));
                File.Move(beside, path, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(name, exception);
        }
    }

    /// <summary>Makes a file that does not exist yet.</summary>
    public static void Create(CliHost host, string name, string text)
    {
        var path = host.FullPath(name);
        if (File.Exists(path) || Directory.Exists(path))
            throw new CommandRefused(CliCodes.FileExists, $"'{name}' exists already", "choose another name, or remove it first; it was not touched");
        try
        {
            WriteNew(path, Utf8.GetBytes(text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(name, exception);
        }
    }

    /// <summary>Makes a folder, with those it lies in, unless it is there.</summary>
    public static void EnsureFolder(CliHost host, string name)
    {
        try
        {
            Directory.CreateDirectory(host.FullPath(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(name, exception);
        }
    }

    /// <summary>What the system said, as the end of the command.</summary>
    public static CommandRefused Unwritable(string name, Exception exception) =>
        new(CliCodes.FileUnwritable, $"'{name}' can't be written: {TextInput.Reason(exception)}", "check the folder, its permissions and the space on the disk");

    private static void WriteNew(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
