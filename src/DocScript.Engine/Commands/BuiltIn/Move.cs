using DocScript.Engine.Checking;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>move</c>: a component to another place of its document.</summary>
internal sealed class Move : Command
{
    private static readonly Hole<Language.Tree.Target> Component = Hole.Target("component");
    private static readonly Hole<Place> Place = Hole.Place("place");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("move", Component, Place);

    public override string Summary => "Moves a component with all below it; fixed ones and ancestors of fixed ones stay.";

    public override string Example => "move doc-2 before doc-1";

    public override bool NeedsDocument => false;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Component] = Component,
        [EditPart.Type] = Place,
        [EditPart.Place] = Place,
        [EditPart.Container] = Place,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        var component = arguments.Get(Component);
        context.CheckPlace(component.Member is null ? context.ComponentType(component.Component) : null, arguments.Get(Place));
    }

    public override void Run(CommandContext context)
    {
        var component = context.GetComponent(Component);
        var (document, place) = context.Find(Place);
        if (document != component.Document)
            throw new ScriptFault(EngineCodes.WrongKind, $"component '{component.Id}' can't move to document {document}: it belongs to document {component.Document}", context.SpanOf(Place), help: "insert a new component there and remove this one");
        context.Edit(document).Move(component.Id, place);
    }
}
