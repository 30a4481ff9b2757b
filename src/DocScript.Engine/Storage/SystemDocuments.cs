namespace DocScript.Engine.Storage;

/// <summary>Ids of system documents (contracts/model.md).</summary>
public static class SystemDocuments
{
    /// <summary>The store's design with its content types.</summary>
    public const long Design = -1;

    /// <summary>What is set for the store (<see cref="StoreSettings"/>).</summary>
    public const long Settings = -2;

    /// <summary>The cursor of the first hook that ran after an event; those of the others follow downwards without gaps.</summary>
    public const long FirstHookCursor = -1001;

    /// <summary>Whether a document is the cursor of a hook: told to nobody, and not undone.</summary>
    public static bool IsHookCursor(long id) => id is <= FirstHookCursor and >= int.MinValue;
}
