using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Functions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>Checks expressions: functions and their arguments, what needs a document, members of what is known.</summary>
internal sealed class ExpressionChecker(Checker checker, CheckContext context)
{
    public void CheckFilling(Node filling)
    {
        switch (filling)
        {
            case Expression expression: Check(expression); break;
            case Target target: CheckTarget(target); break;
            case Language.Grammar.Components components: foreach (var element in components.Elements) Check(element); break;
            case ContainerPlace place: CheckTarget(place.Container); break;
            case SiblingPlace place:
                Check(place.After);
                Check(place.Before);
                if (place.In is not null) CheckTarget(place.In);
                break;
            default: break;
        }
    }

    public void CheckCondition(Expression? condition)
    {
        if (condition is null) return;
        Check(condition);
        if (Constants.Of(condition) is { } value and not BooleanValue)
            context.Report(EngineCodes.NotACondition, $"a condition must be true or false, not {Kinds.WithArticle(value)}", condition, help: "compare it with something");
        else if (condition is InterpolatedText)
            context.Report(EngineCodes.NotACondition, "a condition must be true or false, not text", condition, help: "compare it with something");
    }

    public void Check(Expression? expression)
    {
        switch (expression)
        {
            case null: break;
            case NameExpression name: CheckName(name); break;
            case InterpolatedText text: foreach (var part in text.Parts) Check(part); break;
            case ListExpression list: foreach (var element in list.Elements) Check(element); break;
            case ObjectExpression entries: foreach (var entry in entries.Entries) Check(entry.Value); break;
            case MemberExpression member: CheckMember(member); break;
            case IndexExpression index: Check(index.Of); Check(index.Index); break;
            case CallExpression call: CheckCall(call); break;
            case UnaryExpression unary: Check(unary.Operand); break;
            case BinaryExpression binary: CheckBinary(binary); break;
            case ExistsExpression exists: CheckExists(exists); break;
            case ParenthesizedExpression inner: Check(inner.Inner); break;
            default: break;
        }
    }

    private void CheckBinary(BinaryExpression top)
    {
        Expression next = top;
        while (next is BinaryExpression binary)
        {
            Check(binary.Right);
            next = binary.Left;
        }

        Check(next);
    }

    // Asking whether something exists is how a script deals with what may be unknown.
    private void CheckExists(ExistsExpression exists)
    {
        for (var operand = exists.Operand; operand is not null; operand = operand switch { MemberExpression member => member.Of, IndexExpression index => index.Of, ParenthesizedExpression inner => inner.Inner, _ => null })
        {
            if (operand is NameExpression name) Read(name);
            else if (operand is CallExpression call) CheckCall(call);
            else if (operand is IndexExpression index) Check(index.Index);
        }
    }

    private bool Read(NameExpression name)
    {
        if (checker.Scope.Find(name.Name) is not { } variable) return false;
        return variable.IsRead = true;
    }

    private void CheckName(NameExpression name)
    {
        if (!Read(name) && Properties.Exists(name.Name) && !context.HasDocument)
            context.Report(EngineCodes.NoDocument, $"'{name.Name}' needs a current document, and there is none here", name, help: "write 'use <id>' before, or give one with --doc");
    }

    // The member of a target is for its command to judge: a directive, or a container.
    private void CheckTarget(Target target) => Check(target.Component);

    private void CheckMember(MemberExpression member)
    {
        Check(member.Of);
        if (member.Of is NameExpression { Name: "meta" } && !checker.Scope.Has("meta"))
            context.Expect(design => Rules.MetadataExists(design, null, MetadataPath.Of(member.Member.Text)) is { } violation ? Rules.MetadataExists(design, context.ContentType, MetadataPath.Of(member.Member.Text)) ?? violation : null, member.Member);
        else if (context.ComponentType(member.Of) is { } type && !ComponentMembers.Own.Contains(member.Member.Text, StringComparer.Ordinal))
            context.Expect(
                design => design.Components.TryGetValue(type, out var definition) && !definition.Containers.ContainsKey(member.Member.Text) && Rules.DirectiveExists(design, type, member.Member.Text, null) is { } missing
                    ? missing with { Candidates = [.. missing.Candidates, .. definition.Containers.Keys, .. ComponentMembers.Own] }
                    : null,
                member.Member);
    }

    private void CheckCall(CallExpression call)
    {
        foreach (var argument in call.Arguments) Check(argument);
        if (checker.Functions.Find(call.Function) is not { } function)
            context.Report(EngineCodes.UnknownFunction, $"unknown function '{call.Function}'", call.FunctionSpan, Suggestion.Label(call.Function, checker.Functions.Names));
        else if (call.Arguments.Count < function.Least || call.Arguments.Count > function.Most)
            context.Report(EngineCodes.ArgumentCount, $"{call.Function}() takes {Count(function)}, not {call.Arguments.Count}", call, help: $"it is called as {function.Signature}");
        else if (function.Name is "component" && !context.HasDocument)
            context.Report(EngineCodes.NoDocument, "component() needs a current document, and there is none here", call, help: "write 'use <id>' before, or give one with --doc");
    }

    private static string Count(Function function)
    {
        var range = function.Least == function.Most ? function.Least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{function.Least} to {function.Most}");
        return range + (string.Equals(range, "1", StringComparison.Ordinal) ? " argument" : " arguments");
    }
}
