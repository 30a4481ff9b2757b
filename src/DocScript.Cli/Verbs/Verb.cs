using System.CommandLine;
using DocScript.Cli.Input;

namespace DocScript.Cli.Verbs;

/// <summary>A command of the command line: its declaration and what it does.</summary>
internal abstract class Verb
{
    protected Verb(string name, string description)
    {
        Command = new Command(name, description);
        Json = CommonOptions.Json();
    }

    /// <summary>What the parser and help know of it.</summary>
    public Command Command { get; }

    /// <summary>The group whose word stands before its own, as in <c>design show</c>; null for most.</summary>
    public virtual VerbGroup? Group => null;

    /// <summary>Its full name, such as <c>design show</c>; empty for the whole command line.</summary>
    public static string NameOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}".TrimStart() : "";

    /// <summary>The <c>--commands</c> option, where it has one.</summary>
    public Option<string[]>? Folders { get; private set; }

    /// <summary>The <c>--json</c> option, which stands last in help.</summary>
    public Option<bool> Json { get; }

    /// <summary>Whether it changes what is kept (documents, design, settings, trust), all at once or not at all: a refusal then says that nothing was changed.</summary>
    public virtual bool ChangesStore => false;

    /// <summary>Does it and answers the exit status (<see cref="Hosting.ExitStatus"/>).</summary>
    /// <exception cref="Diagnostics.CommandRefused">It can't; nothing was changed.</exception>
    public abstract Task<int> RunAsync(Invocation call);

    /// <summary>Declares an option.</summary>
    protected Option<T> Add<T>(Option<T> option)
    {
        Command.Options.Add(option);
        return option;
    }

    /// <summary>Declares the option that names folders of C# commands: of everything that reads or runs scripts, or raises events.</summary>
    protected void AddCommandFolders() => Folders = Add(CommonOptions.Commands());

    /// <summary>Declares an argument.</summary>
    protected Argument<T> Add<T>(Argument<T> argument)
    {
        Command.Arguments.Add(argument);
        return argument;
    }
}
