namespace DocScript.Engine.Storage;

/// <summary>Ids of system documents (contracts/model.md).</summary>
public static class SystemDocuments
{
    /// <summary>The store's design with its content types.</summary>
    public const long Design = -1;

    /// <summary>What is set for the store (<see cref="StoreSettings"/>).</summary>
    public const long Settings = -2;
}
