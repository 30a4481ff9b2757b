using DocScript.Engine.Events;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>undo checkout</c>.</summary>
internal sealed class UndoCheckOut : Command
{
    private static readonly Hole<Name> Force = Hole.Choice("force", "force");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("undo", "checkout", CommandSyntax.Optional("by", Force));

    public override string Summary => "Drops your checkout with all that you changed; by force, and with the right to, somebody else's.";

    public override string Example => "undo checkout by force";

    public override DocumentEvents Raises => DocumentEvents.None;

    public override bool ChangesDocument => false;

    public override void Run(CommandContext context) => context.Document.UndoCheckOut(context.Find(Force) is not null);
}
