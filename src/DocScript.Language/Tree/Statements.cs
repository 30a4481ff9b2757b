using DocScript.Language.Grammar;

namespace DocScript.Language.Tree;

/// <summary>A whole script: one transaction.</summary>
public sealed record Script(Items<Statement> Statements) : Node;

/// <summary>One step of a script (language.md section 2).</summary>
public abstract record Statement : Node;

/// <summary><c>{ … }</c>.</summary>
public sealed record Block(Items<Statement> Statements) : Node;

/// <summary><c>use 42 [version 7] [{ … }]</c>, or <c>use version 7</c>.</summary>
public sealed record UseStatement(Expression? Document, Expression? Version, Block? Body) : Statement;

/// <summary><c>require condition [else "why"]</c>.</summary>
public sealed record RequireStatement(Expression Condition, Expression? Else) : Statement;

/// <summary><c>param name [: type] [= default]</c>.</summary>
public sealed record ParamStatement(Name Name, ParameterType? Type, Expression? Default) : Statement;

/// <summary>The types a parameter can ask for.</summary>
public enum ParameterType
{
    /// <summary><c>text</c></summary>
    Text,

    /// <summary><c>integer</c></summary>
    Integer,

    /// <summary><c>decimal</c></summary>
    Decimal,

    /// <summary><c>boolean</c></summary>
    Boolean,

    /// <summary><c>date</c></summary>
    Date,

    /// <summary><c>list</c></summary>
    List,

    /// <summary><c>object</c></summary>
    Object,
}

/// <summary><c>let name = expression</c>.</summary>
public sealed record LetStatement(Name Name, Expression Value) : Statement;

/// <summary><c>if condition { … } else if … else { … }</c>; <paramref name="Else"/> and <paramref name="ElseIf"/> exclude each other.</summary>
public sealed record IfStatement(Expression Condition, Block Then, Block? Else, IfStatement? ElseIf = null) : Statement;

/// <summary><c>for each document …</c>.</summary>
public sealed record ForEachDocumentStatement(Name? Variable, Expression? Where, Expression? OrderBy, bool Descending, Expression? Limit, Expression? Expect, Block Body) : Statement;

/// <summary><c>for each component …</c>.</summary>
public sealed record ForEachComponentStatement(Name? Type, Target? In, Name? Variable, Expression? Where, Expression? Limit, Block Body) : Statement;

/// <summary><c>for each item in list { … }</c>.</summary>
public sealed record ForEachItemStatement(Name Variable, Expression List, Block Body) : Statement;

/// <summary><c>print expression</c>.</summary>
public sealed record PrintStatement(Expression Value) : Statement;

/// <summary>A command in the shape it declares.</summary>
public sealed record CommandStatement(Arguments Arguments) : Statement
{
    /// <summary>Which command it is.</summary>
    public CommandSyntax Syntax => Arguments.Syntax;
}
