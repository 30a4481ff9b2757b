using System.Collections.Immutable;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Execution;

/// <summary>The ids that one run draws. They are decided once: a rerun draws the same ones in the same order.</summary>
internal sealed class IdAllocator(IIdSource source, Func<IdKind, int, long> reserve, int expectedDocuments)
{
    private readonly Drawn<string> _components = new();
    private readonly Drawn<long> _documents = new();
    private readonly Drawn<long> _publications = new();
    private readonly Dictionary<IdKind, (long Next, long End, int Chunk)> _reserved = new()
    {
        [IdKind.Document] = (0, 0, Math.Clamp(expectedDocuments, 1, 256)),
        [IdKind.Publication] = (0, 0, 1),
    };

    /// <summary>One that reserves nothing: for what is shown, or thrown away. The ids are those that would come next.</summary>
    public static IdAllocator Provisional(IIdSource source, IStoreReader reader)
    {
        var next = ImmutableDictionary<IdKind, long>.Empty;
        return new IdAllocator(source, Next, 1);

        long Next(IdKind kind, int count)
        {
            var first = next.GetValueOrDefault(kind, reader.LastId(kind) + 1);
            next = next.SetItem(kind, first + count);
            return first;
        }
    }

    public string Component() => _components.Next(source.Component);

    public long Document() => _documents.Next(() => Reserve(IdKind.Document));

    public long Publication() => _publications.Next(() => Reserve(IdKind.Publication));

    /// <summary>Begins again with the first drawn id.</summary>
    public void Restart()
    {
        _components.Position = 0;
        _documents.Position = 0;
        _publications.Position = 0;
    }

    // Reserving costs a durable write, so a loop that creates many documents reserves in growing chunks.
    private long Reserve(IdKind kind)
    {
        var (next, end, chunk) = _reserved[kind];
        if (next == end)
        {
            next = reserve(kind, chunk);
            end = next + chunk;
            chunk = Math.Min(chunk * 2, 256);
        }

        _reserved[kind] = (next + 1, end, chunk);
        return next;
    }

    private sealed class Drawn<T>
    {
        private readonly List<T> _items = [];

        public int Position { get; set; }

        public T Next(Func<T> draw)
        {
            if (Position == _items.Count) _items.Add(draw());
            return _items[Position++];
        }
    }
}
