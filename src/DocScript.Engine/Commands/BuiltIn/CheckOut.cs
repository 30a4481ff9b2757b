using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>checkout</c>.</summary>
internal sealed class CheckOut : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("checkout");

    public override string Summary => "Gives the document into your hands: what you edit from then on is a working copy that nobody else sees, and nobody else can edit. Queries go by the public document; the body of a loop sees what you see. Nothing to do where it is yours already.";

    public override string Example => "checkout";

    public override DocumentEvents Raises => DocumentEvents.CheckOut;

    public override bool ChangesDocument => false;

    public override void Run(CommandContext context) => context.Document.CheckOut();
}
