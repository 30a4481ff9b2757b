using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript trust</c>: which folders of C# commands may load where this user did not name them: as they are now, and with which capabilities.</summary>
internal sealed class TrustVerb : Verb
{
    private readonly Argument<string?> _folder;
    private readonly Option<string[]> _allow;
    private readonly Option<bool> _list, _revoke;

    public TrustVerb() : base("trust", "Trust a folder of C# commands as it is now; a change afterwards has to be trusted again")
    {
        _folder = Add(new Argument<string?>("folder") { Description = "The folder", Arity = ArgumentArity.ZeroOrOne });
        _allow = Add(new Option<string[]>("--allow") { Description = "What its code may do beyond documents, such as \"files: read ./data\"; repeat it for more", HelpName = "capability", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false });
        _list = Add(new Option<bool>("--list") { Description = "List the folders that are trusted, and what changed in them since" });
        _revoke = Add(new Option<bool>("--revoke") { Description = "Trust the folder no longer" });
    }

    public override bool ChangesStore => true;

    public override Task<int> RunAsync(Invocation call)
    {
        var file = new TrustFile(UserFolders.Settings(call.Host));
        var (folder, allow) = (call.Get(_folder), call.Get(_allow) ?? []);
        if (call.Get(_list) && (folder is not null || call.Get(_revoke) || allow.Length > 0)) throw new CommandRefused(CliCodes.BadArguments, "--list goes alone", "it lists all folders");
        if (call.Get(_revoke) && allow.Length > 0) throw new CommandRefused(CliCodes.BadArguments, "--revoke takes all trust away, so --allow can't stand beside it", "trust the folder again with what it is still allowed");
        if (call.Get(_list)) List(call, file);
        else if (folder is null) throw new CommandRefused(CliCodes.BadArguments, "the <folder> is missing", "name the folder of C# commands to trust; --list lists those that are");
        else if (call.Get(_revoke)) Revoke(call, file, folder);
        else Trust(call, file, folder, [.. allow.Select(CapabilityOf).Distinct()]);
        return Task.FromResult(ExitStatus.Done);
    }

    private static Capability CapabilityOf(string text) => Capability.TryParse(text, out var capability, out var problem) ? capability : throw new CommandRefused(problem);

    private static void Trust(Invocation call, TrustFile file, string given, ImmutableArray<Capability> allow)
    {
        var (folder, problem) = CommandFolder.Read(FolderName.Find(call.Host, given));
        if (folder is null) throw new CommandRefused(problem!);
        if (folder.Files.IsEmpty) throw new CommandRefused(TrustCodes.NothingToTrust, $"there is no *.csx file in '{given}'", "name a folder that has commands in C#; 'docscript commands new <name>' makes one");
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder.Path).HasFlag(UnixFileMode.OtherWrite))
            call.Report.Add([new Diagnostic(TrustCodes.FolderOpen, Severity.Warning, $"everybody can write to '{folder.Path}'", Help: $"take the right away with \"chmod o-w '{folder.Path}'\", look at the files and trust it again")]);
        var trusted = TrustedFolder.Of(folder, allow);
        if (file.Change(list => list.With(trusted)) is { } refused) throw new CommandRefused(refused);
        var declared = call.Commands.Look([new(folder.Path, FolderOrigin.Named)])[0];
        call.Report.Add(declared.Problems.Select(wrong => wrong with { Severity = Severity.Warning }));
        call.Report.Out.WriteLine([new("trusted ", Style.Added), new(trusted.Path, Style.Strong)]);
        Show(call, trusted);
        if (declared.Set is { } set) call.Report.ShowDeclarations(set);
        call.Report.Member("folders", writer => Write(writer, [(trusted, [])]));
    }

    private static void Revoke(Invocation call, TrustFile file, string given)
    {
        var path = Path.TrimEndingDirectorySeparator(call.Host.FullPath(given));
        var (trusted, problem) = file.Read();
        if (problem is not null) throw new CommandRefused(problem);
        // What was trusted may be gone by now, or a link stand in its place.
        var known = trusted.Folders.Keys.Intersect([path, RealPath.Of(path)], StringComparer.Ordinal).ToList();
        if (known.Count == 0) throw new CommandRefused(TrustCodes.NothingToTrust, $"'{given}' is not trusted", "'docscript trust --list' lists the folders that are");
        if (file.Change(list => known.Aggregate(list, (left, each) => left.Without(each))) is { } refused) throw new CommandRefused(refused);
        foreach (var each in known) call.Report.Out.WriteLine([new("no longer trusted ", Style.Removed), new(each, Style.Strong)]);
        call.Report.Member("revoked", writer =>
        {
            writer.WriteStartArray();
            foreach (var each in known) writer.WriteStringValue(each);
            writer.WriteEndArray();
        });
    }

    private static void List(Invocation call, TrustFile file)
    {
        var (trusted, problem) = file.Read();
        if (problem is not null) throw new CommandRefused(problem);
        var folders = trusted.Folders.Values.Select(folder => (folder, Differences(folder))).ToList();
        foreach (var (folder, differences) in folders)
        {
            call.Report.Out.WriteLine([new(folder.Path, Style.Strong), new(differences.IsEmpty ? "" : "  not as it was trusted: " + string.Join(", ", differences), Style.Removed)]);
            Show(call, folder);
        }

        if (folders.Count == 0) call.Report.Note("no folder is trusted");
        call.Report.Member("folders", writer => Write(writer, folders));
    }

    private static ImmutableArray<string> Differences(TrustedFolder trusted)
    {
        var (now, problem) = CommandFolder.Read(trusted.Path);
        if (now is null) return [problem!.Code == TrustCodes.NoFolder ? "the folder is gone" : "the folder can't be read"];
        return now.Path == trusted.Path ? trusted.Differences(now) : ["a link stands in its place"];
    }

    private static void Show(Invocation call, TrustedFolder folder)
    {
        foreach (var name in folder.Files.Keys) call.Report.Out.WriteLine("  " + name);
        foreach (var capability in folder.Capabilities) call.Report.Out.WriteLine([new("  may "), new(capability.ToString()!, Style.Changed)]);
        if (folder.Capabilities.IsEmpty) call.Report.Out.WriteLine($"  {(folder.Files.Count == 1 ? "it" : Counted.Of(folder.Files.Count, "file"))} may reach documents only", Style.Faint);
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<(TrustedFolder Folder, ImmutableArray<string> Differences)> folders)
    {
        writer.WriteStartArray();
        foreach (var (folder, differences) in folders)
        {
            writer.WriteStartObject();
            writer.WriteString("folder", folder.Path);
            FolderReport.WriteTexts(writer, "files", folder.Files.Keys);
            FolderReport.WriteTexts(writer, "capabilities", folder.Capabilities.Select(capability => capability.ToString()!));
            FolderReport.WriteTexts(writer, "differences", differences);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
