using DocScript.Engine.Commands.BuiltIn;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands;

/// <summary>The commands that a script can call, with the grammar composed of them.</summary>
public sealed class CommandTable
{
    private readonly Dictionary<CommandSyntax, Command> _bySyntax;

    /// <summary>A table of these commands.</summary>
    /// <exception cref="ArgumentException">Two commands can't be told apart.</exception>
    public CommandTable(IEnumerable<Command> commands)
    {
        Commands = [.. commands];
        _bySyntax = Commands.ToDictionary(command => command.Syntax);
        Grammar = CommandGrammar.Of(Commands.Select(command => command.Syntax));
    }

    /// <summary>The built-in commands: one line for each.</summary>
    public static CommandTable BuiltIn { get; } = new(
    [
        new Create(),
        new Delete(),
        new SetTitle(),
        new SetMeta(),
        new UnsetMeta(),
        new SetDirective(),
        new SetStyle(),
        new SetCondition(),
        new Insert(),
        new Move(),
        new Remove(),
        new Publish(),
        new Unpublish(),
        new Schedule(),
        new CancelSchedule(),
        new SetEmbargo(),
        new LiftEmbargo(),
        new CheckOut(),
        new CheckIn(),
        new UndoCheckOut(),
        new KeepUpdated(),
    ]);

    /// <summary>The commands in the order of help.</summary>
    public IReadOnlyList<Command> Commands { get; }

    /// <summary>Their grammar.</summary>
    public CommandGrammar Grammar { get; }

    /// <summary>The command that declares a syntax of this table's grammar.</summary>
    public Command Find(CommandSyntax syntax) => _bySyntax[syntax];
}
