using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>publish</c>.</summary>
internal sealed class Publish : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("publish");

    public override string Summary => "Makes the document's content public; nothing to do when it is unchanged since it was.";

    public override string Example => "publish";

    public override DocumentEvents Raises => DocumentEvents.Publish;

    public override void Check(CheckContext context, Arguments arguments) => context.Publishing(publish: true);

    public override void Run(CommandContext context) => context.Document.Publish();
}
