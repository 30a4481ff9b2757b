using System.Collections.Concurrent;

namespace DocScript.Engine.Storage.Durable;

/// <summary>
/// Does what waits in groups, one group at a time: each is one transaction of the file, answered when that is on the disk (group commit).
/// A caller who is alone writes on its own thread, which spares it two switches of threads; for several a thread of its own does, so that none of theirs stands still.
/// </summary>
internal sealed class Writer
{
    private const int MostInGroup = 256;

    private readonly ConcurrentQueue<Work> _waiting = new();
    private readonly List<Work> _group = new(MostInGroup);
    private readonly Gathering _gathering = new(TimeProvider.System);
    private readonly SemaphoreSlim _passedOn = new(0);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IWriteTarget _target;
    private readonly FileErrors _errors;
    private volatile Exception? _reason;
    private volatile bool _ending;
    private volatile bool _ended;
    private int _turn;

    public Writer(IWriteTarget target, FileErrors errors)
    {
        (_target, _errors) = (target, errors);
        new Thread(Run) { IsBackground = true, Name = "DocScript store writer" }.Start();
    }

    /// <summary>Queues work and answers its task, which may be done already.</summary>
    /// <exception cref="StoreException">The writer ended.</exception>
    public Task<T> Enqueue<T>(Work<T> work)
    {
        Enqueue((Work)work);
        return work.Task;
    }

    /// <summary>Queues work, and may do it.</summary>
    /// <exception cref="StoreException">The writer ended.</exception>
    public void Enqueue(Work work)
    {
        if (_ending) throw _errors.WriterEnded(_reason);
        _waiting.Enqueue(work);
        _gathering.Came(_waiting.Count);
        if (TryTakeTurn())
        {
            if (!_gathering.OthersCome) DoGroup();
            PassOn();
        }

        if (_ended) FailWaiting();
    }

    /// <summary>Does what waits, takes no more, and closes what is written to.</summary>
    public Task EndAsync()
    {
        _ending = true;
        if (TryTakeTurn()) _passedOn.Release();
        return _done.Task;
    }

    private bool TryTakeTurn() => Interlocked.CompareExchange(ref _turn, 1, 0) == 0;

    /// <summary>Lets go of the turn, or gives it to the thread when there is something left to do.</summary>
    private void PassOn()
    {
        if (_waiting.IsEmpty && !_ending && !_target.CheckpointIsDue)
        {
            Interlocked.Exchange(ref _turn, 0);
            if ((_waiting.IsEmpty && !_ending) || !TryTakeTurn()) return;
        }

        _passedOn.Release();
    }

    private void Run()
    {
        while (true)
        {
            _passedOn.Wait();
            while (!_waiting.IsEmpty && _reason is null)
            {
                if (!_ending) _gathering.Wait(() => _waiting.Count);
                DoGroup();
                if (_target.CheckpointIsDue) _target.RunCheckpoint();
            }

            if (_target.CheckpointIsDue) _target.RunCheckpoint();
            if (_ending) break;
            PassOn();
        }

        // The turn is never let go again.
        _ended = true;
        FailWaiting();
        _target.Dispose();
        _gathering.Dispose();
        _done.TrySetResult();
    }

    private void FailWaiting()
    {
        while (_waiting.TryDequeue(out var work)) work.Fail(_errors.WriterEnded(_reason));
    }

    private void DoGroup()
    {
        try
        {
            _group.Clear();
            _gathering.Begin();
            while (_group.Count < MostInGroup && _waiting.TryDequeue(out var work))
            {
                if (work.IsAbandoned()) continue;
                _group.Add(work);
                if (!work.InGroup) break;
            }

            Do(_group);
            _gathering.End(_group.Count, _waiting.Count);
        }
        catch (Exception error)
        {
            _reason = error;
            _ending = true;
            foreach (var unanswered in _group) unanswered.Fail(_errors.WriterEnded(error));
        }
    }

    /// <summary>Does what came before in one transaction, and then the last member if it can't be done in one.</summary>
    private void Do(List<Work> group)
    {
        if (group.Count == 0) return;
        if (group[^1].InGroup)
        {
            DoTogether(group);
            return;
        }

        if (group.Count > 1) DoTogether(group[..^1]);
        try
        {
            group[^1].Do(_target);
            group[^1].Answer();
        }
        catch (Exception error)
        {
            group[^1].Fail(error);
        }
    }

    /// <summary>Does a group in one transaction. When it can't be done together, each member is tried alone, so that only those fail which must.</summary>
    private void DoTogether(IReadOnlyList<Work> group)
    {
        var begun = false;
        try
        {
            _target.Begin();
            begun = true;
            foreach (var work in group) work.Do(_target);
            _target.End();
        }
        catch (Exception error)
        {
            _target.TakeBack();
            if (begun && group.Count > 1)
                foreach (var work in group) DoTogether([work]);
            else
                foreach (var work in group) work.Fail(error);
            return;
        }

        foreach (var work in group) work.Answer();
    }
}
