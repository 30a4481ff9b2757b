using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>delete</c>: the current document becomes a tombstone.</summary>
internal sealed class Delete : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("delete");

    public override string Summary => "Deletes the current document; refuses a published one. Its id and key are never given again, except by undo.";

    public override string Example => "delete";

    public override DocumentEvents Raises => DocumentEvents.Delete;

    public override void Check(CheckContext context, Arguments arguments) => context.Leave();

    public override void Run(CommandContext context) => context.Document.Delete();
}
