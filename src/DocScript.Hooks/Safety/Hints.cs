using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety;

/// <summary>What to write instead of what is not on the list.</summary>
internal static class Hints
{
    // The first whose beginning fits.
    private static readonly (string Beginning, string Help)[] Table =
    [
        ("System.DateTime.", "the transaction's instant is documents.Now; other dates are written out or parsed with DateOnly and TimeOnly"),
        ("System.DateTimeOffset.", "the transaction's instant is documents.Now; other dates are written out or parsed with DateOnly and TimeOnly"),
        ("System.TimeProvider", "the transaction's instant is documents.Now"),
        ("System.Diagnostics.Stopwatch", "the transaction's instant is documents.Now"),
        ("System.TimeZone", "compute with offsets: the machine's time zones are not the same everywhere"),
        ("System.Guid.", "a new id would differ each time the command is run again; ids come from the documents"),
        ("System.Random.", "give it a seed, so that a run can be repeated: new Random(7)"),
        ("System.IO.Directory", "take a parameter of type Files, and grant it with docscript trust <dir> --allow \"files: read ./data\""),
        ("System.IO", "take a parameter of type Files, and grant it with docscript trust <dir> --allow \"files: read ./data\""),
        ("System.Net", "take a parameter of type Http, and grant it with docscript trust <dir> --allow \"http: example.org\""),
        ("System.Console", "return a message as the command's result"),
        ("System.Environment", "take what differs from run to run as a parameter of the command"),
        ("System.Diagnostics", "commands start no processes and have no debugger; leave it away"),
        ("System.Reflection", "commands may not look at types while they run; write the types out"),
        ("System.Type", "commands may not look at types while they run; write the types out, or compare with 'is'"),
        ("System.Activator", "commands may not look at types while they run; write 'new' with the type"),
        ("System.Linq.Expressions", "write a delegate: Func or Action"),
        ("System.Linq.Queryable", "use LINQ on lists and arrays"),
        ("System.Threading", "a command runs on one thread and to its end; write it without tasks and threads"),
        ("System.Lazy", "compute it where it is needed, or keep it in a field"),
        ("System.Tuple", "write (a, b), or a record"),
        ("System.Numerics.BigInteger", "use long or decimal"),
        ("System.Text.StringBuilder.AppendFormat", "append an interpolated text: Append($\"…\")"),
        ("System.Text.StringBuilder.AppendJoin", "append string.Join(…)"),
        ("System.Text.RegularExpressions.Match.Result", "put it together of match.Groups"),
        ("System.Exception.", "use Message"),
        ("System.Runtime", "commands can't reach below the language; leave it away"),
        ("DocScript", "use what DocScript.Hooks.Contract has"),
    ];

    private const string Otherwise = "use texts, numbers, dates, collections, LINQ, Regex and the documents that the command is given; `docscript commands` shows what else there is";

    public static string For(ISymbol symbol)
    {
        if (Allowed.Instead(symbol) is { } instead) return instead;
        if (symbol is { Name: "GetType" or "MemberwiseClone", ContainingType.SpecialType: SpecialType.System_Object }) return "commands may not look at types while they run; write the types out, or compare with 'is'";
        var name = symbol.ToDisplayString(Names.Whole);
        return Array.Find(Table, row => name.StartsWith(row.Beginning, StringComparison.Ordinal)).Help ?? Otherwise;
    }
}
