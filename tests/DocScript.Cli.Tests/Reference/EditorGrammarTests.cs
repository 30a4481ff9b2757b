using DocScript.Engine.Commands;
using DocScript.Engine.Functions;
using DocScript.Engine.Reference;
using DocScript.Language.Grammar;
using DocScript.Testing.Data;

namespace DocScript.Cli.Tests.Reference;

/// <summary>Scripts as an editor colours them, by its own engine.</summary>
public sealed class EditorGrammarTests
{
    [TextMateFact]
    public async Task A_script_is_coloured_by_what_its_words_are() => await ColoursAsync(
        """"
        #!/usr/bin/env docscript
        param topic: text = "Harbour" # a comment
        create article key "h-1" title "News ${lower(topic)} \n \q" with {section: topic, "x": -1.5} {
            insert heading as p-title after doc-1.set with {text: html(title)}; set title = title + "x" was null
        }
        for each document as d where not meta.section in ["a"] order by title descending limit 10 { publish }
        use 42 version 7 { require version > 3 else "why" }
        set doc-1.title as link = {set: 1}
        print """raw ${no} \n
          # none """ + key
        """",
        ("#!/usr/bin/env docscript", "comment.line.number-sign"),
        ("param", "keyword.control"), ("topic", "variable.other"), (":", "punctuation.separator"), ("text", "storage.type"), ("=", "keyword.operator"), ("Harbour", "string.quoted.double"), ("# a comment", "comment.line.number-sign"),
        ("create", "keyword.control"), ("key", "keyword.other"), ("title", "keyword.other"), ("News", "string.quoted.double"), ("${", "punctuation.section.embedded"), ("lower", "support.function"), ("}", "punctuation.section.embedded"),
        ("\\n", "constant.character.escape"), ("\\q", "invalid.illegal.escape"), ("with", "keyword.other"), ("section", "support.type.property-name"), ("x", "string.quoted.double"), ("-1.5", "constant.numeric"),
        ("insert", "keyword.control"), ("as", "keyword.other"), ("p-title", "source"), ("after", "keyword.other"), ("set", "variable.other.member"), ("with", "keyword.other"), ("text", "support.type.property-name"), ("html", "support.function"),
        ("title", "support.variable"), ("set title", "keyword.control"), ("=", "keyword.operator"), ("title", "support.variable"), ("+", "keyword.operator"), ("was", "keyword.other"), ("null", "constant.language"),
        ("for each document", "keyword.control"), ("where", "keyword.other"), ("not", "keyword.operator.word"), ("meta", "support.variable"), ("section", "variable.other.member"), ("in", "keyword.operator.word"), ("order", "keyword.other"), ("by", "keyword.other"),
        ("title", "support.variable"), ("descending", "keyword.other"), ("limit", "keyword.other"), ("10", "constant.numeric"), ("publish", "keyword.control"),
        ("use", "keyword.control"), ("42", "constant.numeric"), ("version", "keyword.other"), ("require", "keyword.control"), ("version", "support.variable"), (">", "keyword.operator"), ("else", "keyword.other"),
        ("set", "keyword.control"), ("title", "variable.other.member"), ("as", "keyword.other"), ("link", "storage.type"), ("set", "support.type.property-name"),
        ("print", "keyword.control"), ("raw ${no} \\n", "string.quoted.triple"), ("# none", "string.quoted.triple"), ("key", "support.variable"));

    [TextMateFact]
    public async Task Every_word_of_the_tables_has_its_colour()
    {
        var script = string.Join('\n', [
            .. ReservedWords.Statements.Select(word => $"{word} x"),
            .. CommandTable.BuiltIn.Grammar.Root.Words.Select(word => $"{word} x"),
            .. FunctionTable.BuiltIn.All.Select(function => $"print {function.Name}(x)"),
            .. NameHelp.Properties.Select(property => $"print {property.Form}"),
        ]);
        var tokens = await TextMate.TokensAsync(script);
        foreach (var word in ReservedWords.Statements.Where(word => word != "for").Concat(CommandTable.BuiltIn.Grammar.Root.Words)) Assert.Contains((word, "keyword.control"), tokens);
        foreach (var function in FunctionTable.BuiltIn.All) Assert.Contains((function.Name, "support.function"), tokens);
        foreach (var property in NameHelp.Properties) Assert.Contains((property.Form, "support.variable"), tokens);
    }

    [TextMateFact]
    public async Task The_scripts_of_the_repository_have_no_illegal_part_and_end_outside_of_texts()
    {
        foreach (var file in Directory.GetFiles(Repository.PathTo("scripts"), "*.docscript", SearchOption.AllDirectories))
        {
            var tokens = await TextMate.TokensAsync(await File.ReadAllTextAsync(file) + "\nprint 1\n");
            Assert.DoesNotContain(tokens, token => token.Scope.StartsWith("invalid", StringComparison.Ordinal));
            Assert.Equal([("print", "keyword.control"), ("1", "constant.numeric")], tokens.TakeLast(2));
        }
    }

    private static async Task ColoursAsync(string script, params (string Text, string Scope)[] expected)
    {
        var tokens = await TextMate.TokensAsync(script);
        var at = 0;
        foreach (var token in expected)
        {
            while (at < tokens.Count && tokens[at] != token) at++;
            Assert.True(at < tokens.Count, $"after those before, there is no {token} in\n{string.Join('\n', tokens)}");
            at++;
        }
    }
}
