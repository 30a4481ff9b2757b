using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>remove</c>: components with all below them.</summary>
internal sealed class Remove : Command
{
    internal static readonly Hole<Language.Grammar.Components> Components = Hole.Components("component");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("remove", Components);

    public override string Summary => "Removes components with all below them; fixed ones and ancestors of fixed ones stay.";

    public override string Example => "remove doc-1, doc-2";

    public override bool NeedsDocument => false;

    public override void Run(CommandContext context)
    {
        foreach (var (component, name) in context.Get(Components)) context.Edit(component.Document, name).Remove(component.Id);
    }
}
