using DocScript.Engine.Checking;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>unset meta</c>.</summary>
internal sealed class UnsetMeta : Command
{
    internal static readonly Hole<Language.Tree.Path> Property = Hole.Path("property");
    internal static readonly Hole<Expression> Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("unset", "meta", Property, CommandSyntax.Optional("was", Was));

    public override string Summary => "Unsets a metadata property; 'was' makes a conflict unless the old value is this.";

    public override string Example => "unset meta section was \"news\"";

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Property] = Property,
        [EditPart.Value] = Property,
        [EditPart.OldValue] = Was,
    };

    public override void Check(CheckContext context, Arguments arguments) => context.CheckMetadata(arguments.Get(Property), null);

    public override void Run(CommandContext context) => context.Document.SetMetadata(context.Get(Property), null, context.Find(Was));
}
