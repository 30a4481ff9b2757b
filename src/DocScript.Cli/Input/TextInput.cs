using System.Text;
using System.Text.Unicode;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Cli.Input;

/// <summary>Reads files and standard input as UTF-8.</summary>
internal static class TextInput
{
    // Twice the largest script (language.md section 5): enough for the parser to say that it is too large, not enough to fill the memory.
    private const int MostScriptBytes = 2 * 16 * 1024 * 1024;

    /// <summary>A script: a file, or <c>-</c> for standard input.</summary>
    public static async Task<SourceText> ScriptAsync(CliHost host, string name, CancellationToken cancellation)
    {
        var bytes = name is "-" ? await ReadAsync(host.In, MostScriptBytes, cancellation) : await FileAsync(host, name, MostScriptBytes, cancellation);
        return new SourceText(name, Decode(bytes, name));
    }

    /// <summary>The text of a file.</summary>
    public static async Task<string> TextAsync(CliHost host, string name, CancellationToken cancellation) =>
        Decode(await FileAsync(host, name, int.MaxValue, cancellation), name);

    /// <summary>The bytes of a file, at most <paramref name="most"/> and what one read brings beyond.</summary>
    public static Task<byte[]> FileAsync(CliHost host, string name, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = host.FullPath(name);
        if (Directory.Exists(path)) throw new CommandRefused(CliCodes.IsFolder, $"'{name}' is a folder", "name a file in it");
        try
        {
            // What has a length is no pipe: reading it waits for nobody, and needs no thread.
            if (new FileInfo(path) is { Exists: true, Length: > 0 and var length } && length <= most) return Task.FromResult(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The other way says why.
        }

        return SlowFileAsync(host, name, path, most, cancellation);
    }

    private static async Task<byte[]> SlowFileAsync(CliHost host, string name, string path, int most, CancellationToken cancellation)
    {
        try
        {
            // A pipe opens when somebody writes to it, and whoever stops the command does not wait for that.
            await using var file = await Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), CancellationToken.None).WaitAsync(cancellation);
            return await ReadAsync(file, most, cancellation);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandRefused(CliCodes.NoSuchInput, $"there is no file '{name}'", Elsewhere(host, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused(CliCodes.FileUnreadable, $"'{name}' can't be read: {Reason(exception)}", exception is UnauthorizedAccessException ? "check its permissions" : "check what the path names");
        }
    }

    /// <summary>The next step where a file or folder is not there.</summary>
    public static string Elsewhere(CliHost host, string name) =>
        Near(host.FullPath(name)) is { } near ? $"did you mean '{Path.Combine(Path.GetDirectoryName(name) ?? "", near)}'?" : $"paths start from {host.CurrentDirectory}";

    /// <summary>The system's reason without its full stop and path.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "its folder does not exist",
        _ => exception.Message.TrimEnd('.'),
    };

    private static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken cancellation)
    {
        // A read from a terminal or pipe can't be stopped, but it need not be waited for.
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= most && await stream.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation) is > 0 and var read) bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }

    private static string Decode(byte[] bytes, string name)
    {
        var text = bytes.AsSpan();
        if (text.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        if (Utf8.IsValid(text)) return Encoding.UTF8.GetString(text);
        if (bytes.Length > MostScriptBytes) return Encoding.UTF8.GetString(text);
        var good = ValidLength(text);
        var line = 1 + text[..good].Count((byte)'\n');
        throw new CommandRefused(
            CliCodes.NotUtf8,
            $"'{(name is "-" ? "standard input" : name)}' is not UTF-8: byte 0x{text[good]:X2} in line {line.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            "save it as UTF-8, or convert it with 'iconv -t utf-8'");
    }

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return Math.Min(at, text.Length - 1);
    }

    // The extension is the same for all scripts, so it makes no two names near.
    private static string? Near(string path)
    {
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder)) return null;
        try
        {
            var names = Directory.EnumerateFileSystemEntries(folder).Take(1000).Select(file => Path.GetFileName(file)).ToList();
            var (stem, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
            return Suggestion.For(stem, names.Where(name => Path.GetExtension(name) == extension).Select(name => Path.GetFileNameWithoutExtension(name))) is { } near
                ? near + extension
                : Suggestion.For(extension, names.Where(name => Path.GetFileNameWithoutExtension(name) == stem).Select(name => Path.GetExtension(name))) is { } other ? stem + other : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
