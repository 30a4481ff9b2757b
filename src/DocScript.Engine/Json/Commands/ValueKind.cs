using DocScript.Documents.Values;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>What an operation takes as a value, whatever the design says.</summary>
/// <param name="Expected">In words, for messages.</param>
/// <param name="Accepts">Whether a literal is one.</param>
/// <param name="Needs">A member that an object must have, or null.</param>
internal sealed record ValueKind(string Expected, Func<Expression, bool> Accepts, string? Needs = null)
{
    public static readonly ValueKind Any = new("a value", _ => true);
    public static readonly ValueKind Text = new("a text", value => value is TextLiteral);
    public static readonly ValueKind TextOrNull = new("a text or null", value => value is TextLiteral or NullLiteral);
    public static readonly ValueKind Date = new("a date in ISO 8601", value => value is TextLiteral { Value: var text } && DateValue.TryParse(text, out _));
    public static readonly ValueKind Object = new("an object", value => value is ObjectExpression);
    public static readonly ValueKind ObjectOrNull = new("an object or null", value => value is ObjectExpression or NullLiteral);

    // Overrides without params are refused (contracts/livingdocs.md 1.2).
    public static readonly ValueKind Include = new("an object with 'params', or null", value => value is ObjectExpression or NullLiteral, "params");

    /// <summary>Whether an object lacks the member that it must have.</summary>
    public bool Lacks(Expression value) => Needs is not null && value is ObjectExpression entries && entries.Entries.All(entry => entry.Key.Text != Needs);
}
