using DocScript.Documents.Values;
using DocScript.Engine.Checking;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>set title</c>.</summary>
internal sealed class SetTitle : Command
{
    internal static readonly Hole<Expression> Title = Hole.Value("title"), Was = Hole.Value("old");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("set", "title", "=", Title, CommandSyntax.Optional("was", Was));

    public override string Summary => "Sets the document's title; 'was' makes a conflict unless the old title is this.";

    public override string Example => "set title = \"New\" was \"Old\"";

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Title] = Title,
        [EditPart.OldValue] = Was,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        context.ExpectText(arguments.Get(Title), "the title");
        context.WarnComputedTitle(context.ContentType, arguments.Get(Title));
    }

    public override void Run(CommandContext context)
    {
        var title = context.Get(Title) is NullValue ? "" : context.GetText(Title);
        context.Document.SetTitle(title, context.Find(Was));
    }
}
