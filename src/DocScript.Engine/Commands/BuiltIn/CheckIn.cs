using DocScript.Documents;
using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>checkin</c>.</summary>
internal sealed class CheckIn : Command
{
    private static readonly Hole<Expression> Note = Hole.Value("note"), Fields = Hole.Value("fields");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("checkin", CommandSyntax.Optional(Note), CommandSyntax.Optional("with", Fields));

    public override string Summary => "Ends your checkout: the working copy's changes become the document's, and a named version is added.";

    public override string Example => "checkin \"proofread\" with {round: 2}";

    public override DocumentEvents Raises => DocumentEvents.CheckIn | DocumentEvents.Change;

    // Nobody else could change it meanwhile.
    public override bool ChangesDocument => false;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Note] = Note,
        [EditPart.Value] = Fields,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        if (arguments.Find(Note) is { } note) context.ExpectText(note, "the note");
        context.ExpectObject(arguments.Find(Fields), "the fields of a version");
    }

    public override void Run(CommandContext context) => context.Document.CheckIn(context.FindText(Note) ?? "", context.FindObject(Fields));
}
