using System.Globalization;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Tests;

/// <summary>Trees as short text, so that a case is one line: <c>1 + 2</c> is <c>(+ 1 2)</c>.</summary>
internal static class TreeText
{
    public static string OfExpression(string text)
    {
        var script = OfScript("print " + text);
        Assert.StartsWith("print ", script, StringComparison.Ordinal);
        return script["print ".Length..];
    }

    public static string OfScript(string text)
    {
        var result = ScriptParser.Parse(new SourceText("test", text), NewsroomCommands.Grammar);
        Assert.Empty(result.Diagnostics.Select(Language.Diagnostics.DiagnosticText.Of));
        return string.Join("; ", result.Script.Statements.Select(Of));
    }

    private static string Of(Node? node) => node switch
    {
        null => "_",
        UseStatement s => $"use {Of(s.Document)} {Of(s.Version)} {Of(s.Body)}",
        RequireStatement s => $"require {Of(s.Condition)} {Of(s.Else)}",
        ParamStatement s => $"param {s.Name.Text} {s.Type?.ToString() ?? "_"} {Of(s.Default)}",
        LetStatement s => $"let {s.Name.Text} {Of(s.Value)}",
        IfStatement s => $"if {Of(s.Condition)} {Of(s.Then)} {Of(s.Else ?? (Node?)s.ElseIf)}",
        ForEachDocumentStatement s => $"documents {Of(s.Variable)} {Of(s.Where)} {Of(s.OrderBy)} {(s.Descending ? "down" : "up")} {Of(s.Limit)} {Of(s.Expect)} {Of(s.Body)}",
        ForEachComponentStatement s => $"components {Of(s.Type)} {Of(s.In)} {Of(s.Variable)} {Of(s.Where)} {Of(s.Limit)} {Of(s.Body)}",
        ForEachItemStatement s => $"items {Of(s.Variable)} {Of(s.List)} {Of(s.Body)}",
        PrintStatement s => $"print {Of(s.Value)}",
        CommandStatement s => string.Join(' ', s.Syntax.Elements.OfType<Word>().Select(word => word.Text).Concat(s.Arguments.Fillings.Select(f => $"{f.Hole.Label}:{Of(f.Filling)}"))),
        Block b => "{" + string.Join("; ", b.Statements.Select(Of)) + "}",
        Name n => n.Text,
        Tree.Path p => string.Join('/', p.Names.Select(name => name.Text)),
        Target t => $"<{Of(t.Component)} {Of(t.Member)}>",
        Components c => string.Join(',', c.Elements.Select(Of)),
        RootPlace p => p.AtStart ? "start" : "end",
        ContainerPlace p => $"{(p.First ? "first" : "last")} {Of(p.Container)}",
        SiblingPlace p => $"after {Of(p.After)} before {Of(p.Before)} in {Of(p.In)}",
        TextLiteral t => Quote(t.Value) + (t.Raw ? "raw" : ""),
        InterpolatedText t => $"(text {List(t.Parts)})",
        IntegerLiteral i => i.Value.ToString(CultureInfo.InvariantCulture),
        DecimalLiteral d => d.Value.ToString(CultureInfo.InvariantCulture) + "m",
        BooleanLiteral b => b.Value ? "true" : "false",
        NullLiteral => "null",
        ListExpression l => $"[{List(l.Elements)}]",
        ObjectExpression o => "{" + string.Join(' ', o.Entries.Select(e => $"{e.Key.Text}:{Of(e.Value)}")) + "}",
        NameExpression n => n.Name,
        ComponentIdExpression c => $"#{c.Id}",
        MemberExpression m => $"(. {Of(m.Of)} {m.Member.Text})",
        IndexExpression i => $"(at {Of(i.Of)} {Of(i.Index)})",
        CallExpression c => c.Arguments.Count == 0 ? $"({c.Function})" : $"({c.Function} {List(c.Arguments)})",
        UnaryExpression u => $"({u.Operator.Symbol()} {Of(u.Operand)})",
        BinaryExpression b => $"({b.Operator.Symbol()} {Of(b.Left)} {Of(b.Right)})",
        ExistsExpression e => $"(exists {Of(e.Operand)})",
        ParenthesizedExpression p => $"<{Of(p.Inner)}>",
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static string List(Items<Expression> items) => string.Join(' ', items.Select(Of));

    private static string Quote(string text) => $"'{text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\r", "␍", StringComparison.Ordinal).Replace("\t", "⇥", StringComparison.Ordinal)}'";
}
