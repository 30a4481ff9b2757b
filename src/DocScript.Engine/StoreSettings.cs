using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>What is set for a store and kept with it, as a system document; only a command of its own sets it, never a script or a plan.</summary>
/// <param name="CommandFolder">The absolute path of the folder of C# commands that <c>docscript commands use</c> named, or null. It loads only for users who trust it.</param>
public sealed record StoreSettings(string? CommandFolder)
{
    private static readonly SystemDocument Stored = new(SystemDocuments.Settings, "$settings", MetadataPath.Of("commands"));

    /// <summary>The settings that a reader sees.</summary>
    public static StoreSettings Of(IStoreReader reader) => new((Stored.Find(reader.Load(SystemDocuments.Settings)) as TextValue)?.Text);

    /// <summary>The changes that give a store these settings, or null when it has them already.</summary>
    internal static DocumentChanges? Set(Document? before, StoreSettings settings, DateTimeOffset instant) =>
        Stored.Set(before, settings.CommandFolder is { } folder ? new TextValue(folder) : null, instant);
}
