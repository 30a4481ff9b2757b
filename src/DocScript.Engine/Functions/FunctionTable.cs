namespace DocScript.Engine.Functions;

/// <summary>The functions that expressions can call.</summary>
public static class FunctionTable
{
    /// <summary>All, in the order of help.</summary>
    public static IReadOnlyList<Function> All { get; } = [.. TextFunctions.All, .. ListFunctions.All, .. NumberFunctions.All, .. DocumentFunctions.All];

    internal static IReadOnlyDictionary<string, Function> ByName { get; } = All.ToDictionary(function => function.Name, StringComparer.Ordinal);
}
