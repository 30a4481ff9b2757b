namespace DocScript.Language.Diagnostics;

/// <summary>Finds the name somebody probably meant.</summary>
public static class Suggestion
{
    /// <summary>
    /// The candidate nearest to <paramref name="name"/>, or null: at most <paramref name="most"/> of its letters are wrong, missing, too many or swapped; a third of them, at least 1, where it is not given.
    /// </summary>
    public static string? For(string name, IEnumerable<string> candidates, int? most = null)
    {
        var limit = most ?? Math.Max(1, name.Length / 3);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit && !string.Equals(candidate, name, StringComparison.Ordinal))
            .Select(candidate => (candidate, distance: Distance(name, candidate, limit)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>The suggestion as a label, <c>did you mean 'x'?</c>, or null.</summary>
    public static string? Label(string name, IEnumerable<string> candidates) => For(name, candidates) is { } found ? $"did you mean '{found}'?" : null;

    private static int Distance(string a, string b, int limit)
    {
        if (a.Length > 200 || b.Length > 200) return limit + 1;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = rows[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                var best = Math.Min(substitution, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }

        return rows[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
