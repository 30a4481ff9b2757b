using DocScript.Language.Text;

namespace DocScript.Engine.Json.Commands;

/// <summary>Something in a script that Livingdocs' JSON can't say.</summary>
/// <param name="Span">Where in the script.</param>
/// <param name="Message">What is in the way, in lower case.</param>
/// <param name="Help">What to do about it.</param>
public sealed record JsonObstacle(Span Span, string Message, string Help);
