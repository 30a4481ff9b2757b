using System.Collections.Immutable;
using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Hooks.Declarations;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Hooks.Tests.Fuzzing;

/// <summary>A command with a bug that the contract for C# of users makes impossible: it works on the engine itself.</summary>
internal abstract class PlantedCommand : Command
{
    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("planted");

    public override string Summary => "Has a bug";

    public override string Example => "planted";
}

/// <summary>Makes a toggle of the text of an editable, without asking a rule.</summary>
internal sealed class RuleBreaker : PlantedCommand
{
    public override void Run(CommandContext context)
    {
        var document = context.Document.Document;
        foreach (var component in document.Components.DepthFirst())
            if (context.Design.Components[component.Type].Directives.Values.FirstOrDefault(directive => directive.Kind is DirectiveKind.Editable) is { } directive)
            {
                context.Document.Apply(new DirectiveSet(component.Id, directive.Name, component.Content.Find(directive.Name), new BooleanValue(true)));
                return;
            }
    }
}

/// <summary>Does something else at every second or third call.</summary>
internal sealed class Fickle(int every) : PlantedCommand
{
    private int _calls;

    public override void Run(CommandContext context) => context.Document.SetTitle(++_calls % every == 0 ? "another" : "one", was: null);
}

/// <summary>Tells its change that something else was there before.</summary>
internal sealed class Forgetful : PlantedCommand
{
    public override void Run(CommandContext context) => context.Document.Apply(new TitleSet(Was: "never", Title: "New"));
}

/// <summary>Throws what the engine does not expect.</summary>
internal sealed class Thrower : PlantedCommand
{
    public override void Run(CommandContext context) => throw new InvalidOperationException("planted");
}

/// <summary>Says that it takes a whole number, and takes everything.</summary>
internal sealed class Credulous : PlantedCommand
{
    private static readonly Hole<Expression> Number = Hole.Value("number");

    public static ParameterDeclaration Parameter { get; } = new("number", ParameterKind.Integer, ImmutableArray<string>.Empty, IsOptional: false);

    public override CommandSyntax Syntax { get; } = CommandSyntax.Of("planted", Number);

    public override void Run(CommandContext context) => context.Document.SetTitle(context.Get(Number).KindName, was: null);
}
