using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DocScript.Hooks.Trust;

namespace DocScript.Hooks.Compilation;

/// <summary>A file of C# in a folder of commands, with the neighbours that it may load, all as they were read once.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Texts">The texts of the folder's files by whole path, this one's among them.</param>
public sealed record HookFile(string Path, ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>The extension of such files.</summary>
    public const string Extension = ".csx";

    /// <summary>Its text.</summary>
    public string Text => Texts[Path];

    /// <summary>The files of a folder that declare commands: those directly in it. Those in folders below can only be loaded by them.</summary>
    public static ImmutableArray<HookFile> In(CommandFolder folder)
    {
        var texts = folder.Files.ToImmutableSortedDictionary(file => System.IO.Path.GetFullPath(file.Name, folder.Path), file => file.Text, StringComparer.Ordinal);
        return [.. texts.Keys.Where(path => System.IO.Path.GetDirectoryName(path) == folder.Path).Select(path => new HookFile(path, texts))];
    }

    /// <summary>A hash of the file and of all that it could load, in hexadecimal digits.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Path);
        Add(Text);
        if (!Text.Contains("#load", StringComparison.Ordinal)) return Convert.ToHexStringLower(hash.GetHashAndReset());
        foreach (var (path, text) in Texts)
        {
            Add(path);
            Add(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string part)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        }
    }
}
