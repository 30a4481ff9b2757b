namespace DocScript.Hooks.Tests.Safety;

/// <summary>Instrumented code answers what it would without.</summary>
public sealed class MeteredResultTests
{
    [Fact]
    public void Code_of_many_forms_answers_what_it_would_without_a_meter()
    {
        const string Code = """
            enum Kind { A, B }
            record Word(string Text, int Count) { public int Twice => Count * 2; }
            record struct Pair(int A, int B);
            readonly HashSet<string> Small = new() { "a", "of" };
            const string Suffix = "x" + "y";
            int field = 3;
            class Node { public Node? Next; public int this[int i] => i + 1; public static Node operator +(Node a, Node b) => a; public static implicit operator int(Node n) => 7; ~Nothing() }
            string Title(string s) => string.Join(" ", s.Split(' ').Select((w, i) => i > 0 && Small.Contains(w) ? w : char.ToUpperInvariant(w[0]) + w[1..]));
            int Sum(params int[] xs) { var t = 0; foreach (var x in xs) t += x; return t; }
            int Find(int[] xs, int y) { for (var i = 0; i < xs.Length; i++) if (xs[i] == y) return i; return -1; }
            object? Run()
            {
                var log = new List<string>();
                log.Add(Title("the art of code"));
                log.Add($"{Sum(1, 2, 3)} {Find([4, 5, 6], 6),4} {1.5:F2}");
                var sb = new StringBuilder();
                sb.Append($"a{field}").Append("b").AppendLine().Append('c', 3).Replace("c", "dd"); sb.Length -= 1;
                log.Add(sb.ToString());
                string? none = null;
                log.Add((none?.Trim().ToUpper() ?? "none") + Suffix + field + 'c' + 1.5m);
                log.Add("a-b-c"?.Replace("-", "+")?.Substring(1)?.Trim() ?? "");
                switch (field) { case 1: goto case 3; case 3: log.Add("three"); goto default; default: log.Add("default"); break; }
                var n = 0; again: n++; if (n < 3) goto again;
                do n++; while (n < 10);
                while (true) { if (n++ > 20) break; else continue; }
                log.Add(n.ToString("D4"));
                var grid = new int[2, 3]; grid[1, 2] = 5; var jag = new int[2][]; jag[0] = [1, .. new[] { 2, 3 }];
                log.Add(grid[1, 2] + " " + jag[0].Length + " " + new string('z', 3) + new int[] { 1, 2 }[^1]);
                try { try { throw new InvalidOperationException("bad"); } catch (ArgumentException) { } finally { log.Add("finally"); } }
                catch (InvalidOperationException e) when (e.Message == "bad") { log.Add(e.Message); }
                try { _ = int.Parse("x"); } catch { log.Add("caught"); }
                var w = new Word("hi", 2); log.Add((w with { Count = 3 }).ToString() + w.Twice + (w == new Word("hi", 2)) + w.GetHashCode().Equals(new Word("hi", 2).GetHashCode()));
                log.Add(new Pair(1, 2).ToString());
                var (a, b) = new Pair(3, 4); log.Add((a, b).ToString());
                Func<int, int> f = x => x * 2; Action<int> g = x => log.Add("g" + x); g(f(4));
                int Local(int x) => x <= 1 ? 1 : x * Local(x - 1);
                log.Add(Local(5).ToString());
                var s = "q"; s += "r"; s += 1; log.Add(s);
                int m = new Node() + new Node(); log.Add(m + " " + new Node()[4]);
                log.Add(Regex.Replace("a1b22", @"\d+", x => "<" + x.Value + ">") + new Regex("b").Replace("abc", "$0$0") + Regex.IsMatch("x", "X", RegexOptions.IgnoreCase));
                log.Add(string.Join(",", Enumerable.Range(1, 5).Where(x => x % 2 == 1).Concat([9]).OrderByDescending(x => x).ThenBy(x => x).Select(x => x + 1)));
                log.Add("x".PadLeft(4, '.') + string.Concat("a", "b", "c") + string.Join('-', 1, 2) + "abcb".IndexOf("b", 2));
                var d = new Dictionary<string, int> { ["k"] = 1 }; d["k"]++; log.Add(d["k"] + d.GetValueOrDefault("z").ToString() + (d.TryGetValue("k", out var v) ? v : 0));
                if (w is { Text: "hi", Count: > 1 and < 5 } and var (text, _)) log.Add(text);
                log.Add(jag[0] switch { [1, .., 3] => "list", _ => "no" });
                foreach (var group in new[] { "aa", "b", "cc" }.GroupBy(x => x.Length)) log.Add(group.Key + ":" + group.Count());
                Array.Sort(jag[0], (x, y) => y - x); log.Add(jag[0][0] + Kind.B.ToString() + new[] { 1, 2 }.Contains(2));
                return string.Join("\n", log);
            }
            """;
        var code = Code.Replace(" ~Nothing()", "", StringComparison.Ordinal);
        var compilation = SafetyHarness.Compile(code);
        var plain = SafetyHarness.Load(compilation)();
        Assert.Equal(plain, SafetyHarness.Run(code));
    }
}
