using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Engine.Tests.Events;

/// <summary>What somebody does with a few documents, with hooks or without.</summary>
/// <param name="Act">What.</param>
/// <param name="Number">Which document, transaction or title.</param>
/// <param name="Engine">Whose hooks: of none, of all events, of two.</param>
/// <param name="IsBroken">Whether hooks fail meanwhile.</param>
public sealed record HookStep(HookAct Act, int Number, int Engine, bool IsBroken)
{
    private static readonly Gen<HookStep> One =
        from act in Gen.Frequency(
            (5, Gen.Constant(HookAct.Create)), (5, Gen.Constant(HookAct.Edit)), (4, Gen.Constant(HookAct.Publish)), (2, Gen.Constant(HookAct.Unpublish)), (1, Gen.Constant(HookAct.Delete)),
            (2, Gen.Constant(HookAct.CheckOut)), (2, Gen.Constant(HookAct.CheckIn)), (3, Gen.Constant(HookAct.Both)), (1, Gen.Constant(HookAct.MadeAndGone)), (2, Gen.Constant(HookAct.Schedule)),
            (2, Gen.Constant(HookAct.Tick)), (3, Gen.Constant(HookAct.Undo)), (1, Gen.Constant(HookAct.Fail)), (2, Gen.Constant(HookAct.Drain)), (1, Gen.Constant(HookAct.Retry)))
        from number in Gen.Choose(1, 5)
        from engine in Gen.Frequency((2, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Constant(2)))
        from isBroken in Gen.Frequency((2, Gen.Constant(true)), (3, Gen.Constant(false)))
        select new HookStep(act, number, engine, isBroken);

    /// <summary>Series of steps; a failing one is made shorter.</summary>
    public static Arbitrary<HookStep[]> Series() => Arb.From(
        Gen.Choose(1, 40).SelectMany(length => One.ArrayOf(length)),
        steps => steps.Select((_, at) => steps.Where((_, other) => other != at).ToArray()));

    /// <summary>The script that does it; null where it is no script.</summary>
    public string? Script => Act switch
    {
        HookAct.Create => $"create article title \"{Number}\" {{ insert paragraph as p1 with {{text: \"one\"}} }}",
        HookAct.Edit => $"use {Number}\nset title = \"{Number + 1}\"",
        HookAct.Publish => $"use {Number}\nset title = \"public\"\npublish",
        HookAct.Unpublish => $"use {Number}\nunpublish",
        HookAct.Delete => $"use {Number}\nif published {{ unpublish }}\ndelete",
        HookAct.CheckOut => $"use {Number}\ncheckout",
        HookAct.CheckIn => $"use {Number}\nset title = \"{Number + 2}\"\ncheckin",
        HookAct.Both => $"use {Number + 1}\nset title = \"both\"\nuse {Number}\nset title = \"both\"\npublish",
        HookAct.MadeAndGone => "create article title \"gone\"\ndelete",
        HookAct.Schedule => $"use {Number}\nschedule publish at \"2099-01-01\"",
        HookAct.Fail => $"use {Number}\nset title = \"never\"\nrequire false",
        _ => null,
    };
}

/// <summary>What a <see cref="HookStep"/> does.</summary>
public enum HookAct
{
    /// <summary>Makes a document.</summary>
    Create,

    /// <summary>Sets a title, perhaps of a working copy.</summary>
    Edit,

    /// <summary>Sets a title and makes it public.</summary>
    Publish,

    /// <summary>Takes it off.</summary>
    Unpublish,

    /// <summary>Deletes, what is public after taking it off.</summary>
    Delete,

    /// <summary>Checks out.</summary>
    CheckOut,

    /// <summary>Changes the working copy and checks in.</summary>
    CheckIn,

    /// <summary>Changes two documents and publishes one.</summary>
    Both,

    /// <summary>Makes a document and deletes it.</summary>
    MadeAndGone,

    /// <summary>Schedules publishing.</summary>
    Schedule,

    /// <summary>Carries out what is scheduled.</summary>
    Tick,

    /// <summary>Undoes an earlier transaction.</summary>
    Undo,

    /// <summary>Does not go well.</summary>
    Fail,

    /// <summary>Only runs hooks.</summary>
    Drain,

    /// <summary>Runs hooks again for what was set aside.</summary>
    Retry,
}
