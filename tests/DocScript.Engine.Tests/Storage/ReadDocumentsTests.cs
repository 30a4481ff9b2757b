using DocScript.Engine.Storage;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Storage;

public sealed class ReadDocumentsTests
{
    [Property]
    public void It_is_the_dictionary_it_is_made_of_in_order_of_id(Dictionary<long, long> sequences, Dictionary<long, long> others)
    {
        var read = ReadDocuments.Of(sequences);
        Assert.Equal(sequences.OrderBy(pair => pair.Key), read);
        Assert.Equal(sequences.Keys.Order(), read.Ids);
        Assert.Equal(sequences.Count, read.Count);
        foreach (var id in sequences.Keys.Concat(others.Keys)) Assert.Equal(sequences.TryGetValue(id, out var sequence) ? sequence : null, read.Find(id));

        var both = new Dictionary<long, long>(sequences);
        foreach (var (id, sequence) in others) both[id] = sequence;
        Assert.Equal(both.OrderBy(pair => pair.Key), read.With(others));
        Assert.Equal(sequences.OrderBy(pair => pair.Key), read);
    }
}
