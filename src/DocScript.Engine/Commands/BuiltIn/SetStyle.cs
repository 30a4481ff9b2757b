using DocScript.Engine.Checking;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>set doc-1 style</c>: a style of a component, or of one of its style directives.</summary>
internal sealed class SetStyle : Command
{
    internal static readonly Hole<Target> Target = Hole.Target("component.directive");
    internal static readonly Hole<Name> Property = Hole.Name("style");
    internal static readonly Hole<Expression> Value = Hole.Value("value"), Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("set", Target, "style", Property, "=", Value, CommandSyntax.Optional("was", Was));

    public override string Summary => "Sets a style of a component, or one of a style directive; null unsets it; 'was' makes a conflict unless the old value is this.";

    public override string Example => "set doc-1 style list-type = \"numbers\" was null";

    public override bool NeedsDocument => false;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Component] = Target,
        [EditPart.Kind] = Target,
        [EditPart.Property] = Property,
        [EditPart.Value] = Value,
        [EditPart.OldValue] = Was,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        var target = arguments.Get(Target);
        // The member of a path may be the component's parent, of which nothing is known.
        if (target.Member is { Text: "parent" }) return;
        var (type, directive, property) = (context.ComponentType(target.Component), target.Member?.Text, arguments.Get(Property).Text);
        if (context.Expect(design => Rules.StyleExists(design, type, directive, property)) && context.Constant(arguments.Get(Value)) is { } value)
            context.Expect(design => Rules.StyleAccepts(design, property, value));
    }

    public override void Run(CommandContext context)
    {
        var (component, directive) = context.GetStyled(Target);
        context.Edit(component.Document).SetStyle(component.Id, directive, context.Get(Property), context.Get(Value), context.Find(Was));
    }
}
