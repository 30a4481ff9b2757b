using DocScript.Engine.Testing;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Diagnostics;

/// <summary>The codes that the command line raises itself: DS70 files, DS80 usage, DS90 internal.</summary>
public static class CliCodes
{
    internal static readonly DiagnosticCode FileUnreadable = new("DS7021", "file can't be read", "The system refused to read a file or folder. Check its permissions and that the disk is there.");
    internal static readonly DiagnosticCode FileUnwritable = new("DS7022", "file can't be written", "The system refused to write a file: permissions, a missing folder, a full or read-only disk. The file is as it was.");
    internal static readonly DiagnosticCode NoStore = new("DS7023", "there is no store", "The command reads a store, and there is none at the place given. Run or import something first, or name another with --store.");
    internal static readonly DiagnosticCode NoSuchInput = new("DS8001", "no such file", "A file or folder named on the command line does not exist.");
    internal static readonly DiagnosticCode IsFolder = new("DS8002", "a folder, not a file", "A folder was given where a file is expected.");
    internal static readonly DiagnosticCode NotUtf8 = new("DS8003", "not UTF-8", "Scripts are UTF-8 text. The message says where the first wrong byte stands.");
    internal static readonly DiagnosticCode FileExists = new("DS8004", "file exists", "The command makes a new file and overwrites nothing. Choose another name, or remove the file first.");
    internal static readonly DiagnosticCode UnknownVerb = new("DS8005", "unknown command", "The first word after 'docscript' is no command. 'docscript --help' lists them.");
    internal static readonly DiagnosticCode UnknownOption = new("DS8006", "unknown option", "The command has no such option. 'docscript <command> --help' lists them.");
    internal static readonly DiagnosticCode BadArguments = new("DS8007", "wrong arguments", "An argument or an option's value is missing, too many or of the wrong kind. 'docscript <command> --help' shows the form.");
    internal static readonly DiagnosticCode BadParameter = new("DS8008", "bad --param", "Parameters are given as name=value, each name once; name=@file takes the value from a file.");
    internal static readonly DiagnosticCode BadClock = new("DS8009", "bad DOCSCRIPT_NOW", "The environment variable DOCSCRIPT_NOW fixes the clock and must hold an ISO 8601 instant such as 2026-01-31T12:00:00Z.");
    internal static readonly DiagnosticCode BadStore = new("DS8010", "unknown kind of store", "A store is named as sqlite:<file>, memory: or litedb:<file>, or as a file that ends in .db or .litedb.");
    internal static readonly DiagnosticCode UnknownTransaction = new("DS8011", "no such transaction", "No transaction of the store has this id or begins with it, or several do. 'docscript log' lists them.");
    internal static readonly DiagnosticCode UnknownDocument = new("DS8012", "no such document", "No document of the store has this id or key.");
    internal static readonly DiagnosticCode NotAPlan = new("DS8013", "not a saved plan", "The file was not written by 'docscript plan --out', or by a newer version.");
    internal static readonly DiagnosticCode BadDesign = new("DS8014", "not a design", "The file given with --design is no design: JSON in the form of Livingdocs' design or project configuration.");
    internal static readonly DiagnosticCode BadUser = new("DS8015", "bad user", "The name given with --as is empty or not a single line, or 'scheduler', under which schedules are carried out.");
    internal static readonly DiagnosticCode NoSuchState = new("DS8016", "no such state", "The document has no such version or sequence, or is not published.");
    internal static readonly DiagnosticCode UnknownCode = new("DS8060", "no such diagnostic code", "'docscript explain' was given a code that does not exist. Without a code it lists all.");
    internal static readonly DiagnosticCode NoTests = new("DS8040", "no test found", "No file named *.test.docscript stands in the folders given, or none is left by --filter. A run without tests is no success.");
    internal static readonly DiagnosticCode UnknownDefinition = new("DS8043", "no such definition", "The store's design has no component and no content type of this name. 'docscript design show' lists them.");
    internal static readonly DiagnosticCode BadCommandJson = new("DS8070", "not Livingdocs' command JSON", "The file is no body of Livingdocs' command API: not JSON, an unknown operation or key, a value missing or of another kind. The message names the place, such as commands.2.value.");
    internal static readonly DiagnosticCode BadNativeJson = new("DS8071", "not native JSON", "The file is no script in native JSON. The message names the place, such as statements.2.value. 'docscript convert <script> --to native' shows how a script is written in it.");
    internal static readonly DiagnosticCode NotInLivingdocs = new("DS8072", "can't be said in Livingdocs' JSON", "The script uses something that Livingdocs' command API lacks, such as a loop, a variable or a value that is computed. Native JSON holds every script.");
    internal static readonly DiagnosticCode BadImport = new("DS7024", "can't be imported as it is", "A file is not in the form of Livingdocs' documents or designs, breaks a rule of the design, or its id is taken. A warning was imported all the same.");
    internal static readonly DiagnosticCode ImportConflict = new("DS4091", "import in conflict", "Other transactions kept changing what the import read. Nothing was imported; run it again.");
    internal static readonly DiagnosticCode StoreWrong = new("DS7025", "something is wrong with a store", "What is wrong was listed, a line each: a hash that does not fit, a document that is not what its journal says, a row that is missing. Keep a copy of the file and restore a backup.");
    internal static readonly DiagnosticCode StoreExists = new("DS7026", "there is a store already", "A backup is restored where no store is. With --replace it takes the place of the one that is there, which is gone then.");
    internal static readonly DiagnosticCode PurgeRefused = new("DS4092", "can't be purged", "Only a document that is deleted and not purged yet is purged; system documents never are.");
    internal static readonly DiagnosticCode NotConfirmed = new("DS8017", "not confirmed", "A purge can't be taken back, so it asks on a terminal, and takes only 'yes' for an answer. In scripts, and with --json, give --yes.");
    internal static readonly DiagnosticCode NotFolder = new("DS8018", "a file, not a folder", "A file was given where a folder is expected.");
    internal static readonly DiagnosticCode Internal = new("DS9001", "internal error", "DocScript has a bug. Nothing was changed. Report what you did, with the trace that DOCSCRIPT_DEBUG=1 prints.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        FileUnreadable, FileUnwritable, NoStore, NoSuchInput, IsFolder, NotUtf8, FileExists, UnknownVerb, UnknownOption, BadArguments,
        BadParameter, BadClock, BadStore, UnknownTransaction, UnknownDocument, NotAPlan, BadDesign, BadUser, NoSuchState, UnknownCode, NoTests, .. TestCodes.All, UnknownDefinition, BadCommandJson, BadNativeJson, NotInLivingdocs, BadImport, ImportConflict, StoreWrong, StoreExists, PurgeRefused, NotConfirmed, NotFolder, Internal,
    ];
}
