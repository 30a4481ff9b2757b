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

    /// <summary>What work without a script needs, such as an undo: the hooks on these events, and no commands.</summary>
    public static ScriptNeeds Of(DocumentEvents events) => new(null, events);

    /// <summary>The name of the script, beside which commands may lie; null where there is none.</summary>
    public string? Name => _parsed?.Source.Name;

    /// <summary>Whether a statement starts with a word, or an expression calls a function, that is not built in.</summary>
    public bool HasUnknown => field || (field = _parsed is not null && (_parsed.Diagnostics.Any(diagnostic => diagnostic.Code == SyntaxCodes.UnknownStatement) || CallsUnknown(_parsed.Script)));

    /// <summary>What the script may do to documents, by its built-in commands.</summary>
    public DocumentEvents Events
    {
        get
        {
            if (field == DocumentEvents.None && _parsed is not null) field = RaisedBy(_parsed.Script);
            return field;
        }
    }

    private static bool CallsUnknown(Script script) =>
        script.AndSelf().OfType<CallExpression>().Any(call => FunctionTable.BuiltIn.Find(call.Function) is null);

    private static DocumentEvents RaisedBy(Script script) =>
        script.AndSelf().OfType<CommandStatement>().Aggregate(DocumentEvents.None, (events, statement) => events | CommandTable.BuiltIn.Find(statement.Syntax).Raises);
}
