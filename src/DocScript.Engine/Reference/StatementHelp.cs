namespace DocScript.Engine.Reference;

/// <summary>The statements that are not commands (language.md section 2), a line each.</summary>
public static class StatementHelp
{
    /// <summary>All, in the order of the reference.</summary>
    public static IReadOnlyList<LanguageHelp> All { get; } =
    [
        new("use <document> [version <n>] [{ … }]", "Makes a document the current one, in the block or until the end of the enclosing one. An integer is an id, a text is a key; with 'version' another version of the document is a conflict.", "use \"harbour\" { print title }"),
        new("use version <n> [{ … }]", "A conflict unless the current document has this version.", "use version 1\nprint \"nobody was here before\""),
        new("require <condition> [else <why>]", "Ends the script in a conflict unless the condition holds; it is evaluated where it stands and sees the script's own edits.", "require unpublished else \"it is public already\""),
        new("param <name> [: <type>] [= <default>]", "A value from outside; without a default it must be given. Types are text, integer, decimal, boolean, date, list, object. Only at the top level of a script.", "param section: text = \"news\"\nprint section"),
        new("let <name> = <value>", "Makes a variable, or assigns one that is visible already; it ends with its block.", "let words = split(\"a b c\", \" \")\nprint count(words)"),
        new("if <condition> { … } [else if <condition> { … }] [else { … }]", "Runs the block of the first condition that holds.", "if count(meta.tags) > 1 { print \"several\" } else if exists meta.tags { print \"one\" } else { print \"none\" }"),
        new("for each document [as <name>] [where <condition>] [order by <value> [descending]] [limit <n>] [expect <n>] { … }", "Each document that the condition holds for, by id unless ordered; it is the current one in conditions and body. The documents are fixed when the loop starts. 'expect' makes a conflict of another number, before the body runs; it counts before 'limit'.", "for each document as d where type == \"article\" order by updated descending limit 5 expect 2 { print d.key }"),
        new("for each component [<type>] [in <component>[.<container>]] [as <name>] [where <condition>] [limit <n>] { … }", "Each component of the current document, depth first, or those below another. One that was removed meanwhile is skipped.", "for each component paragraph as p where p.text contains \"ferry\" { print p.id }"),
        new("for each <name> in <list> { … }", "Each element of a list.", "for each word in [\"a\", \"b\"] { print upper(word) }"),
        new("print <value>", "Prints a line. It is shown once the script went well, also when it had to be run again.", "print \"${title}: version ${version}\""),
    ];
}
