using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>unpublish</c>.</summary>
internal sealed class Unpublish : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("unpublish");

    public override string Summary => "Takes the document off; refused when it is not public.";

    public override string Example => "unpublish";

    public override DocumentEvents Raises => DocumentEvents.Unpublish;

    public override void Check(CheckContext context, Arguments arguments) => context.Publishing(publish: false);

    public override void Run(CommandContext context) => context.Document.Unpublish();
}
