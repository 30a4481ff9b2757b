using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>keep updated</c>.</summary>
internal sealed class KeepUpdated : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("keep", "updated");

    public override string Summary => "This transaction leaves the document's 'updated' as it was, wherever in the script it stands.";

    public override string Example => "keep updated";

    public override DocumentEvents Raises => DocumentEvents.None;

    public override bool ChangesDocument => false;

    public override void Run(CommandContext context) => context.Document.KeepUpdated();
}
