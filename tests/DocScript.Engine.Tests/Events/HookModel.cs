using DocScript.Engine.Events;

namespace DocScript.Engine.Tests.Events;

/// <summary>One hook after an event, as plain as can be: what it is owed, in order, and what it was run for.</summary>
internal sealed class HookModel(DocumentEvents on)
{
    private readonly Queue<(Guid Transaction, long Document)> _owed = [];
    private bool _isKnown;
    private int _failures;

    public DocumentEvents Event { get; } = on;

    /// <summary>What it was run for.</summary>
    public List<(Guid Transaction, long Document)> Delivered { get; } = [];

    /// <summary>What it failed for too often.</summary>
    public List<(Guid Transaction, long Document)> SetAside { get; } = [];

    /// <summary>Something is about to be committed where the hook is known.</summary>
    public void Know() => _isKnown = true;

    /// <summary>Something was committed, with the hook or without. What happened is told by the documents before and after, not by the changes.</summary>
    public void Commit(Guid transaction, IEnumerable<ChangedDocument> documents)
    {
        if (!_isKnown) return;
        foreach (var document in documents.Where(document => document.Changes.Id > 0 && Happened(document.Before?.Header, document.Changes.After.Header)))
            _owed.Enqueue((transaction, document.Changes.Id));
    }

    /// <summary>The hook is run until nothing is left, or it fails.</summary>
    public void Drain(bool isBroken)
    {
        while (_owed.TryPeek(out var next))
        {
            if (isBroken && ++_failures < 5) return;
            (isBroken ? SetAside : Delivered).Add(next);
            _failures = 0;
            _owed.Dequeue();
        }
    }

    /// <summary>What was set aside is tried again.</summary>
    public void Retry(bool isBroken)
    {
        if (isBroken) return;
        Delivered.AddRange(SetAside);
        SetAside.Clear();
    }

    private bool Happened(Documents.Header? before, Documents.Header after)
    {
        var (was, isThere) = (before is { Deleted: false }, !after.Deleted);
        return Event switch
        {
            DocumentEvents.Create => !was && isThere,
            DocumentEvents.Delete => was && !isThere,
            DocumentEvents.Change => isThere && after.Version != (before?.Version ?? 0),
            DocumentEvents.Publish => after.Publication is not null && after.Publication != before?.Publication,
            DocumentEvents.Unpublish => after.Publication is null && before?.Publication is not null,
            DocumentEvents.CheckOut => after.Checkout is not null && before?.Checkout is null,
            DocumentEvents.CheckIn => after.NamedVersions > (before?.NamedVersions ?? 0),
            _ => throw new InvalidOperationException($"{Event} is not one event"),
        };
    }
}
