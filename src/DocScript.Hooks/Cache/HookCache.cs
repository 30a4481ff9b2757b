using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DocScript.Hooks.Compilation;
using DocScript.Hooks.Declarations;

namespace DocScript.Hooks.Cache;

/// <summary>
/// Compiled files on the disk, each under the key of all that it was made of. The folder is private to its owner. A file that is cut short, was changed, or is another's
/// is as if it were not there. Safe for several threads and processes.
/// </summary>
public sealed class HookCache(string folder)
{
    // The name of the format, the key, the hash of what follows, then manifest, assembly and symbols, each with its length.
    private static readonly byte[] Magic = "DocScript hook 1\n"u8.ToArray();
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What was kept under a key, or null.</summary>
    public CompiledHook? Find(string key)
    {
        try
        {
            if (!IsPrivate()) return null;
            var bytes = File.ReadAllBytes(PathOf(key));
            return Read(bytes, key);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result; where the disk does not take it, it is made again next time.</summary>
    public void Keep(string key, CompiledHook compiled)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, Private);
            if (!IsPrivate()) return;
            var path = PathOf(key);
            var temporary = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
            File.WriteAllBytes(temporary, Write(compiled, key));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    // Whoever can write to the folder can give this process code to run.
    private bool IsPrivate() => OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & ~Private) is UnixFileMode.None;

    private string PathOf(string key) => Path.Combine(folder, key + ".hook");

    private static byte[] Write(CompiledHook compiled, string key)
    {
        using var body = new MemoryStream();
        foreach (var part in new[] { compiled.Manifest.ToJson(), compiled.Assembly, compiled.Symbols })
        {
            body.Write(BitConverter.GetBytes(part.Length));
            body.Write(part);
        }

        var content = body.ToArray();
        return [.. Magic, .. Encoding.ASCII.GetBytes(key), .. SHA256.HashData(content), .. content];
    }

    private static CompiledHook? Read(ReadOnlySpan<byte> bytes, string key)
    {
        if (!Take(ref bytes, Magic.Length).SequenceEqual(Magic) || !Take(ref bytes, key.Length).SequenceEqual(Encoding.ASCII.GetBytes(key))) return null;
        var hash = Take(ref bytes, SHA256.HashSizeInBytes);
        if (!hash.SequenceEqual(SHA256.HashData(bytes))) return null;
        var manifest = Part(ref bytes);
        var assembly = Part(ref bytes);
        var symbols = Part(ref bytes);
        return HookManifest.FromJson(manifest) is { } read && assembly.IsEmpty == read.IsEmpty ? new CompiledHook(read, assembly.ToArray(), symbols.ToArray()) : null;
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> bytes) =>
        bytes.Length < sizeof(int) ? [] : Take(ref bytes, BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, sizeof(int))));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        if (length < 0 || length > bytes.Length) length = bytes.Length;
        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }
}
