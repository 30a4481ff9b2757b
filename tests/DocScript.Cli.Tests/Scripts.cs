namespace DocScript.Cli.Tests;

/// <summary>Scripts that several tests start from.</summary>
internal static class Scripts
{
    /// <summary>Makes article 1, key notes, with two components.</summary>
    public const string Notes =
        """
        create article key "notes" title "Release notes" with {author: "Ana"} {
          insert heading as top with {text: "Version 1"}
          insert paragraph as p1 after top with {text: "The harbour was closed on Monday because of the storm that came from the north."}
        }

        """;

    public const string Retitle = "use \"notes\" { set title = \"Version 2\" }\n";

    /// <summary>A place with the notes in its store, made by transaction 0001….</summary>
    public static async Task<Workplace> WithNotesAsync()
    {
        var place = new Workplace();
        place.Write("notes.docscript", Notes);
        place.Write("retitle.docscript", Retitle);
        // The first run tries the script in memory first, so the committed transaction is the second.
        Assert.Equal(0, (await place.RunAsync("run", "notes.docscript")).Status);
        return place;
    }
}
