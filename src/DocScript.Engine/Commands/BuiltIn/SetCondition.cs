using DocScript.Documents.Values;
using DocScript.Engine.Checking;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>set doc-1 condition</c>: when readers see a component.</summary>
internal sealed class SetCondition : Command
{
    internal static readonly Hole<Target> Component = Hole.Target("component");
    internal static readonly Hole<Name> Condition = Hole.Name("condition");
    internal static readonly Hole<Expression> Value = Hole.Value("value"), Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("set", Component, "condition", Condition, "=", Value, CommandSyntax.Optional("was", Was));

    public override string Summary => "Sets when readers see a component, from 'gte' on and before 'lt'; null unsets it; 'was' makes a conflict unless the old value is this.";

    public override string Example => "set doc-1 condition dateTime = {gte: \"2026-01-01\", lt: \"2026-02-01\"} was null";

    public override bool NeedsDocument => false;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Component] = Component,
        [EditPart.Property] = Condition,
        [EditPart.Value] = Value,
        [EditPart.OldValue] = Was,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        var name = arguments.Get(Condition).Text;
        if (!context.Expect(_ => Rules.ConditionExists(name)) || context.Constant(arguments.Get(Value)) is not { } value) return;
        context.Expect(_ => Rules.ConditionAccepts(name, value));
        if (value is not NullValue && arguments.Get(Component) is { Member: null, Component: var component })
            context.Expect(design => Rules.ConditionAllowed(design, context.ContentType, context.ComponentType(component), name));
    }

    public override void Run(CommandContext context)
    {
        var component = context.GetComponent(Component);
        context.Edit(component.Document).SetCondition(component.Id, context.Get(Condition), context.Get(Value), context.Find(Was));
    }
}
