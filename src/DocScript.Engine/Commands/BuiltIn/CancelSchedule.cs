using DocScript.Engine.Events;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>cancel publish</c> and <c>cancel unpublish</c>.</summary>
internal sealed class CancelSchedule : Command
{
    internal static readonly Hole<Name> What = Hole.Choice("publish or unpublish", "publish", "unpublish");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("cancel", What);

    public override string Summary => "Takes a schedule back; nothing to do where there is none.";

    public override string Example => "cancel publish";

    public override DocumentEvents Raises => DocumentEvents.None;

    public override void Run(CommandContext context) => context.Document.CancelSchedule(Schedule.KindOf(context.Get(What)));
}
