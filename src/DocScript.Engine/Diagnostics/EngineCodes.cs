using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Diagnostics;

/// <summary>The codes that checker, interpreter and transactions raise beside those of the design's rules (<see cref="RuleCodes"/>).</summary>
public static class EngineCodes
{
    internal static readonly DiagnosticCode UnknownFunction = new("DS2001", "unknown function", "A call names a function that does not exist. The reference lists them.");
    internal static readonly DiagnosticCode ArgumentCount = new("DS2002", "wrong number of arguments", "A function was called with more or fewer arguments than it takes.");
    internal static readonly DiagnosticCode NoDocument = new("DS2003", "no current document", "A statement or property needs a current document. Write 'use <id>' before it, give one with --doc, or create one; after 'delete' there is none.");
    internal static readonly DiagnosticCode ReservedName = new("DS2004", "reserved name", "A variable, parameter or loop bears the name of a property of documents or of a function, which it would hide. Choose another name.");
    internal static readonly DiagnosticCode NameTaken = new("DS2005", "name is taken", "A loop's or parameter's name must be new where it stands. Choose another name.");
    internal static readonly DiagnosticCode NotACondition = new("DS2006", "not a condition", "A condition is true or false; this expression can never be either. Compare it with something.");
    internal static readonly DiagnosticCode PublishAndUnpublish = new("DS2007", "publish and unpublish", "One script can't both publish and unpublish one document. Split it into two scripts.");
    internal static readonly DiagnosticCode NotATarget = new("DS2008", "no directive named", "A directive's content is set with 'set <component>.<directive> = …'; here only a component, or nothing that can be one, was named.");
    internal static readonly DiagnosticCode ParameterPlace = new("DS2009", "param stands too deep", "Parameters are declared at the top level of a script, not in a block, so that they can be listed without running it.");
    internal static readonly DiagnosticCode NotText = new("DS2010", "not text", "Text is expected here, and this can never be text.");
    internal static readonly DiagnosticCode UnescapedText = new("DS2011", "unescaped text", "Text that was not written as markup (a title, metadata, a text parameter) goes into an editable, which holds markup: a '<' or '&' in it would be taken for markup. Write html(…) around it.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode UnusedVariable = new("DS2012", "unused variable", "Nothing reads a variable, a parameter or a loop's variable: often another name is misspelled. Remove it, or begin its name with '_' if this is meant.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode UnguardedEdit = new("DS2013", "edit without a guard", "Only with --strict: the script changes a document that was there before it, and says nowhere what it expects of it. A guard is 'require' anywhere in the script, 'use … version' for that document, 'expect' for that loop or 'was' for that command.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode ScanningQuery = new("DS2014", "condition that scans", "No header column and no index narrows the 'where' of a 'for each document', so that every document of the store is read for it. Compare id, key, type, title, published, created, updated or indexed metadata with a value, and join the rest with 'and'.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode NeverFits = new("DS2015", "argument never fits", "An argument of a command in C# can't be of the kind that its parameter takes.");
    internal static readonly DiagnosticCode NeverADate = new("DS2030", "never a date", "A date is expected, and the value can't be one. It is written in ISO 8601, such as 2026-05-01T08:00:00+02:00.");
    internal static readonly DiagnosticCode NeverAnObject = new("DS2031", "never an object", "An object is expected, and the value can't be one. It is written as {name: value}.");
    internal static readonly DiagnosticCode ComputedTitle = new("DS2070", "title is computed", "The content type makes its documents' titles of their metadata (displayTitlePattern), so that a title that is set shows nowhere. Set the metadata.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode UnknownName = new("DS3001", "unknown name", "A name is no variable, no property of the current document and no component of it.");
    internal static readonly DiagnosticCode WrongKind = new("DS3002", "wrong kind of value", "An operator, function or statement got a kind of value it can't work with, such as arithmetic on null or text.");
    internal static readonly DiagnosticCode Arithmetic = new("DS3003", "arithmetic error", "A number overflowed, or was divided by zero.");
    internal static readonly DiagnosticCode UnknownMember = new("DS3005", "unknown member", "A value has no member of this name: a component no such directive or container, a document no such property.");
    internal static readonly DiagnosticCode IndexOutside = new("DS3006", "index outside the list", "A list was asked for an element it does not have. Ask count(list) before.");
    internal static readonly DiagnosticCode NoSuchDocument = new("DS3007", "no such document", "No document has this id or key, or it was deleted.");
    internal static readonly DiagnosticCode ComponentGone = new("DS3008", "component was removed", "A value is bound to a component that this script has removed since.");
    internal static readonly DiagnosticCode BadPattern = new("DS3009", "bad pattern", "A pattern is no regular expression, or needs backtracking (look-around, back references), which is not offered so that a match always ends quickly.");
    internal static readonly DiagnosticCode BadConversion = new("DS3010", "can't be converted", "A value could not be read as a number or a date.");
    internal static readonly DiagnosticCode KeyTaken = new("DS3011", "key is taken", "Another document has, or had, this key. Keys are never given again. Choose another, or use the document with 'use \"key\"'.");
    internal static readonly DiagnosticCode UnknownTransaction = new("DS3012", "no such transaction", "The store has no transaction with this id. 'docscript log' lists them.");
    internal static readonly DiagnosticCode BadPlan = new("DS3014", "plan can't be applied", "The saved plan's changes do not fit the design or each other. Make the plan again.");
    internal static readonly DiagnosticCode PublishedAndUnpublished = new("DS3015", "published and unpublished", "A script both published and unpublished one document. Split it into two scripts.");
    internal static readonly DiagnosticCode NotADate = new("DS3040", "not a date", "A date is written in ISO 8601, such as 2026-05-01T08:00:00+02:00; without an offset it is UTC.");
    internal static readonly DiagnosticCode ScheduleFailed = new("DS3041", "schedule failed", "What was scheduled could not be done when it was due. The schedule is gone, and the journal keeps the reason. Mend the cause and publish, or schedule it again.");
    internal static readonly DiagnosticCode RequireFailed = new("DS4001", "requirement not met", "A 'require' was false when it was reached, so the script was not run further.");
    internal static readonly DiagnosticCode VersionMoved = new("DS4002", "version moved on", "'use … version n' found another version: somebody changed the document since. Look at it, then run with the new version.");
    internal static readonly DiagnosticCode ExpectFailed = new("DS4003", "unexpected number of documents", "'expect n' found another number of documents, so the loop was not entered.");
    internal static readonly DiagnosticCode KeptChanging = new("DS4004", "documents kept changing", "Other transactions changed what the script read each time it was run. Run it again when there is less traffic, or make it smaller.");
    internal static readonly DiagnosticCode KeyReused = new("DS4005", "idempotency key reused", "The key was used before for another script, other parameters or another document. Choose a new key for new work.");
    internal static readonly DiagnosticCode PlanOutdated = new("DS4006", "plan is outdated", "Something that the plan read has changed since it was made. Make the plan again and look at it.");
    internal static readonly DiagnosticCode UndoRefused = new("DS4007", "undo refused", "Something was changed since the transaction, and undo overwrites nothing. Undo the later change first, or change it by a script.");
    internal static readonly DiagnosticCode NothingToUndo = new("DS4040", "nothing to undo", "Checkouts, check-ins, named versions and how far hooks were run are not undone, and the transaction did nothing else. Drop a checkout with 'undo checkout'.");
    internal static readonly DiagnosticCode TooManyStatements = new("DS5101", "too many statements", "A run executes at most 1,000,000 statements. Split the work.");
    internal static readonly DiagnosticCode TooManyDocuments = new("DS5102", "too many documents", "A transaction holds at most 100,000 documents unless the limit was raised. Narrow the loop's 'where', or raise the limit.");
    internal static readonly DiagnosticCode ValueTooLarge = new("DS5103", "value too large", "A value holds at most 16 MiB and 64 levels.");
    internal static readonly DiagnosticCode TooLong = new("DS5104", "time is up", "The run took longer than the time it was given. Narrow the work, or raise the limit.");
    internal static readonly DiagnosticCode MissingParameter = new("DS8101", "parameter is missing", "The script declares a parameter without a default and none was given. Give it with --param name=value.");
    internal static readonly DiagnosticCode UnknownParameter = new("DS8102", "unknown parameter", "A parameter was given that the script does not declare.");
    internal static readonly DiagnosticCode BadParameter = new("DS8103", "parameter of the wrong type", "A parameter's value can't be read as the declared type.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        UnknownFunction, ArgumentCount, NoDocument, ReservedName, NameTaken, NotACondition, PublishAndUnpublish,
        NotATarget, ParameterPlace, NotText, UnescapedText, UnusedVariable, UnguardedEdit, ScanningQuery, NeverFits, ComputedTitle, NeverADate, NeverAnObject, UnknownName, WrongKind, Arithmetic, UnknownMember, IndexOutside,
        NoSuchDocument, ComponentGone, BadPattern, BadConversion, KeyTaken, UnknownTransaction,
        BadPlan, PublishedAndUnpublished, NotADate, ScheduleFailed, RequireFailed, VersionMoved, ExpectFailed, KeptChanging, KeyReused, PlanOutdated,
        UndoRefused, NothingToUndo, TooManyStatements, TooManyDocuments, ValueTooLarge, TooLong, MissingParameter, UnknownParameter,
        BadParameter,
    ];
}
