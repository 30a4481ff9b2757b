using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Output;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript new</c>: a script to start from.</summary>
internal sealed class NewVerb : Verb
{
    private readonly Argument<string> _file;

    public NewVerb() : base("new", "Write a commented script to start from") =>
        _file = Add(new Argument<string>("file") { Description = "The file to make; '-' prints the script instead" });

    /// <summary>The script: runs as it is, on an empty store and again on what it made.</summary>
    public static string Script { get; } =
        """
        #!/usr/bin/env docscript
        # A script is one transaction: all of it happens, or nothing.
        #   docscript check FILE      says what is wrong without touching anything
        #   docscript plan FILE       shows what would change
        #   docscript run FILE        does it; docscript undo <transaction> takes it back

        # A value from outside: docscript run FILE --param topic="Harbour"
        param topic: text = "Hello"

        # A new document; in its block it is the current one.
        create article title "${topic}, world" {
            insert heading as top with {text: html(topic)}
            insert paragraph after top with {text: "The first paragraph."}
            insert paragraph with {text: "Words in <b>bold</b>, and a second paragraph."}
        }

        # Every document that a condition names.
        for each document where type == "article" and title starts topic limit 10 {
            print "${id}: ${title}"
        }

        # Other things to do (take the number sign away):
        # use 42 { # the document with the id 42, or use "its-key"
        #     require not published else "already out"  # stops the whole script, nothing is changed
        #     set title = "A better title" was "Hello, world"
        #     move doc-1 last in doc-7.left
        #     remove doc-2
        #     publish
        # }

        """.ReplaceLineEndings("\n");

    public override Task<int> RunAsync(Invocation call)
    {
        var file = call.Get(_file)!;
        if (file is "-")
        {
            call.Report.Data(Script);
            call.Report.Member("script", writer => writer.WriteStringValue(Script));
            return Task.FromResult(ExitStatus.Done);
        }

        FileOutput.Create(call.Host, file, Script.Replace("FILE", file, StringComparison.Ordinal));
        call.Report.Note($"wrote {file}; try 'docscript plan {file}'");
        call.Report.Member("file", writer => writer.WriteStringValue(file));
        return Task.FromResult(ExitStatus.Done);
    }
}
