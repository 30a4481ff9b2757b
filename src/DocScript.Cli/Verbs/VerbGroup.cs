namespace DocScript.Cli.Verbs;

/// <summary>Commands that share their first word. Where a command has that name itself, they stand below it.</summary>
/// <param name="Name">The word.</param>
/// <param name="Description">What they are about, for help.</param>
internal sealed record VerbGroup(string Name, string Description)
{
    public static VerbGroup Design => new("design", "Show, check, compare and import designs");

    public static VerbGroup Commands => new("commands", "List, set, make and check commands in C#");
}
