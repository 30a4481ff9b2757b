using System.Collections.Concurrent;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Engine.Tests.Storage;

/// <summary>The in-memory store keeps what it holds as long as it is referenced, so opening a name again answers the same one.</summary>
public sealed class MemoryStoreConformance : StoreConformance
{
    private readonly ConcurrentDictionary<string, IStore> _stores = new(StringComparer.Ordinal);

    protected override Task<IStore> OpenAsync(string name, TimeProvider clock) => Task.FromResult(_stores.GetOrAdd(name, _ => new MemoryStore(clock)));
}
