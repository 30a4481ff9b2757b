using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DocScript.Hooks.Safety.Rewriting;

/// <summary>What is put into a text, at places of the text as it was. None of it has a line end, so that all that was there keeps its line.</summary>
internal sealed class TextEdits
{
    private readonly List<(int Start, int End, string Text)> _edits = [];

    /// <summary>Puts a text before the character at <paramref name="position"/>, after all that was put there before.</summary>
    public void Insert(int position, string text) => _edits.Add((position, position, text));

    /// <summary>Puts a text in the place of another of one line.</summary>
    public void Replace(TextSpan span, string text) => _edits.Add((span.Start, span.End, text));

    /// <summary>The text with all edits.</summary>
    public SourceText Apply(SourceText source)
    {
        var text = new StringBuilder(source.Length + _edits.Sum(edit => edit.Text.Length));
        var all = source.ToString();
        var at = 0;
        foreach (var (start, end, inserted) in _edits.OrderBy(edit => edit.Start))
        {
            // What a replaced text had within is gone with it.
            if (start < at) continue;
            text.Append(all, at, start - at).Append(inserted);
            at = end;
        }

        return SourceText.From(text.Append(all, at, all.Length - at).ToString(), source.Encoding ?? Encoding.UTF8, source.ChecksumAlgorithm);
    }
}
