namespace DocScript.Terminal.Diff;

/// <summary>The difference of two texts by words, as <c>git diff --word-diff</c> shows it.</summary>
public static class WordDiff
{
    // Beyond this many comparisons the middle of two texts counts as replaced as a whole.
    private const long MostComparisons = 4_000_000;

    /// <summary>A stretch of words that stayed, came or went.</summary>
    /// <param name="Kind">-1 went, 0 stayed, 1 came.</param>
    public readonly record struct Run(int Kind, string Text);

    /// <summary>The stretches in order; those that went stand before those that came in their place.</summary>
    public static IReadOnlyList<Run> Of(string was, string now)
    {
        var (before, after) = (Words(was), Words(now));
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        var runs = new RunList();
        runs.Add(0, before, 0, start);
        Middle(runs, before, start, before.Count - end, after, start, after.Count - end);
        runs.Add(0, before, before.Count - end, before.Count);
        return runs.Finish();
    }

    /// <summary>How much of the longer text stayed, from 0 to 1.</summary>
    public static double Likeness(IReadOnlyList<Run> runs)
    {
        long Length(Func<Run, bool> which) => runs.Where(which).Sum(run => (long)run.Text.Length);
        var longer = Math.Max(Length(run => run.Kind <= 0), Length(run => run.Kind >= 0));
        return longer == 0 ? 1 : (double)Length(run => run.Kind == 0) / longer;
    }

    private static void Middle(RunList runs, List<string> before, int b, int bEnd, List<string> after, int a, int aEnd)
    {
        var (rows, columns) = (bEnd - b, aEnd - a);
        if ((long)rows * columns is 0 or > MostComparisons)
        {
            runs.Add(-1, before, b, bEnd);
            runs.Add(1, after, a, aEnd);
            return;
        }

        // The longest common subsequence, from the ends.
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                lengths[i, j] = before[b + i] == after[a + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        for (int i = 0, j = 0; i < rows || j < columns;)
        {
            if (i < rows && j < columns && before[b + i] == after[a + j])
            {
                runs.Add(0, before, b + i, b + i + 1);
                i++;
                j++;
            }
            else if (j == columns || (i < rows && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                runs.Add(-1, before, b + i, b + i + 1);
                i++;
            }
            else
            {
                runs.Add(1, after, a + j, a + j + 1);
                j++;
            }
        }
    }

    // Words, the spaces between them, marks, and tags of markup each as a whole.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfWord(text, start);
            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        if (text[start] == '<' && text.AsSpan(start).IndexOf('>') is > 0 and < 200 and var tag) return start + tag + 1;
        if (char.IsHighSurrogate(text[start]) && end < text.Length) return end + 1;
        if (char.IsLetterOrDigit(text[start]))
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
        else if (char.IsWhiteSpace(text[start]))
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
        return end;
    }

    // Joins neighbours, and orders what came and went between two stretches that stayed. A single space between two changes belongs to both.
    private sealed class RunList
    {
        private readonly List<Run> _runs = [];
        private string _went = "", _came = "", _space = "";

        public void Add(int kind, List<string> words, int from, int to)
        {
            if (from == to) return;
            var text = string.Concat(words[from..to]);
            if (kind == 0 && (_went.Length > 0 || _came.Length > 0) && string.IsNullOrWhiteSpace(text))
            {
                _space += text;
            }
            else if (kind == 0)
            {
                Flush();
                Stay(text);
            }
            else
            {
                _went += _space;
                _came += _space;
                _space = "";
                if (kind < 0) _went += text;
                else _came += text;
            }
        }

        public IReadOnlyList<Run> Finish()
        {
            Flush();
            return _runs;
        }

        private void Flush()
        {
            if (_went.Length > 0) _runs.Add(new(-1, _went));
            if (_came.Length > 0) _runs.Add(new(1, _came));
            var space = _space;
            _went = _came = _space = "";
            if (space.Length > 0) Stay(space);
        }

        private void Stay(string text)
        {
            if (_runs.Count > 0 && _runs[^1].Kind == 0) _runs[^1] = new(0, _runs[^1].Text + text);
            else _runs.Add(new(0, text));
        }
    }
}
