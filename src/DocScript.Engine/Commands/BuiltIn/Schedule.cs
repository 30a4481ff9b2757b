using DocScript.Documents;
using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>schedule publish</c> and <c>schedule unpublish</c>.</summary>
internal sealed class Schedule : Command
{
    internal static readonly Hole<Name> What = Hole.Choice("publish or unpublish", "publish", "unpublish");
    internal static readonly Hole<Expression> At = Hole.Value("date");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("schedule", What, "at", At);

    public override string Summary => "Schedules publishing, or taking off, for a date to come; 'docscript tick' carries it out. A schedule that is there is moved.";

    public override string Example => "schedule publish at \"2099-05-01T08:00:00Z\"";

    public override DocumentEvents Raises => DocumentEvents.None;

    public override CommandParts Parts { get; } = new() { [EditPart.Date] = At };

    public override void Check(CheckContext context, Arguments arguments)
    {
        context.ExpectControl(Rules.ControlOf(KindOf(arguments.Get(What).Text)));
        context.ExpectDate(arguments.Get(At), "a schedule");
    }

    public override void Run(CommandContext context) => context.Document.Schedule(KindOf(context.Get(What)), context.GetDate(At));

    internal static ScheduleKind KindOf(string word) => word is "publish" ? ScheduleKind.Publish : ScheduleKind.Unpublish;
}
