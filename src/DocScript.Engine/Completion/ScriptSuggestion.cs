namespace DocScript.Engine.Completion;

/// <summary>Something that can stand at a place of a script.</summary>
/// <param name="Text">A word or symbol as it is written; or, of what only its author knows, what people call it: <c>a component type</c>.</param>
/// <param name="About">A few words about it; empty where it says it all.</param>
/// <param name="IsLiteral">Whether <paramref name="Text"/> is to be written so.</param>
public sealed record ScriptSuggestion(string Text, string About, bool IsLiteral);
