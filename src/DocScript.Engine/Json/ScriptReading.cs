using DocScript.Engine.Json.Reading;
using DocScript.Language.Parsing;

namespace DocScript.Engine.Json;

/// <summary>What JSON said: a script, formatted and parsed from its own text, or the problems that it has.</summary>
public sealed record ScriptReading(ParseResult? Script, IReadOnlyList<JsonProblem> Problems);
