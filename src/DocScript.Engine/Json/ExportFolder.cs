using System.Globalization;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Json;

/// <summary>A store's design and documents as files: <c>design.json</c> and <c>documents/&lt;id&gt;.json</c>, the form that <see cref="ImportSource"/> reads.</summary>
public static class ExportFolder
{
    /// <summary>Writes everything a reader sees and answers how many documents that were, and of how many something is left out (<see cref="ExportDifferences.LeavesOut"/>).</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="folder">A folder that does not exist or is empty, so that no file of an earlier export stays among the new ones.</param>
    /// <param name="cancellation">Stops between two documents.</param>
    /// <exception cref="IOException">The folder holds something, or can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static (int Count, int LeftOut) Write(IStoreReader reader, string folder, CancellationToken cancellation = default)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"folder '{folder}' is not empty");
        var design = DesignDocument.Of(reader);
        var documents = Directory.CreateDirectory(Path.Combine(folder, ImportSource.DocumentsFolder)).FullName;
        File.WriteAllBytes(Path.Combine(folder, ImportSource.DesignFile), LivingdocsExport.Design(design));
        var (count, leftOut) = (0, 0);
        foreach (var document in reader.Find(Filter.All))
        {
            cancellation.ThrowIfCancellationRequested();
            File.WriteAllBytes(Path.Combine(documents, document.Id.ToString(CultureInfo.InvariantCulture) + ".json"), LivingdocsExport.Document(document, design));
            count++;
            if (ExportDifferences.LeavesOut(document.Header)) leftOut++;
        }

        return (count, leftOut);
    }
}
