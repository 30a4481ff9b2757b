namespace DocScript.Cli.Diagnostics;

/// <summary>Examples for the codes of the command line itself, from <c>CommandExamples.txt</c>: a line <c>$ docscript …</c> and what is then said, an empty line between two.</summary>
internal static class CommandExamples
{
    /// <summary>The examples by code.</summary>
    public static IEnumerable<(string Id, CodeExample Example)> Read()
    {
        using var reader = new StreamReader(typeof(CommandExamples).Assembly.GetManifestResourceStream("commands")!);
        foreach (var block in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Trim('\n').Split('\n');
            var message = string.Join('\n', lines.Skip(1));
            yield return (message.Split(' ', ':')[1], new CodeExample(null, null, lines[0]["$ ".Length..], true, message));
        }
    }
}
