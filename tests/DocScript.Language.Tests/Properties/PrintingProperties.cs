using DocScript.Engine.Commands;
using DocScript.Language.Diagnostics;
using DocScript.Language.Formatting;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Testing.Language;
using FsCheck.Xunit;

namespace DocScript.Language.Tests.Properties;

public sealed class PrintingProperties
{
    private static ParseResult Parse(string text, CommandGrammar grammar) => ScriptParser.Parse(new SourceText("printed", text), grammar);

    [Property(MaxTest = 3000)]
    public void Parsing_what_was_printed_gives_the_same_tree(int seed)
    {
        foreach (var grammar in new[] { NewsroomCommands.Grammar, CommandTable.BuiltIn.Grammar })
        {
            var script = new ScriptGenerator(grammar, new Random(seed)).Script();
            var text = Printer.Print(script);
            var again = Parse(text, grammar);
            Assert.True(again.IsValid, text + "\n\n" + DiagnosticText.Of(again.Diagnostics));
            Assert.True(script.Equals(again.Script), text + "\n\nprinted again:\n\n" + Printer.Print(again.Script));
        }
    }

    [Property(MaxTest = 3000)]
    public void Parsing_a_printed_expression_gives_the_same_tree(int seed)
    {
        var expression = new ExpressionGenerator(new Random(seed)).Full(5);
        var text = "print " + Printer.Print(expression);
        var again = Parse(text, NewsroomCommands.Grammar);
        Assert.True(again.IsValid, text + "\n\n" + DiagnosticText.Of(again.Diagnostics));
        Assert.True(again.Script.Statements is [Tree.PrintStatement print] && expression.Equals(print.Value), text);
    }

    [Property(MaxTest = 3000)]
    public void Formatting_keeps_tree_and_comments_and_changes_nothing_the_second_time(int seed)
    {
        var random = new Random(seed);
        var printed = Printer.Print(new ScriptGenerator(NewsroomCommands.Grammar, random).Script());
        var text = CommentSprinkler.Sprinkle(printed, random);
        var parsed = Parse(text, NewsroomCommands.Grammar);
        if (!parsed.IsValid) return;
        var once = Formatter.Format(parsed, NewsroomCommands.Grammar);
        var again = Parse(once, NewsroomCommands.Grammar);
        Assert.True(parsed.Script.Equals(again.Script), once);
        Assert.Equal(CommentSprinkler.CommentsOf(parsed), CommentSprinkler.CommentsOf(again));
        Assert.Equal(once, Formatter.Format(again, NewsroomCommands.Grammar));
    }
}
