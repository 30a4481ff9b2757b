using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Checking;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>set doc-1.headline</c>: a directive's content.</summary>
internal sealed class SetDirective : Command
{
    private static readonly Hole<Target> Target = Hole.Target("component.directive");
    private static readonly Hole<Name> Kind = Hole.Choice("kind", "editable", "image", "link", "html", "include", "toggle");
    private static readonly Hole<Expression> Value = Hole.Value("value"), Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("set", Target, CommandSyntax.Optional("as", Kind), "=", Value, CommandSyntax.Optional("was", Was));

    public override string Summary => "Sets a directive of a component; null unsets it; 'as' asserts the directive's kind; 'was' makes a conflict unless the old value is this.";

    public override string Example => "set doc-1.text as editable = \"New\" was \"Old\"";

    public override void Check(CheckContext context, Arguments arguments)
    {
        var target = arguments.Get(Target);
        if (target.Member is null)
            context.Report(EngineCodes.NotATarget, "expected a directive, such as doc-1.text", target, target.Component is NameExpression name ? Suggestion.Label(name.Name, ["title", "meta"]) : null, help: "write <component>.<directive>; a component itself has no content");
        else if (context.ComponentType(target.Component) is { } type)
        {
            context.Expect(design => Rules.DirectiveExists(design, type, target.Member.Text, KindOf(arguments.Find(Kind)?.Text)), target.Member);
            if (context.Constant(arguments.Get(Value)) is { } value and not NullValue)
                context.Expect(design => Rules.DirectiveExists(design, type, target.Member.Text, null) is null ? Rules.DirectiveAccepts(design, type, target.Member.Text, value) : null, arguments.Get(Value));
        }
    }

    public override void Run(CommandContext context)
    {
        var (component, directive) = context.Get(Target);
        var edit = context.Edit(component.Document);
        var type = edit.Document.Components.Find(component.Id)!.Type;
        context.Ensure(Rules.DirectiveExists(context.Design, type, directive!, KindOf(context.Find(Kind))), Target);
        var value = context.Get(Value);
        context.Ensure(Rules.SetDirective(context.Design, edit.Document, component.Id, directive!, KindOf(context.Find(Kind)), ValueText.Storable(value), context.Find(Was)), component.Document, Value, Was);
    }

    private static DirectiveKind? KindOf(string? name) => name is null ? null : Enum.Parse<DirectiveKind>(name, ignoreCase: true);
}
