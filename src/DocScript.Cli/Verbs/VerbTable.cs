namespace DocScript.Cli.Verbs;

/// <summary>The commands of the command line: one line for each, by the words that name it.</summary>
internal static class VerbTable
{
    private static readonly Entry[] Entries =
    [
        new("run", () => new RunVerb()),
        new("plan", () => new PlanVerb()),
        new("apply", () => new ApplyVerb()),
        new("undo", () => new UndoVerb()),
        new("log", () => new LogVerb()),
        new("show", () => new ShowVerb()),
        new("tick", () => new TickVerb()),
        new("check", () => new CheckVerb()),
        new("test", () => new TestVerb()),
        new("fuzz", () => new FuzzVerb()),
        new("fmt", () => new FormatVerb()),
        new("import", () => new ImportVerb()),
        new("export", () => new ExportVerb()),
        new("backup", () => new BackupVerb()),
        new("restore", () => new RestoreVerb()),
        new("verify", () => new VerifyVerb()),
        new("copy", () => new CopyVerb()),
        new("purge", () => new PurgeVerb()),
        new("compact", () => new CompactVerb()),
        new("convert", () => new ConvertVerb()),
        new("new", () => new NewVerb()),
        new("trust", () => new TrustVerb()),
        new("repl", () => new ReplVerb()),
        new("explain", () => new ExplainVerb()),
        new("grammar", () => new GrammarVerb()),
        new("completion", () => new CompletionVerb()),
        new("version", () => new VersionVerb()),
        new("design show", () => new DesignShowVerb()),
        new("design check", () => new DesignCheckVerb()),
        new("design diff", () => new DesignDiffVerb()),
        new("design import", () => new DesignImportVerb()),
        new("commands", () => new CommandsVerb()),
        new("commands use", () => new CommandsUseVerb()),
        new("commands new", () => new CommandsNewVerb()),
        new("commands check", () => new CommandsCheckVerb()),
        new("commands failed", () => new CommandsFailedVerb()),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Verb> All => Array.ConvertAll(Entries, entry => entry.Make());

    /// <summary>Those that a command line can be about: of one that begins with a command's name only that, because each costs time to make; else all.</summary>
    public static IReadOnlyList<Verb> For(IReadOnlyList<string> arguments)
    {
        var named = arguments.Count == 0 ? [] : Array.FindAll(Entries, entry => entry.IsIn(arguments[0]));
        return named.Length == 0 ? All : Array.ConvertAll(named, entry => entry.Make());
    }

    private sealed record Entry(string Name, Func<Verb> Make)
    {
        /// <summary>Whether it is the command of this name, or one of the group.</summary>
        public bool IsIn(string word) => Name.StartsWith(word, StringComparison.Ordinal) && (Name.Length == word.Length || Name[word.Length] == ' ');
    }
}
