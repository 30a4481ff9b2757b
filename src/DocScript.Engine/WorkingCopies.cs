using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>What the holder of a document sees of it, for those who read without a script.</summary>
public static class WorkingCopies
{
    /// <summary>The document as an actor who holds it sees it, or null where that is the document as everyone sees it.</summary>
    public static Document? Find(IStoreReader reader, Document document, string actor) =>
        document.Header.Checkout is { } checkout && checkout.Actor == actor && reader.Load(checkout.WorkingCopy) is { Header.Deleted: false } copy
            ? Workspace.SeenByHolder(document, copy)
            : null;
}
