using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Engine.Tests.Transactions;

/// <summary>What one of three users does with one document, or the scheduler.</summary>
public sealed record CheckoutStep(CheckoutAct Act, string Actor, int Number)
{
    private static readonly Gen<CheckoutStep> One =
        from act in Gen.Frequency(
            (6, Gen.Constant(CheckoutAct.Edit)), (4, Gen.Constant(CheckoutAct.CheckOut)), (4, Gen.Constant(CheckoutAct.CheckIn)), (2, Gen.Constant(CheckoutAct.Undo)),
            (1, Gen.Constant(CheckoutAct.Force)), (2, Gen.Constant(CheckoutAct.Publish)), (2, Gen.Constant(CheckoutAct.Schedule)), (2, Gen.Constant(CheckoutAct.Tick)),
            (1, Gen.Constant(CheckoutAct.Whole)), (2, Gen.Constant(CheckoutAct.Twice)), (1, Gen.Constant(CheckoutAct.Delete)))
        from actor in Gen.Elements("ann", "bert", "cora")
        from number in Gen.Choose(1, 4)
        select new CheckoutStep(act, actor, number);

    /// <summary>Series of steps; a failing one is made shorter.</summary>
    public static Arbitrary<CheckoutStep[]> Series() => Arb.From(
        Gen.Choose(1, 40).SelectMany(length => One.ArrayOf(length)),
        steps => steps.Select((_, at) => steps.Where((_, other) => other != at).ToArray()));

    /// <summary>The script that does it; null where it is no script.</summary>
    public string? Script => Act switch
    {
        CheckoutAct.Edit => $"set title = \"{Number}\"",
        CheckoutAct.CheckOut => "checkout",
        CheckoutAct.CheckIn => $"checkin \"{Number}\"",
        CheckoutAct.Undo => "undo checkout",
        CheckoutAct.Force => "undo checkout by force",
        CheckoutAct.Publish => "publish",
        CheckoutAct.Schedule => $"schedule publish at \"2026-05-0{1 + Number}\"",
        CheckoutAct.Whole => $"checkout; set title = \"{Number}\"; checkin",
        CheckoutAct.Twice => $"checkout; set title = \"{Number}\"; checkin; checkout; set title = \"{Number + 1}\"; checkin; set title = \"{Number}!\"",
        CheckoutAct.Delete => "delete",
        _ => null,
    };
}

/// <summary>The kinds of <see cref="CheckoutStep"/>.</summary>
public enum CheckoutAct
{
    /// <summary>Sets the title.</summary>
    Edit,

    /// <summary>Checks out.</summary>
    CheckOut,

    /// <summary>Checks in.</summary>
    CheckIn,

    /// <summary>Undoes the checkout.</summary>
    Undo,

    /// <summary>Undoes the checkout by force.</summary>
    Force,

    /// <summary>Publishes.</summary>
    Publish,

    /// <summary>Schedules publishing for a day of May.</summary>
    Schedule,

    /// <summary>Lets half a day go by for each of its number, and ticks.</summary>
    Tick,

    /// <summary>Checks out, edits and checks in by one script.</summary>
    Whole,

    /// <summary>Does that twice, and edits the document after it.</summary>
    Twice,

    /// <summary>Deletes.</summary>
    Delete,
}

/// <summary>What contracts/model.md says of a document that is checked out and in, as plainly as can be: values in variables, without a store, changes or versions of anything else.</summary>
internal sealed record CheckoutModel
{
    public string Title { get; init; } = "0";

    public int Version { get; init; } = 1;

    /// <summary>The highest number that was ever given.</summary>
    public int Highest { get; init; } = 1;

    public string? Public { get; init; }

    public bool Unchanged { get; init; }

    public string? Holder { get; init; }

    public (string Title, int Version)? Copy { get; init; }

    public DateTimeOffset Now { get; init; } = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? PublishAt { get; init; }

    public int Named { get; init; }

    public bool Deleted { get; init; }

    /// <summary>What a user sees: title, version, whether it is published, unchanged, checked out.</summary>
    public (string Title, int Version, bool Published, bool Unchanged, bool CheckedOut) SeenBy(string actor) => Holder == actor && Copy is var (title, version)
        ? (title, version, Public is not null, false, true)
        : (Title, Version, Public is not null, Unchanged, Holder is not null);

    /// <summary>The state after a step, or the code of the error that it gives.</summary>
    public (CheckoutModel After, string? Error) Take(CheckoutStep step)
    {
        if (step.Act == CheckoutAct.Tick)
        {
            var later = this with { Now = Now.AddHours(12 * step.Number) };
            return (later is { Deleted: false } && later.PublishAt <= later.Now ? later.Publish() with { PublishAt = null } : later, null);
        }

        if (Deleted) return (this, "DS3007");
        var isHeldByOther = Holder is not null && Holder != step.Actor;
        switch (step.Act)
        {
            // What changes nothing is no change that anything stands against.
            case CheckoutAct.Edit: return isHeldByOther && Text(step) != Title ? (this, "DS4133") : (isHeldByOther ? this : Edit(Text(step)), null);
            case CheckoutAct.CheckOut: return isHeldByOther ? (this, "DS4133") : (this with { Holder = step.Actor }, null);
            case CheckoutAct.CheckIn when Holder is null: return (this, "DS4134");
            case CheckoutAct.CheckIn: return isHeldByOther ? (this, "DS4133") : (CheckIn(), null);
            case CheckoutAct.Undo or CheckoutAct.Force when Holder is null: return (this, "DS4134");
            case CheckoutAct.Undo: return isHeldByOther ? (this, "DS4133") : (Drop(), null);
            case CheckoutAct.Force: return (Drop(), null);
            case CheckoutAct.Publish: return Holder == step.Actor && Copy is not null ? (this, "DS4135") : (Publish(), null);
            case CheckoutAct.Schedule:
                var at = new DateTimeOffset(2026, 5, 1 + step.Number, 0, 0, 0, TimeSpan.Zero);
                return at <= Now ? (this, "DS3129") : (this with { PublishAt = at }, null);
            case CheckoutAct.Whole: return isHeldByOther ? (this, "DS4133") : ((this with { Holder = step.Actor }).Edit(Text(step)).CheckIn(), null);
            // However much a transaction does, it gives one number.
            case CheckoutAct.Twice:
                return isHeldByOther ? (this, "DS4133") : (this with { Holder = null, Copy = null, Named = Named + 2, Title = $"{Text(step)}!", Version = Highest + 1, Highest = Highest + 1, Unchanged = false }, null);
            default:
                if (Public is not null) return (this, "DS3121");
                if (isHeldByOther) return (this, "DS4133");
                return Holder == step.Actor && Copy is not null ? (this, "DS4135") : (Drop() with { Deleted = true, PublishAt = null }, null);
        }
    }

    private static string Text(CheckoutStep step) => step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private CheckoutModel Edit(string title)
    {
        if (Holder is null) return title == Title ? this : this with { Title = title, Version = Highest + 1, Highest = Highest + 1, Unchanged = false };
        return title == (Copy?.Title ?? Title) ? this : this with { Copy = (title, Highest + 1), Highest = Highest + 1 };
    }

    private CheckoutModel CheckIn()
    {
        var released = this with { Holder = null, Copy = null, Named = Named + 1 };
        return Copy is var (title, version) ? released with { Title = title, Version = version, Unchanged = false } : released;
    }

    private CheckoutModel Drop() => this with { Holder = null, Copy = null };

    private CheckoutModel Publish() => this with { Public = Title, Unchanged = true };
}
