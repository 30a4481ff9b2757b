namespace DocScript.Engine.Tests.Properties;

/// <summary>A script made of random statements, and the one that ran before it.</summary>
/// <param name="Given">Statements that run first, each a transaction; those that fail are left out.</param>
/// <param name="Statements">The script's own statements.</param>
public sealed record GeneratedScript(IReadOnlyList<string> Given, IReadOnlyList<string> Statements)
{
    /// <inheritdoc/>
    public override string ToString() => $"given\n{string.Join('\n', Given)}\nscript\n{string.Join('\n', Statements)}";
}
