using System.Text.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Native;

/// <summary>Commands in native JSON, whatever the table holds: <c>command</c> is their words that can't be left out, each other member is a hole by the label that help shows.</summary>
internal sealed class CommandJson(CommandGrammar grammar, JsonProblems problems)
{
    public const string Tag = "command";

    public static void Write(Utf8JsonWriter json, CommandStatement command)
    {
        json.WriteStartObject();
        json.WriteString(Tag, command.Syntax.Words);
        foreach (var (hole, filling) in command.Arguments.Fillings) NodeJson.Write(json, hole.Label, filling);
        json.WriteEndObject();
    }

    /// <summary>The command, or null with a problem.</summary>
    public CommandStatement? Read(StrictObject form)
    {
        if (form.Find(Tag) is not TextLiteral words)
        {
            problems.WrongKind(form.Place.Member(Tag), form.Find(Tag)!, "the words of a command");
            return null;
        }

        // Several commands can have the same words; the members tell them apart.
        var named = grammar.Syntaxes.Where(syntax => syntax.Words == words.Value).ToList();
        var syntax = named.Find(candidate => Fits(candidate, form.Json)) ?? (named.Count > 0 ? named[0] : null);
        if (syntax is null)
        {
            problems.NotOneOf(form.Place.Member(Tag), words, [.. grammar.Syntaxes.Select(candidate => candidate.Words).Distinct(StringComparer.Ordinal)], JsonProblemKind.UnknownName);
            return null;
        }

        var fillings = new List<(Hole, Node)>();
        foreach (var hole in syntax.Holes)
        {
            var filling = IsNeeded(syntax, hole) ? form.Get(hole.Label, $"'{syntax}'") : form.Find(hole.Label);
            if (filling is not null) fillings.Add((hole, NodeJson.Read(hole.Kind, filling, form.Place.Member(hole.Label), problems, grammar)));
        }

        form.RefuseOthers();
        return new CommandStatement(syntax.Arguments(fillings)) { Span = form.Json.Span };
    }

    private static bool Fits(CommandSyntax syntax, ObjectExpression json)
    {
        var given = json.Entries.Select(entry => entry.Key.Text).Where(key => key != Tag).ToHashSet(StringComparer.Ordinal);
        return given.IsSubsetOf(syntax.Holes.Select(hole => hole.Label)) && syntax.Holes.Where(hole => IsNeeded(syntax, hole)).All(hole => given.Contains(hole.Label));
    }

    private static bool IsNeeded(CommandSyntax syntax, Hole hole) => syntax.Elements.Contains(hole);
}
