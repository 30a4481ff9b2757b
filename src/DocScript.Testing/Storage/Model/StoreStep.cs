using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Storage.Model;

/// <summary>One step of a random walk over a store. Numbers stand for whatever there is when the step is taken, so that any part of a walk is a walk.</summary>
public abstract record StoreStep
{
    private static readonly Gen<StoreStep> Commits =
        from edits in Edit.Generator.NonEmptyListOf().Resize(3)
        from stale in Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
        from reads in Gen.Choose(-1, 9).ListOf().Resize(2)
        from filter in Gen.Frequency((2, Gen.Constant(-1)), (1, Gen.Choose(0, StoreModel.Filters.Length - 1)))
        from absent in Gen.Frequency((4, Gen.Constant(-1)), (1, Gen.Choose(0, 5)))
        from key in KeyUse.Generator
        select (StoreStep)new CommitStep([.. edits], stale, [.. reads], filter, absent, key);

    private static readonly Gen<StoreStep> Queries =
        from stale in Gen.Choose(0, 2)
        from filter in Gen.Choose(0, StoreModel.Filters.Length - 1)
        from key in KeyUse.Generator
        select (StoreStep)new CommitStep([], stale, [], filter, -1, key);

    private static readonly Gen<StoreStep> Reserves =
        from publications in Gen.Elements(true, false)
        from count in Gen.Choose(1, 3)
        select (StoreStep)new ReserveStep(publications, count);

    private static readonly Gen<StoreStep> All = Gen.Frequency(
        (16, Commits),
        (2, Queries),
        (1, Reserves),
        (1, Gen.Choose(1, 5).Select(StoreStep (days) => new WaitStep(days))),
        (1, Gen.Elements(true, false).Select(StoreStep (indexed) => new DesignStep(indexed))),
        (1, Gen.Choose(0, 7).Select(StoreStep (document) => new PurgeStep(document))),
        (1, Gen.Constant<StoreStep>(new CompactStep())),
        (1, Gen.Constant<StoreStep>(new ReopenStep())));

    /// <summary>Walks of up to 30 steps; a failing one is made shorter.</summary>
    public static Arbitrary<StoreStep[]> Walks { get; } = Arb.From(Gen.Choose(1, 30).SelectMany(length => All.ArrayOf(length)), Shorter);

    internal static IEnumerable<T[]> Shorter<T>(T[] steps)
    {
        for (var size = steps.Length / 2; size >= 1; size /= 2)
            for (var at = 0; at + size <= steps.Length; at += size)
                yield return [.. steps[..at], .. steps[(at + size)..]];
    }
}

/// <summary>Builds a transaction on the state <paramref name="Stale"/> commits ago and commits it.</summary>
public sealed record CommitStep(ImmutableArray<Edit> Edits, int Stale, ImmutableArray<int> Reads, int Filter, int AbsentKey, KeyUse? Key) : StoreStep
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"commit [{string.Join("; ", Edits)}] stale {Stale} reads [{string.Join(' ', Reads)}] filter {Filter} absent {AbsentKey} key {Key}";
}

/// <summary>Reserves ids.</summary>
public sealed record ReserveStep(bool Publications, int Count) : StoreStep;

/// <summary>Lets days go by.</summary>
public sealed record WaitStep(int Days) : StoreStep;

/// <summary>Gives the store a design that marks the property <c>n</c> as indexed, or does not.</summary>
public sealed record DesignStep(bool Indexed) : StoreStep;

/// <summary>Purges a tombstone; where there is none, tries to purge what can't be.</summary>
public sealed record PurgeStep(int Document) : StoreStep;

/// <summary>Compacts the store, and has it verify itself.</summary>
public sealed record CompactStep : StoreStep;

/// <summary>Closes the store and opens it again.</summary>
public sealed record ReopenStep : StoreStep;

/// <summary>An edit; <paramref name="Document"/>, <paramref name="Value"/> pick from what there is.</summary>
public sealed record Edit(EditKind Kind, int Document, int Value)
{
    internal static Gen<Edit> Generator { get; } =
        from kind in Gen.Frequency(
            (3, Gen.Constant(EditKind.Create)), (4, Gen.Constant(EditKind.Title)), (4, Gen.Constant(EditKind.Metadata)), (2, Gen.Constant(EditKind.Insert)),
            (1, Gen.Constant(EditKind.Delete)), (1, Gen.Constant(EditKind.Restore)), (2, Gen.Constant(EditKind.Publish)), (1, Gen.Constant(EditKind.Unpublish)), (2, Gen.Constant(EditKind.Schedule)))
        from document in Gen.Choose(0, 7)
        from value in Gen.Choose(0, 5)
        select new Edit(kind, document, value);
}

/// <summary>The kinds of edits.</summary>
public enum EditKind
{
    /// <summary>A new document, under a key that may be taken.</summary>
    Create,

    /// <summary>Sets the title.</summary>
    Title,

    /// <summary>Sets or unsets a metadata property.</summary>
    Metadata,

    /// <summary>Inserts a component.</summary>
    Insert,

    /// <summary>Deletes a document that is there.</summary>
    Delete,

    /// <summary>Brings a tombstone back.</summary>
    Restore,

    /// <summary>Publishes.</summary>
    Publish,

    /// <summary>Takes a published document off.</summary>
    Unpublish,

    /// <summary>Sets a schedule, moves it or takes it back.</summary>
    Schedule,
}

/// <summary>An idempotency key of an actor with a hash, each of a few.</summary>
public sealed record KeyUse(string Actor, string Key, string Hash)
{
    internal static Gen<KeyUse?> Generator { get; } = Gen.Frequency(
        (2, Gen.Constant<KeyUse?>(null)),
        (1, from actor in Gen.Elements("ann", "bob")
            from key in Gen.Elements("k1", "k2")
            from hash in Gen.Elements("h1", "h2")
            select (KeyUse?)new KeyUse(actor, key, hash)));
}
