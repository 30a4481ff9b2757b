using DocScript.Engine.Events;
using DocScript.Engine.Functions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands;

/// <summary>What a script asks for beyond the built-in commands and functions, found only when it is asked for.</summary>
public sealed class ScriptNeeds
{
    private readonly ParseResult? _parsed;

    private ScriptNeeds(ParseResult? parsed, DocumentEvents events) => (_parsed, Events) = (parsed, events);

    /// <summary>What a script needs that was read with the built-in commands alone.</summary>
    public static ScriptNeeds Of(ParseResult parsed) => new(parsed, DocumentEvents.None);

    /// <summary>What a script needs to be read, as a formatter does, and not run; of one that is not known yet (null) everything.</summary>
    public static ScriptNeeds ToRead(ParseResult? parsed) => new(parsed, DocumentEvents.None) { IsOnlyRead = true };

    /// <summary>What work without a script needs, such as an undo: the hooks on these events, and no commands.</summary>
    public static ScriptNeeds Of(DocumentEvents events) => new(null, events);

    /// <summary>What a saved plan needs: the hooks on these events, also of folders that were in play when it was made.</summary>
    public static ScriptNeeds Of(DocumentEvents events, IReadOnlyList<string> folders) => new(null, events) { Folders = folders };

    /// <summary>The absolute paths of folders that are in play beside those that any script would have.</summary>
    public IReadOnlyList<string> Folders { get; private init; } = [];

    /// <summary>Whether nothing is run, so that commands only say how they are written.</summary>
    public bool IsOnlyRead { get; private init; }

    /// <summary>The name of the script, beside which commands may lie; null where there is none.</summary>
    public string? Name => _parsed?.Source.Name;

    /// <summary>Whether a statement starts with a word, or an expression calls a function, that is not built in.</summary>
    public bool HasUnknown => Unknown.Count > 0;

    /// <summary>The words that begin a statement and the functions called that are not built in, each where it stands.</summary>
    public IReadOnlyList<(string Name, Location Place)> Unknown => field ??= _parsed is null ? [] : [.. UnknownIn(_parsed)];

    /// <summary>What the script may do to documents, by its built-in commands.</summary>
    public DocumentEvents Events
    {
        get
        {
            if (field == DocumentEvents.None && _parsed is not null && !IsOnlyRead) field = RaisedBy(_parsed.Script);
            return field;
        }
    }

    private static IEnumerable<(string Name, Location Place)> UnknownIn(ParseResult parsed)
    {
        foreach (var diagnostic in parsed.Diagnostics)
            if (diagnostic is { Location: { } place } && diagnostic.Code == SyntaxCodes.UnknownStatement)
                yield return (parsed.Source.Text.Substring(place.Span.Start, place.Span.Length), place);
        foreach (var call in parsed.Script.DescendantsAndSelf().OfType<CallExpression>())
            if (FunctionTable.BuiltIn.Find(call.Function) is null)
                yield return (call.Function, new Location(parsed.Source, call.Span));
    }

    private static DocumentEvents RaisedBy(Script script) =>
        script.DescendantsAndSelf().OfType<CommandStatement>().Aggregate(DocumentEvents.None, (events, statement) => events | CommandTable.BuiltIn.Find(statement.Syntax).Raises);
}
