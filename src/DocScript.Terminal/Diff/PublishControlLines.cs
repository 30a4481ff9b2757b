using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;

namespace DocScript.Terminal.Diff;

/// <summary>Schedules and embargoes for people.</summary>
internal static class PublishControlLines
{
    public static IReadOnlyList<Piece> Of(ScheduleSet set)
    {
        var what = ScheduleKinds.NameOf(set.Kind);
        return set switch
        {
            { Failure: { } why } => [new("! scheduled " + what, Style.Error), new($" of {Text(set.Was)} failed: {ValueLiteral.Escaped(why)}")],
            { At: null } => [new("- scheduled " + what, Style.Removed), new(" of " + Text(set.Was), Style.Faint)],
            { Was: null } => [new("+ scheduled " + what, Style.Added), new(" at " + Text(set.At))],
            _ => [new("~ scheduled " + what, Style.Changed), new($" {Text(set.Was)} -> {Text(set.At)}")],
        };
    }

    public static IReadOnlyList<Piece> Of(EmbargoSet set) => set switch
    {
        { Embargo: null } => [new("- embargo", Style.Removed), new(Text(set.Was!), Style.Faint)],
        { Was: null } => [new("+ embargo", Style.Added), new(Text(set.Embargo))],
        _ => [new("~ embargo", Style.Changed), new($"{Text(set.Was)} ->{Text(set.Embargo)}")],
    };

    /// <summary>An embargo in words, with a space before: <c> until 2026-05-01T00:00:00Z "why"</c>.</summary>
    public static string Text(Embargo embargo) =>
        (embargo.Until is { } until ? " until " + DateValue.ToShortIso(until) : " until it is lifted") + (embargo.Reason is { } reason ? " " + ValueLiteral.Quoted(reason, 100) : "");

    private static string Text(DateTimeOffset? at) => DateValue.ToShortIso(at!.Value);
}
