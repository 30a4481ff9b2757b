namespace DocScript.Hooks.Contract;

/// <summary>Makes a method a command of the language. Its parameters are the arguments; those of the transaction (<see cref="DocumentEdit"/> first, <see cref="Transaction"/>, <see cref="NamedArguments"/>) are given by the run.</summary>
/// <param name="pattern">How it is written: words, <c>&lt;parameter&gt;</c>, <c>[what may be left out]</c>; null derives it from the method: <c>HeadlineCase(Component target, string language = "en")</c> is <c>headline-case &lt;target&gt; [language &lt;language&gt;]</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CommandAttribute(string? pattern = null) : Attribute
{
    /// <summary>How it is written, or null.</summary>
    public string? Pattern { get; } = pattern;

    /// <summary>What it does, in one line; by default the method's doc comment.</summary>
    public string? Summary { get; set; }

    /// <summary>A line of script that shows it.</summary>
    public string? Example { get; set; }

    /// <summary>Whether lists leave it out; it can be called all the same.</summary>
    public bool Hidden { get; set; }

    /// <summary>The name of an icon, a hint for callers that show commands.</summary>
    public string? Icon { get; set; }

    /// <summary>What it answers, for callers that must know before: <c>None Message SoProtocol CustomGui Other URL</c>.</summary>
    public string? Returns { get; set; }
}

/// <summary>The name under which a command is shown in a language, such as <c>de</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DisplayNameAttribute(string language, string name) : Attribute
{
    /// <summary>The language's code.</summary>
    public string Language { get; } = language;

    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
