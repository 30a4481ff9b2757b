using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace DocScript.Documents.Html;

/// <summary>
/// Markup with only what an editable takes. As in Livingdocs' own framework what is too much is taken away and not refused: tags go and their text stays (that of a script
/// too, as text), as do attributes and addresses that bring a script along; comments go whole. Tags are balanced: an unclosed one is closed, a stray end goes.
/// What is clean already comes out byte for byte as it went in, and what was made clean is clean. One pass, whatever the text.
/// </summary>
internal sealed class MarkupCleaner
{
    /// <summary>How many tags may lie in one another; a deeper one goes and its text stays.</summary>
    public const int DeepestTag = 100;

    private readonly string _source;
    private readonly AllowedMarkup _allowed;
    private readonly StringBuilder _clean = new();
    private readonly Stack<string> _open = new();
    private int _kept;
    private string? _removed;

    private MarkupCleaner(string source, AllowedMarkup allowed) => (_source, _allowed) = (source, allowed);

    /// <summary>The clean markup, and the first thing that was too much (<c>&lt;script&gt;</c>, <c>onclick of &lt;a&gt;</c>), or null when nothing was.</summary>
    public static (string Clean, string? Removed) Clean(string markup, AllowedMarkup allowed)
    {
        if (markup.AsSpan().IndexOfAny('<', '\0') < 0) return (markup, null);
        var cleaner = new MarkupCleaner(markup, allowed);
        foreach (var token in MarkupTokens.Of(markup)) cleaner.Take(token);
        foreach (var open in cleaner._open) cleaner.Put($"</{open}>", markup.Length, markup.Length, $"<{open}> without an end");
        return cleaner.Result();
    }

    private (string Clean, string? Removed) Result() => _removed is null ? (_source, null) : (_clean.Append(_source, _kept, _source.Length - _kept).ToString(), _removed);

    private void Take(MarkupToken token)
    {
        switch (token.Token)
        {
            case null: Put(Escaped(token), token.Start, token.End, "a tag that is cut off"); break;
            case HtmlTagToken { Type: HtmlTokenType.StartTag } tag: Open(tag, token); break;
            case HtmlTagToken { Type: HtmlTokenType.EndTag } tag: Close(tag.Name, token); break;
            case { Type: HtmlTokenType.Character }: if (!IsText(token)) Put(Escaped(token), token.Start, token.End, "'<' in text"); break;
            default: Put("", token.Start, token.End, "a comment"); break;
        }
    }

    private void Open(HtmlTagToken tag, MarkupToken token)
    {
        var isVoid = AllowedMarkup.IsVoid(tag.Name);
        if (!_allowed.Tags.Contains(tag.Name) || (!isVoid && _open.Count == DeepestTag))
        {
            Put("", token.Start, token.End, $"<{tag.Name}>");
            return;
        }

        if (!isVoid) _open.Push(tag.Name);
        var kept = tag.Attributes.FindAll(IsAllowed);
        if (kept.Count == tag.Attributes.Count && StartTag.IsPlain(_source.AsSpan(token.Start, token.End - token.Start), tag)) return;
        var gone = tag.Attributes.Find(attribute => !IsAllowed(attribute));
        Put(StartTag.Write(tag.Name, kept), token.Start, token.End, gone.Name is null ? $"the form of <{tag.Name}>" : $"'{gone.Name}' of <{tag.Name}>");

        bool IsAllowed(HtmlAttributeToken attribute) => AllowedMarkup.Allows(tag.Name, attribute.Name, attribute.Value);
    }

    private void Close(string name, MarkupToken token)
    {
        if (!_open.Contains(name, StringComparer.Ordinal))
        {
            Put("", token.Start, token.End, _allowed.Tags.Contains(name) ? $"</{name}> without a start" : $"</{name}>");
            return;
        }

        var ends = "";
        while (true)
        {
            var open = _open.Pop();
            ends += $"</{open}>";
            if (open == name) break;
        }

        var isPlain = ends.Length == name.Length + 3 && _source.AsSpan(token.Start + 2, token.End - token.Start - 3).TrimEnd(" \t\r\n\f").Equals(name, StringComparison.OrdinalIgnoreCase);
        if (!isPlain) Put(ends, token.Start, token.End, $"</{name}> out of order");
    }

    // What was kept up to here goes to the result as it was; only then something is put in the place of a token.
    private void Put(string instead, int start, int end, string removed)
    {
        _removed ??= removed;
        _clean.Append(_source, _kept, start - _kept).Append(instead);
        _kept = end;
    }

    // A '<' that no reader could take for the start of a tag, now or with something behind it, is text.
    private bool IsText(MarkupToken token)
    {
        var text = _source.AsSpan(token.Start, token.End - token.Start);
        if (text.Contains('\0')) return false;
        for (var at = text.IndexOf('<'); at >= 0;)
        {
            var next = token.Start + at + 1;
            if (next == _source.Length || char.IsAsciiLetter(_source[next]) || _source[next] is '/' or '!' or '?' or '<' or '\0') return false;
            var further = text[(at + 1)..].IndexOf('<');
            at = further < 0 ? -1 : at + 1 + further;
        }

        return true;
    }

    private string Escaped(MarkupToken token) =>
        _source[token.Start..token.End].Replace("<", "&lt;", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
}
