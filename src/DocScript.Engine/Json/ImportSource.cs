namespace DocScript.Engine.Json;

/// <summary>A file to import.</summary>
/// <param name="Name">As the user knows it: relative to the folder that is imported.</param>
/// <param name="Json">Its bytes.</param>
public sealed record ImportFile(string Name, ReadOnlyMemory<byte> Json);

/// <summary>What one import brings.</summary>
/// <param name="Name">What the journal calls it.</param>
/// <param name="Design">The design, or null for the store's own.</param>
/// <param name="Documents">The documents in any order.</param>
public sealed record ImportSource(string Name, ImportFile? Design, IReadOnlyList<ImportFile> Documents)
{
    /// <summary>The design's file name.</summary>
    public const string DesignFile = "design.json";

    /// <summary>The folder of the documents.</summary>
    public const string DocumentsFolder = "documents";

    /// <summary>
    /// Reads a folder (<c>design.json</c>, and the documents in <c>documents/*.json</c> or, where there is no such folder, beside the design) or one file
    /// (a document, or a design where it is called <c>design.json</c>).
    /// </summary>
    /// <exception cref="IOException">There is no such file or folder, it holds nothing to import, or it can't be read; the message says which.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ImportSource Read(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (Directory.Exists(path)) return ReadFolder(path, name);
        if (!File.Exists(path)) throw new FileNotFoundException($"there is no file or folder '{path}'");
        var file = new ImportFile(name, File.ReadAllBytes(path));
        return name == DesignFile ? new ImportSource(name, file, []) : new ImportSource(name, null, [file]);
    }

    private static ImportSource ReadFolder(string path, string name)
    {
        var inside = Path.Combine(path, DocumentsFolder);
        var prefix = Directory.Exists(inside) ? DocumentsFolder + "/" : "";
        var documents = Directory.EnumerateFiles(prefix.Length == 0 ? path : inside, "*.json")
            .Select(file => (Name: Path.GetFileName(file), Path: file))
            .Where(file => prefix.Length > 0 || file.Name != DesignFile)
            .OrderBy(file => file.Name.Length).ThenBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new ImportFile(prefix + file.Name, File.ReadAllBytes(file.Path)))
            .ToList();
        var design = Path.Combine(path, DesignFile);
        var hasDesign = File.Exists(design);
        if (documents.Count == 0 && !hasDesign)
            throw new IOException($"it holds nothing to import: no {DesignFile} and no {DocumentsFolder}/*.json");
        return new ImportSource(name, hasDesign ? new ImportFile(DesignFile, File.ReadAllBytes(design)) : null, documents);
    }
}
