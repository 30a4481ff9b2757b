using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Safety;

/// <summary>Something that a command may not do, found before it runs.</summary>
/// <param name="Code">One of <see cref="DocScript.Hooks.Diagnostics.SafetyCodes"/>.</param>
/// <param name="Location">Where, in the user's file.</param>
/// <param name="Message">What, in lower case, without a full stop.</param>
/// <param name="Help">What to do instead.</param>
public sealed record SafetyProblem(DiagnosticCode Code, Microsoft.CodeAnalysis.Location Location, string Message, string Help);
