using DocScript.Engine.Commands.BuiltIn;
using DocScript.Engine.Events;
using DocScript.Engine.Functions;
using DocScript.Engine.Storage;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands;

/// <summary>The commands and functions that a script can call, with the grammar composed of them, and the hooks on what it does.</summary>
public sealed class CommandTable : ICommandSource
{
    private readonly Dictionary<CommandSyntax, Command> _bySyntax;

    /// <summary>A table of these commands.</summary>
    /// <exception cref="ArgumentException">Two commands can't be told apart.</exception>
    public CommandTable(IEnumerable<Command> commands) : this(commands, FunctionTable.BuiltIn, HookTable.Empty) { }

    private CommandTable(IEnumerable<Command> commands, FunctionTable functions, HookTable hooks)
    {
        (Commands, Functions, Hooks) = ([.. commands], functions, hooks);
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

    /// <summary>The functions that expressions can call.</summary>
    public FunctionTable Functions { get; }

    /// <summary>The hooks on events.</summary>
    public HookTable Hooks { get; }

    /// <summary>Their grammar.</summary>
    public CommandGrammar Grammar { get; }

    /// <summary>The command that declares a syntax of this table's grammar.</summary>
    public Command Find(CommandSyntax syntax) => _bySyntax[syntax];

    /// <summary>The same with more commands, functions and hooks.</summary>
    /// <exception cref="ArgumentException">Two commands can't be told apart, or two functions, or two hooks of one event and moment, have one name.</exception>
    public CommandTable With(IEnumerable<Command> commands, IEnumerable<Function> functions, IEnumerable<EventHook> hooks) =>
        new([.. Commands, .. commands], Functions.With(functions), Hooks.With(hooks));

    CommandSelection ICommandSource.Select(ScriptNeeds needs, IStore store) => new(this, []);
}
