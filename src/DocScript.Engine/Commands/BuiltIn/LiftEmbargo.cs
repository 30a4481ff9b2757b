using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>lift embargo</c>.</summary>
internal sealed class LiftEmbargo : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("lift", "embargo");

    public override string Summary => "Lifts the embargo; nothing to do where there is none.";

    public override string Example => "lift embargo";

    public override DocumentEvents Raises => DocumentEvents.None;

    public override void Run(CommandContext context) => context.Document.LiftEmbargo();
}
