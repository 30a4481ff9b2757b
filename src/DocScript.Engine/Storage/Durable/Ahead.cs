namespace DocScript.Engine.Storage.Durable;

/// <summary>Work on many items that needs a processor and nothing else, done on another thread a batch ahead of whoever goes through the results.</summary>
internal static class Ahead
{
    private const int Batch = 128;

    /// <summary>
    /// The results in order. Items are taken on the caller's thread, between two results; one batch is worked on at a time, while the caller uses the results of the
    /// one before and takes the items of the next. What the work throws, whoever asks for the batch's first result sees.
    /// </summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        Task<TResult[]>? begun = null;
        foreach (var batch in items.Chunk(Batch))
        {
            var done = begun?.GetAwaiter().GetResult();
            begun = Task.Run(() => Array.ConvertAll(batch, item => work(item)));
            if (done is null) continue;
            foreach (var result in done) yield return result;
        }

        if (begun is null) yield break;
        foreach (var result in begun.GetAwaiter().GetResult()) yield return result;
    }
}
