using System.Diagnostics.CodeAnalysis;
using DocScript.Documents;

namespace DocScript.Engine.Storage.Durable;

/// <summary>The documents used last, each at a sequence. A document at a sequence never changes, so an entry is right for whoever sees that sequence in the file.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly Lock _access = new();
    private readonly Dictionary<(long Id, long Sequence), LinkedListNode<Document>> _entries = [];
    private readonly LinkedList<Document> _order = new();

    public bool TryFind(long id, long sequence, [NotNullWhen(true)] out Document? document)
    {
        lock (_access)
        {
            if (_entries.TryGetValue((id, sequence), out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                document = node.Value;
                return true;
            }
        }

        document = null;
        return false;
    }

    /// <summary>Keeps the last ones of these documents; only what is committed may come here.</summary>
    public void Add(IReadOnlyCollection<Document> documents)
    {
        foreach (var document in documents.Skip(documents.Count - capacity)) Add(document);
    }

    /// <summary>Keeps a document; only what is committed may come here.</summary>
    public void Add(Document document)
    {
        lock (_access)
        {
            var place = (document.Id, document.Header.Sequence);
            if (capacity <= 0 || _entries.ContainsKey(place)) return;
            _entries.Add(place, _order.AddFirst(document));
            if (_entries.Count <= capacity) return;
            var oldest = _order.Last!.Value;
            _order.RemoveLast();
            _entries.Remove((oldest.Id, oldest.Header.Sequence));
        }
    }
}
