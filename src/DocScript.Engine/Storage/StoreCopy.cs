namespace DocScript.Engine.Storage;

/// <summary>Copies a store into an empty one of whatever kind: the whole journal with ids, actors, instants, scripts and undo links, publications, kept results, tombstones of purges, last ids.</summary>
/// <param name="Source">What the source held when it was copied.</param>
/// <param name="Target">What the target holds.</param>
public sealed record StoreCopy(StoreDigest Source, StoreDigest Target)
{
    /// <summary>Whether the target holds exactly what the source did.</summary>
    public bool IsSame => string.Equals(Source.Hash, Target.Hash, StringComparison.Ordinal);

    /// <summary>Copies the source as it is at one position, whole or not at all, and then reads both to compare them. Others may go on using the source.</summary>
    /// <param name="asOf">The instant that decides which kept results are over, and so stay behind.</param>
    /// <param name="progress">Called with what is being done and the number of the transaction it is at.</param>
    /// <exception cref="StoreException">NotEmpty: the target holds something; or what else is wrong with one of them. The target is as it was, unless only the comparison failed.</exception>
    public static async Task<StoreCopy> RunAsync(IStore source, IStore target, DateTimeOffset asOf, Action<string, long>? progress = null, CancellationToken cancellation = default)
    {
        using var reader = source.Read();
        var content = StoreContent.Of(reader, asOf);
        var number = 0L;
        await target.Maintenance.FillAsync(content with { Journal = content.Journal.Select(Told) }, cancellation);
        using var copied = target.Read();
        return new(Digest(reader), Digest(copied));

        CopiedTransaction Told(CopiedTransaction transaction)
        {
            progress?.Invoke("copied", ++number);
            return transaction;
        }

        StoreDigest Digest(IStoreReader of) => StoreDigest.Of(of, asOf, at => progress?.Invoke("compared", at), cancellation);
    }
}
