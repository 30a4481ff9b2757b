using DocScript.Documents.Designs;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>The last design read, kept by the sequence of its document.</summary>
internal sealed class DesignCache
{
    private volatile Entry? _last;

    public Design Of(IStoreReader reader)
    {
        if (reader.Load(SystemDocuments.Design) is not { } document) return Design.BuiltIn;
        if (_last is { } last && last.Sequence == document.Header.Sequence) return last.Design;
        var design = DesignDocument.Of(document);
        _last = new Entry(document.Header.Sequence, design);
        return design;
    }

    private sealed record Entry(long Sequence, Design Design);
}
