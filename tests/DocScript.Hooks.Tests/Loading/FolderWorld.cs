using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Hooks.Cache;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Tests.Trust;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Hooks.Tests.Loading;

/// <summary>Folders of commands, a user's trust in them, and what scripts then have.</summary>
internal sealed class FolderWorld : IDisposable
{
    public const string Shout = "[Command] void Shout(DocumentEdit document) => document.SetTitle(document.Title.ToUpperInvariant());";
    public const string Twice = "[Function] string Twice(string text) => text + text;";
    public const string Guard = "[Before(\"publish\")] void Guard(DocumentView document) { if (document.Title.Length == 0) throw new Refusal(\"no title\"); }";

    private readonly TemporaryFolder _place = new();
    private readonly List<ScriptFolder> _folders = [];

    public FolderWorld()
    {
        Trust = new TrustFile(_place["home"]);
        Source = new HookCommandSource(new HookLibrary(new HookCache(_place["cache"])), Trust, Notes.Add);
    }

    public TrustFile Trust { get; }

    public HookCommandSource Source { get; }

    public List<Diagnostic> Notes { get; } = [];

    public string this[string name] => _place[name];

    /// <summary>Puts a folder with one file into play.</summary>
    public FolderWorld With(string folder, string text, FolderOrigin origin = FolderOrigin.Beside)
    {
        Write(folder, text);
        _folders.Add(new(_place[folder], origin));
        return this;
    }

    public void Write(string folder, string text, string name = "commands.csx") => _place.Write($"{folder}/{name}", text);

    public void TrustNow(string folder, params string[] capabilities) => Assert.Null(Trust.Change(list => list.With(TrustedFolder.Of(
        CommandFolder.Read(_place[folder]).Folder!,
        [.. capabilities.Select(text => Capability.TryParse(text, out var capability, out _) ? capability : throw new ArgumentException(text, nameof(capabilities)))]))));

    public void Revoke(string folder) => Assert.Null(Trust.Change(list => list.Without(_place[folder])));

    public CommandSelection Select(string script) => Select(ScriptNeeds.Of(ScriptParser.Parse(new SourceText("test", script), CommandTable.BuiltIn.Grammar)));

    public CommandSelection Select(ScriptNeeds needs) => Source.Select(needs, _folders);

    /// <summary>The codes of what stands in the way of a script, or the first words of the commands in C# that it has.</summary>
    public string Told(string script)
    {
        var (table, problems) = Select(script);
        return problems.IsEmpty
            ? string.Join(' ', table.Commands.OfType<HookCommand>().Select(command => command.Syntax.Words))
            : string.Join(' ', problems.Select(problem => problem.Code.Id));
    }

    public void Dispose() => _place.Dispose();
}
