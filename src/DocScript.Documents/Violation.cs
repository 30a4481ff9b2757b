namespace DocScript.Documents;

/// <summary>A rule of the model or the design. <paramref name="Number"/> is the last three digits of its diagnostic code: DS2… when script and design alone tell, DS3… when it shows at execution, DS4… for a conflict.</summary>
public sealed record Rule(int Number, string Title, string Explanation);

/// <summary>A rule that was broken.</summary>
/// <param name="Rule">Which one.</param>
/// <param name="Message">What happened, in lower case, naming document, component and property.</param>
/// <param name="Help">What to do next.</param>
/// <param name="IsConflict">Whether the state moved on (an old value, a precondition): DS4.</param>
public sealed record Violation(Rule Rule, string Message, string? Help = null, bool IsConflict = false)
{
    /// <summary>The part of the edit that it stands against.</summary>
    public EditPart Part { get; init; }

    /// <summary>The component it is about, by id; <see cref="Rules.Import"/> says it wherever there is one, so that an import can name the place in the file.</summary>
    public string? Component { get; init; }

    /// <summary>The name that was not found, with <see cref="Candidates"/>: so that whoever shows the violation can ask whether another was meant.</summary>
    public string? Name { get; init; }

    /// <summary>The names that would have been right.</summary>
    public IEnumerable<string> Candidates { get; init; } = [];

    /// <summary>The directive, container, style, condition or (without a component) metadata property it is about.</summary>
    public string? Property { get; init; }

    /// <summary>The member of the property's value that it is about, such as <c>href</c>, where it is about one.</summary>
    public string? Member { get; init; }

    /// <summary>Whether it is no reason to turn a stored document away, although its rule may be: an import only warns of it.</summary>
    public bool StaysInStore { get; init; }

    /// <summary>What of a stored component holds the property: <c>content</c>, <c>styles</c> or <c>conditions</c>.</summary>
    public string Holder { get; init; } = "content";
}

/// <summary>What became of an attempted edit: a change, nothing to do, or a violation.</summary>
public readonly record struct Edit(Changes.Change? Change, Violation? Violation)
{
    /// <summary>The edit would leave everything as it is.</summary>
    public static Edit None => default;

    /// <summary>The edit as a change.</summary>
    public static implicit operator Edit(Changes.Change change) => new(change, null);

    /// <summary>The edit is refused.</summary>
    public static implicit operator Edit(Violation violation) => new(null, violation);
}
