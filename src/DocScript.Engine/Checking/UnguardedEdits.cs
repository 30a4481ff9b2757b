using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>
/// Finds a script that changes a document which was there before it and says nowhere what it expects of it. A guard is <c>require</c> anywhere in the script (what fails takes all back),
/// <c>use … version</c> for that document, <c>expect</c> for that loop, <c>was</c> for that command.
/// </summary>
internal sealed class UnguardedEdits
{
    private Statement? _first;
    private bool _requires;

    /// <summary>The script has a <c>require</c>.</summary>
    public void Require() => _requires = true;

    /// <summary>A command is used on the current document.</summary>
    public void Add(Command command, CommandStatement statement, CurrentDocument document)
    {
        if (!command.ChangesDocument || document.IsNew || document.IsGuarded) return;
        if (command.Parts[EditPart.OldValue] is { } was && statement.Arguments.Find(was) is not null) return;
        _first ??= statement;
    }

    public void Report(CheckContext context)
    {
        if (_first is not null && !_requires)
            context.Warn(
                EngineCodes.UnguardedEdit,
                "an existing document is changed without a guard",
                _first.Span,
                help: "say what you expect of it, with 'require …', 'use … version n', 'was …' or 'expect n'");
    }
}
