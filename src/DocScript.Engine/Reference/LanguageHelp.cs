namespace DocScript.Engine.Reference;

/// <summary>Something of the language as the reference shows it.</summary>
/// <param name="Form">How it is written: <c>require &lt;condition&gt; [else &lt;why&gt;]</c>.</param>
/// <param name="Summary">What it does, in a sentence or two.</param>
/// <param name="Example">A script that shows it; it runs on the reference's own document 1 (<see cref="ReferenceWorld"/>).</param>
public sealed record LanguageHelp(string Form, string Summary, string Example);
