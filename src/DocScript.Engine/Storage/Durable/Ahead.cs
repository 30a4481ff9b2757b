using System.Runtime.ExceptionServices;

namespace DocScript.Engine.Storage.Durable;

/// <summary>Work on many items that needs a processor and nothing else, done on a second thread a batch ahead of whoever goes through the results.</summary>
internal static class Ahead
{
    private const int BatchLength = 128;

    /// <summary>
    /// The results in order. Items are taken on the caller's thread, between two results. One batch is worked on at a time, while the caller uses the results of the one
    /// before and takes the items of the next; what is left of it then, the caller does itself, so that nothing waits for a thread that does not come.
    /// What the work throws for an item is thrown in place of its result.
    /// </summary>
    /// <param name="items">What to work on.</param>
    /// <param name="newWork">Makes the work for one of the two threads, with whatever it must have to itself.</param>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, Func<Func<T, TResult>> newWork)
    {
        var own = newWork();
        Batch<T, TResult>? begun = null;
        foreach (var taken in items.Chunk(BatchLength))
        {
            begun?.Finish(own);
            var next = new Batch<T, TResult>(taken, newWork);
            for (var each = 0; each < begun?.Length; each++) yield return begun[each];
            begun = next;
        }

        begun?.Finish(own);
        for (var each = 0; each < begun?.Length; each++) yield return begun[each];
    }

    private sealed class Batch<T, TResult>
    {
        private readonly T[] _items;
        private readonly TResult?[] _results;
        private readonly ExceptionDispatchInfo?[] _failures;
        private readonly Task _other;
        private int _begun;

        public Batch(T[] items, Func<Func<T, TResult>> newWork)
        {
            _items = items;
            _results = new TResult?[items.Length];
            _failures = new ExceptionDispatchInfo?[items.Length];
            _other = Task.Run(() => Work(newWork()));
        }

        public int Length => _items.Length;

        /// <summary>The result of an item, once the batch is finished.</summary>
        public TResult this[int item]
        {
            get
            {
                _failures[item]?.Throw();
                return _results[item]!;
            }
        }

        public void Finish(Func<T, TResult> work)
        {
            Work(work);
            _other.GetAwaiter().GetResult();
        }

        private void Work(Func<T, TResult> work)
        {
            while (Interlocked.Increment(ref _begun) is var number && number <= _items.Length)
            {
                try
                {
                    _results[number - 1] = work(_items[number - 1]);
                }
                catch (Exception error)
                {
                    _failures[number - 1] = ExceptionDispatchInfo.Capture(error);
                }
            }
        }
    }
}
