namespace DocScript.Hooks.Safety;

/// <summary>A type that commands may use, with the members that they may use of it: names with spaces between, <c>*</c> for all others, <c>.ctor</c> for constructors, <c>this[]</c> for indexers. Operators belong to the type.</summary>
/// <param name="Name">As metadata has it, such as <c>System.Collections.Generic.List`1</c>.</param>
/// <param name="Plain">Members that cost no more than the step that leads to them.</param>
/// <param name="Keyed">Members for which the texts and collections among their arguments are counted, but not what they are called on.</param>
/// <param name="Counted">Members for which also what they are called on, and what they answer, is counted.</param>
internal sealed record AllowedType(string Name, string Plain = "", string Keyed = "", string Counted = "");
