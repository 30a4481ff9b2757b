using System.Globalization;
using System.Text;
using DocScript.Language.Parsing;

namespace DocScript.Language.Tests.Properties;

/// <summary>Puts comments and empty lines into a script where there is space already.</summary>
internal static class CommentSprinkler
{
    public static string Sprinkle(string text, Random random)
    {
        var result = new StringBuilder();
        var number = 0;
        foreach (var c in text)
        {
            var hit = random.Next(12) == 0;
            if (c == ' ' && hit) result.Append(CultureInfo.InvariantCulture, $" # {++number}\n");
            else if (c == '\n' && hit) result.Append(CultureInfo.InvariantCulture, $" # {++number}\n\n\n# {++number}\n");
            else if (c is '[' or '(' or ',' && hit) result.Append(c).Append(CultureInfo.InvariantCulture, $"# {++number}\n\n");
            else result.Append(c);
        }

        return result.ToString();
    }

    public static IEnumerable<string> CommentsOf(ParseResult parsed) =>
        parsed.Comments.Select(comment => parsed.Source.Text.Substring(comment.Start, comment.Length).TrimEnd()).Order(StringComparer.Ordinal);
}
