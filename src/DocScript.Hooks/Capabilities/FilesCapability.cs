namespace DocScript.Hooks.Capabilities;

/// <summary>Reading the files of a folder within the commands folder, and of the folders in it.</summary>
public sealed record FilesCapability : Capability
{
    private FilesCapability(string folder) => Folder = folder;

    /// <summary>The folder, relative to the commands folder, with slashes: <c>./data</c>.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public override string ToString() => "files: read " + Folder;

    internal static FilesCapability? Parse(string text, out string? why)
    {
        const string Read = "read ";
        var folder = text.StartsWith(Read, StringComparison.Ordinal) ? text[Read.Length..].Trim() : "";
        why = folder switch
        {
            "" => "it does not say 'read' and a folder; files can't be written",
            _ when folder.Contains('\\', StringComparison.Ordinal) || folder.Contains(':', StringComparison.Ordinal) || folder.StartsWith('/') || folder.StartsWith('~') => $"'{folder}' is not relative to the commands folder",
            _ when folder.Split('/').Contains("..", StringComparer.Ordinal) => $"'{folder}' leads out of the commands folder",
            _ when folder.Any(char.IsControl) => "the folder has characters in it that can't be seen",
            _ => null,
        };
        if (why is not null) return null;
        return new("./" + string.Join('/', folder.Split('/').Where(part => part is not ("" or "."))));
    }
}
