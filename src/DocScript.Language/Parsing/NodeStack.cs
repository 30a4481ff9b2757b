using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>The items of the lists that are being read, those of the innermost list last: a list gets an array when its length is known, and none to grow in.</summary>
internal sealed class NodeStack
{
    private Node[] _nodes = new Node[16];

    /// <summary>How many there are; where a list starts that begins now.</summary>
    public int Count { get; private set; }

    public void Add(Node node)
    {
        if (Count == _nodes.Length) Array.Resize(ref _nodes, Count * 2);
        _nodes[Count++] = node;
    }

    /// <summary>Takes the last one.</summary>
    public Node Take() => _nodes[--Count];

    /// <summary>Takes what was added from a place on as a list.</summary>
    public Items<T> TakeFrom<T>(int start)
        where T : Node
    {
        if (Count == start) return [];
        var items = new T[Count - start];
        for (var i = 0; i < items.Length; i++) items[i] = (T)_nodes[start + i];
        Count = start;
        return new(items);
    }

    /// <summary>Forgets what was added from a place on, by lists that were given up.</summary>
    public void DropFrom(int start) => Count = start;
}
