namespace DocScript.Hooks.Safety;

/// <summary>How a call of an allowed library member is counted.</summary>
internal enum MemberCost
{
    /// <summary>Not at all: it costs no more than the step that leads to it.</summary>
    Plain,

    /// <summary>By the texts and collections among its arguments.</summary>
    Keyed,

    /// <summary>By those, by what it is called on and by what it answers.</summary>
    Counted,

    /// <summary>By ours, which is called in its place.</summary>
    Replaced,
}
