using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine.Commands;
using DocScript.Hooks.Trust;
using DocScript.Language.Grammar;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript commands new</c>: a command in C# to start from, with a test beside it that passes.</summary>
internal sealed class CommandsNewVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _folder;

    public CommandsNewVerb() : base("new", "Write a commented command in C# to start from, with a test beside it")
    {
        _name = Add(new Argument<string>("name") { Description = "The command's first word, such as headline-case" });
        _folder = Add(new Option<string?>("--in") { Description = $"The folder, made if it is not there [default: {CommandFolders.Name}]", HelpName = "folder" });
    }

    public override VerbGroup Group => VerbGroup.Commands;

    /// <summary>The command of a name; it works as it is.</summary>
    public static string CommandText(string name) =>
        $$"""
        // A command in C#. Save it, and scripts beside this folder have it, once it is trusted: docscript trust <this folder>
        // docscript commands lists it, docscript commands check says what is wrong with it, docscript test runs its test.

        /// <summary>Puts a few words before the title.</summary>
        [Command("{{name}} <words>", Example = "{{name}} \"Draft: \"")]
        string {{MethodName(name)}}(DocumentEdit document, string words)
        {
            if (document.Title.StartsWith(words, StringComparison.Ordinal)) return "the title begins so already";
            document.SetTitle(words + document.Title);
            return $"the title is now {document.Title}"; // what a command returns is shown to who runs the script
        }

        // Other things to do (take the slashes away):
        // foreach (var paragraph in document.ComponentsOf("paragraph")) document.Set(paragraph, "text", paragraph.Text("text").Trim());
        // if (words.Length > 40) throw new Refusal("too many words", "give at most 40 characters"); // the whole script stops, nothing is changed
        //
        // /// <summary>How many words a text has.</summary>
        // [Function]
        // long WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        //
        // [Before("publish")]
        // void NeedsATitle(DocumentView document) { if (document.Title.Length == 0) throw new Refusal("a document without a title is not published"); }

        """.ReplaceLineEndings("\n");

    /// <summary>The test of the command.</summary>
    public static string TestText(string name) =>
        $$"""
        # {{name}} puts a few words before the title, and does so once.
        #: given
        create article key "a" title "Harbour"

        #: run
        use "a" {
            {{name}} "Draft: "
            {{name}} "Draft: "
        }

        #: then
        use "a"
        require title == "Draft: Harbour"

        """.ReplaceLineEndings("\n");

    public override Task<int> RunAsync(Invocation call)
    {
        var name = call.Get(_name)!;
        if (ReservedWords.WhyNotFirst(name, CommandTable.BuiltIn.Grammar) is { } reason)
            throw new CommandRefused(CliCodes.BadArguments, $"a command can't be called '{name}': {reason}", "choose another name, such as headline-case");
        var folder = call.Get(_folder) ?? CommandFolders.Name;
        var (command, test) = (Path.Combine(folder, name + ".csx"), Path.Combine(folder, name + ".test.docscript"));
        var trust = RenewedTrust.Of(call.Host, call.Host.FullPath(folder));
        FileOutput.EnsureFolder(call.Host, folder);
        if (File.Exists(call.Host.FullPath(test))) throw new CommandRefused(CliCodes.FileExists, $"'{test}' exists already", "choose another name, or remove it first; it was not touched");
        FileOutput.Create(call.Host, command, CommandText(name));
        FileOutput.Create(call.Host, test, TestText(name));
        call.Report.Note($"wrote {command} and {test}");
        var isFound = Path.GetFileName(call.Host.FullPath(folder)) == CommandFolders.Name;
        call.Report.Note(trust?.Renew() is true || !isFound
            ? $"try 'docscript test {test}{(isFound ? "" : " --commands " + folder)}'"
            : $"other files of the folder are not trusted; look at them, then: docscript trust {folder}");
        call.Report.Member("files", writer =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(command);
            writer.WriteStringValue(test);
            writer.WriteEndArray();
        });
        return Task.FromResult(ExitStatus.Done);
    }

    private static string MethodName(string name) =>
        string.Concat(name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
