using System.Text;
using DocScript.Engine.Commands;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Hooks.Declarations;

/// <summary>How a command is written: words, <c>&lt;parameter&gt;</c>, <c>[what may be left out]</c>.</summary>
public sealed class CommandPattern
{
    private readonly string _pattern;
    private readonly Dictionary<string, ParameterDeclaration> _written;
    private readonly Dictionary<string, Hole> _holes = new(StringComparer.Ordinal);
    private int _position;

    private CommandPattern(string pattern, IEnumerable<ParameterDeclaration> parameters)
    {
        _pattern = pattern;
        _written = parameters.Where(parameter => !parameter.IsGiven).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        Syntax = CommandSyntax.Of([.. Elements(isOptional: false)]);
    }

    /// <summary>The syntax.</summary>
    public CommandSyntax Syntax { get; }

    /// <summary>The hole of a parameter.</summary>
    public Hole HoleOf(ParameterDeclaration parameter) => _holes[parameter.Name];

    /// <summary>The pattern of a method that declares none: its name, what must be written in order, then what may be left out, each behind its own name.</summary>
    public static string Derive(string method, IEnumerable<ParameterDeclaration> parameters)
    {
        var written = parameters.Where(parameter => !parameter.IsGiven).ToList();
        return string.Join(' ',
        [
            Kebab(method),
            .. written.Where(parameter => !parameter.IsOptional).Select(parameter => $"<{Kebab(parameter.Name)}>"),
            .. written.Where(parameter => parameter.IsOptional).Select(parameter => $"[{Kebab(parameter.Name)} <{Kebab(parameter.Name)}>]"),
        ]);
    }

    /// <summary><c>HeadlineCase</c> as <c>headline-case</c>.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is no pattern for these parameters; the message says why.</exception>
    public static CommandPattern Parse(string pattern, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var parsed = new CommandPattern(pattern, parameters);
        if (parsed.Syntax.Elements is not [Word { Text: var first }, ..]) throw new FormatException("a pattern starts with a word");
        if (ReservedWords.WhyNotFirst(first, CommandTable.BuiltIn.Grammar) is { } reason) throw new FormatException($"a command can't start so: {reason}");
        if (parsed._written.Values.FirstOrDefault(parameter => !parsed._holes.ContainsKey(parameter.Name)) is { } missing)
            throw new FormatException($"the pattern has no <{Kebab(missing.Name)}>, so that parameter '{missing.Name}' could never be written");
        try
        {
            CommandGrammar.Of([.. CommandTable.BuiltIn.Grammar.Syntaxes, parsed.Syntax]);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(exception.Message);
        }

        return parsed;
    }

    private IEnumerable<SyntaxElement> Elements(bool isOptional)
    {
        while (Next() is { } token)
        {
            if (token == "]")
            {
                if (!isOptional) throw new FormatException("']' without '['");
                yield break;
            }

            yield return token switch
            {
                "[" => CommandSyntax.Optional([.. Optional()]),
                ['<', .., '>'] => Hole(token[1..^1], isOptional),
                "=" => "=",
                _ when Names.IsBare(token) => token,
                _ => throw new FormatException($"'{token}' is no word: a letter or '_', then letters, digits, '_' and '-'"),
            };
        }

        if (isOptional) throw new FormatException("'[' without ']'");
    }

    private List<SyntaxElement> Optional()
    {
        var elements = Elements(isOptional: true).ToList();
        return elements.Count > 0 ? elements : throw new FormatException("nothing stands between '[' and ']'");
    }

    private Hole Hole(string label, bool isOptional)
    {
        var parameter = _written.Values.FirstOrDefault(one => one.Name == label || Kebab(one.Name) == label) ?? throw new FormatException($"<{label}> is no parameter of the method");
        if (_holes.ContainsKey(parameter.Name)) throw new FormatException($"<{label}> stands twice");
        if (isOptional && !parameter.IsOptional) throw new FormatException($"<{label}> may be left out, but parameter '{parameter.Name}' has no default");
        return _holes[parameter.Name] = Of(label, parameter);
    }

    private static Hole Of(string label, ParameterDeclaration parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => Language.Grammar.Hole.Choice(label, [.. parameter.Choices]),
        ParameterKind.Component => Language.Grammar.Hole.Target(label),
        ParameterKind.Components => Language.Grammar.Hole.Components(label),
        ParameterKind.Place => Language.Grammar.Hole.Place(label),
        _ => Language.Grammar.Hole.Value(label),
    };

    private string? Next()
    {
        while (_position < _pattern.Length && char.IsWhiteSpace(_pattern[_position])) _position++;
        if (_position == _pattern.Length) return null;
        var start = _position++;
        if (_pattern[start] is '[' or ']' or '=') return _pattern[start..(start + 1)];
        if (_pattern[start] is '<')
        {
            var end = _pattern.IndexOf('>', start);
            if (end < 0) throw new FormatException("'<' without '>'");
            _position = end + 1;
            return _pattern[start.._position];
        }

        while (_position < _pattern.Length && !char.IsWhiteSpace(_pattern[_position]) && _pattern[_position] is not ('[' or ']' or '=' or '<')) _position++;
        return _pattern[start.._position];
    }
}
