using DocScript.Engine.Diagnostics;

namespace DocScript.Engine.Checking;

/// <summary>Warns of variables, parameters and loop variables that nothing reads: often a misspelled name elsewhere. A name that begins with <c>_</c> says that this is meant.</summary>
internal sealed class UnusedVariables
{
    private readonly List<DeclaredVariable> _declared = [];

    public void Add(DeclaredVariable variable) => _declared.Add(variable);

    public void Report(CheckContext context)
    {
        foreach (var variable in _declared.Where(variable => !variable.IsRead && !variable.Name.Text.StartsWith('_')))
            context.Warn(EngineCodes.UnusedVariable, $"{What(variable.Declaration)} '{variable.Name.Text}' is never read", variable.Name.Span, help: Help(variable));
    }

    private static string What(Declaration declaration) => declaration switch
    {
        Declaration.Parameter => "parameter",
        Declaration.Let => "variable",
        _ => "loop variable",
    };

    private static string Help(DeclaredVariable variable) => variable.Declaration is Declaration.As
        ? $"leave 'as {variable.Name.Text}' out, or name it '_{variable.Name.Text}'"
        : $"{(variable.Declaration is Declaration.Item ? "" : "remove it, or ")}name it '_{variable.Name.Text}' if this is meant";
}
