using DocScript.Engine.Checking;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>insert</c>: a new component.</summary>
internal sealed class Insert : Command
{
    internal static readonly Hole<Name> Type = Hole.Name("component type"), Id = Hole.Name("id");
    internal static readonly Hole<Place> Place = Hole.Place("place");
    internal static readonly Hole<Expression> Content = Hole.Value("content");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of(
        "insert",
        Type,
        CommandSyntax.Optional("as", Id),
        CommandSyntax.Optional(Place),
        CommandSyntax.Optional("with", Content));

    public override string Summary => "Inserts a component, at the end of the document where no place is given; 'inserted' is then this component.";

    public override string Example => "insert paragraph as intro after doc-1 with {text: \"Hello\"}";

    public override bool NeedsDocument => false;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Type] = Type,
        [EditPart.Id] = Id,
        [EditPart.Place] = Place,
        [EditPart.Container] = Place,
        [EditPart.Property] = Content,
        [EditPart.Value] = Content,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        var type = arguments.Get(Type);
        if (arguments.Find(Place) is null or RootPlace) context.ExpectDocument(type);
        context.Expect(design => Rules.ComponentTypeExists(design, context.ContentType, type.Text));
        if (arguments.Find(Id) is { } id && Rules.ComponentIdIsValid(id.Text) is { } malformed) context.Report(malformed);
        context.CheckPlace(type.Text, arguments.Find(Place));
        context.CheckContent(type.Text, arguments.Find(Content));
        context.Inserted(type.Text, arguments.Find(Id)?.Text);
    }

    public override void Run(CommandContext context)
    {
        var type = context.Get(Type);
        var (document, place) = context.Find(Place);
        var content = context.FindObject(Content);
        context.Edit(document).Insert(type, context.Find(Id), place, content);
    }
}
