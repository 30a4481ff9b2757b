namespace DocScript.Hooks.Contract;

/// <summary>Makes a method a function of expressions. It reads documents (<see cref="DocumentView"/>, <see cref="Documents"/>) and changes none.</summary>
/// <param name="name">Its name; null derives it from the method: <c>WordCount</c> is <c>wordCount</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string? name = null) : Attribute
{
    /// <summary>Its name, or null.</summary>
    public string? Name { get; } = name;

    /// <summary>What it answers, in one line; by default the method's doc comment.</summary>
    public string? Summary { get; set; }

    /// <summary>A line of script that shows it.</summary>
    public string? Example { get; set; }
}
