using System.CommandLine;
using System.CommandLine.Help;

namespace DocScript.Cli.Input;

/// <summary>Options that several commands have, each made anew for a command.</summary>
internal static class CommonOptions
{
    public static Option<string?> Store() => new("--store")
    {
        Description = $"The store: sqlite:<file> or litedb:<file>, a file that ends in .db or .litedb, or memory: [default: DOCSCRIPT_STORE, else {StoreLocation.DefaultFile}]",
        HelpName = "uri",
    };

    public static Option<string?> Document(string description) => new("--doc") { Description = description, HelpName = "id|key" };

    public static Option<string?> Design(string description) => new("--design") { Description = description, HelpName = "file" };

    public static Option<string?> Actor() => new("--as") { Description = "The user who does it [default: the system's user]", HelpName = "user" };

    public static Option<string[]> Parameters() => new("--param")
    {
        Description = "A parameter of the script; repeat it for more. name=@file takes the value from a file",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string[]> Arguments() => new("--arg")
    {
        Description = "A named argument for commands in C# that take such; repeat it for more. name=@file takes the value from a file",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<bool> Strict() => new("--strict") { Description = "Take warnings for errors, and warn of edits without a guard" };

    public static Option<string[]> Commands() => new("--commands")
    {
        Description = "A folder of C# commands to use, trusted or not; repeat it for more. One beside the script or set for the store is used where it is trusted",
        HelpName = "folder",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of text" };

    /// <summary>The library's own option finds its description among resources, which takes longer than to parse a script.</summary>
    public static Option<bool> Help() => new("--help", "-h", "/h", "-?", "/?")
    {
        Description = "Show help and usage information",
        Arity = ArgumentArity.Zero,
        Recursive = true,
        Action = new HelpAction { MaxWidth = 100 },
    };

    public static Argument<string[]> Files(string description) => new("files") { Description = description, Arity = ArgumentArity.ZeroOrMore };
}
