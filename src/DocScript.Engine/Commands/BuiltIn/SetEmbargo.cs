using DocScript.Documents;
using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands.BuiltIn;

/// <summary><c>embargo</c>.</summary>
internal sealed class SetEmbargo : Command
{
    internal static readonly Hole<Expression> Until = Hole.Value("date"), Reason = Hole.Value("reason");

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("embargo", CommandSyntax.Optional("until", Until), CommandSyntax.Optional("because", Reason));

    public override string Summary => "Keeps an unpublished document from being published, until a date to come or until it is lifted.";

    public override string Example => "embargo until \"2099-05-01\" because \"the minister speaks at noon\"";

    public override DocumentEvents Raises => DocumentEvents.None;

    public override CommandParts Parts { get; } = new()
    {
        [EditPart.Date] = Until,
        [EditPart.Note] = Reason,
    };

    public override void Check(CheckContext context, Arguments arguments)
    {
        context.ExpectControl("embargo");
        context.ExpectDate(arguments.Find(Until), "an embargo's end");
        if (arguments.Find(Reason) is { } reason) context.ExpectText(reason, "the reason");
    }

    public override void Run(CommandContext context) => context.Document.SetEmbargo(context.FindDate(Until), context.FindText(Reason));
}
