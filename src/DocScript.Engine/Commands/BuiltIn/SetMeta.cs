using DocScript.Engine.Checking;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>set meta</c>: a metadata property or a member of one.</summary>
internal sealed class SetMeta : Command
{
    internal static readonly Hole<Language.Tree.Path> Property = Hole.Path("property");
    internal static readonly Hole<Expression> Value = Hole.Value("value"), Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("set", "meta", Property, "=", Value, CommandSyntax.Optional("was", Was));

    public override string Summary => "Sets a metadata property; null unsets it; 'was' makes a conflict unless the old value is this.";

    public override string Example => "set meta section = \"news\" was null";

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Property] = Property,
        [EditPart.Value] = Value,
        [EditPart.OldValue] = Was,
    };

    public override void Check(CheckContext context, Arguments arguments) => context.CheckMetadata(arguments.Get(Property), arguments.Get(Value));

    public override void Run(CommandContext context) => context.Document.SetMetadata(context.Get(Property), context.Get(Value), context.Find(Was));
}
