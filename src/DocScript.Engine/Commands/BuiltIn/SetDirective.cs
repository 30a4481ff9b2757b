using DocScript.Documents.Designs;
using DocScript.Engine.Checking;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>set doc-1.headline</c>: a directive's content.</summary>
internal sealed class SetDirective : Command
{
    internal static readonly Hole<Target> Target = Hole.Target("component.directive");
    internal static readonly Hole<Name> Kind = Hole.Choice("kind", "editable", "image", "link", "html", "include", "toggle");
    internal static readonly Hole<Expression> Value = Hole.Value("value"), Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("set", Target, CommandSyntax.Optional("as", Kind), "=", Value, CommandSyntax.Optional("was", Was));

    public override string Summary => "Sets a directive of a component; null unsets it; 'as' asserts the directive's kind; 'was' makes a conflict unless the old value is this.";

    public override string Example => "set doc-1.text as editable = \"New\" was \"Old\"";

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Component] = Target,
        [EditPart.Property] = Target,
        [EditPart.Kind] = Kind,
        [EditPart.Value] = Value,
        [EditPart.OldValue] = Was,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        var target = arguments.Get(Target);
        if (target.Member is null)
        {
            context.Report(EngineCodes.NotATarget, "expected a directive such as doc-1.text, found a component", target, target.Component is NameExpression name ? Suggestion.Label(name.Name, ["title", "meta"]) : null, help: "write <component>.<directive>; a component itself has no content");
            return;
        }

        var (type, directive) = (context.ComponentType(target.Component), target.Member.Text);
        context.WarnUnescaped(type, directive, arguments.Get(Value));
        if (type is null) return;
        var called = (target.Component as NameExpression)?.Name ?? "<component>";
        context.Expect(design => Rules.DirectiveExists(design, type, directive, KindOf(arguments.Find(Kind)?.Text), called));
        if (context.Design is { } known && Rules.DirectiveExists(known, type, directive, null) is null) context.CheckDirective(type, directive, arguments.Get(Value));
    }

    public override void Run(CommandContext context)
    {
        var (component, directive) = context.Get(Target);
        context.Edit(component.Document).SetDirective(component.Id, directive!, KindOf(context.Find(Kind)), context.Get(Value), context.Find(Was));
    }

    private static DirectiveKind? KindOf(string? name) => name is null ? null : Enum.Parse<DirectiveKind>(name, ignoreCase: true);
}
