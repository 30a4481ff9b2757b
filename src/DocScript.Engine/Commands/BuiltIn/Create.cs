using DocScript.Documents.Values;
using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>create</c>: a new document.</summary>
internal sealed class Create : Command
{
    private static readonly Hole<Name> Type = Hole.Name("content type");
    private static readonly Hole<Expression> Key = Hole.Value("key"), Title = Hole.Value("title"), Metadata = Hole.Value("metadata");
    private static readonly Hole<Block> Body = Hole.Block("body");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of(
        "create",
        Type,
        CommandSyntax.Optional("key", Key),
        CommandSyntax.Optional("title", Title),
        CommandSyntax.Optional("with", Metadata),
        CommandSyntax.Optional(Body));

    public override string Summary => "Makes a new document, current in its block or until the end of the enclosing one.";

    public override string Example => "create article key \"hello\" title \"Hello\" with {section: \"news\"}";

    public override DocumentEvents Raises => DocumentEvents.Create | DocumentEvents.Change;

    public override bool NeedsDocument => false;

    public override bool ChangesDocument => false;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Type] = Type,
        [EditPart.Key] = Key,
        [EditPart.Title] = Title,
        [EditPart.Property] = Metadata,
        [EditPart.Value] = Metadata,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        var type = arguments.Get(Type);
        context.Expect(design => Rules.ContentTypeExists(design, type.Text));
        if (context.Constant(arguments.Find(Key)) is TextValue key && Rules.KeyIsValid(key.Text) is { } violation) context.Report(violation);
        context.WarnComputedTitle(type.Text, arguments.Find(Title));
        context.CheckMetadata(type.Text, arguments.Find(Metadata));
        context.Enter(type.Text, arguments.Find(Body), isNew: true);
    }

    public override void Run(CommandContext context)
    {
        var type = context.Get(Type);
        context.Ensure(Rules.ContentTypeExists(context.Design, type));
        var key = context.FindText(Key);
        if (key is not null)
        {
            context.Ensure(Rules.KeyIsValid(key));
            context.EnsureFree(key, Key);
        }

        var title = context.FindText(Title);
        var metadata = context.FindObject(Metadata);
        var id = context.NewDocumentId();
        context.Edit(id).Create(Rules.Create(context.Design, id, key, type, title, metadata));
        context.Enter(id, Body);
    }
}
