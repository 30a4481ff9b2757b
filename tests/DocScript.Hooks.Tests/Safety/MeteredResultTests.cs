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

    [Theory]
    [InlineData("\"abcabc\".Contains(\"ca\") + \",\" + \"aBc\".Contains(\"bC\", StringComparison.OrdinalIgnoreCase) + \",\" + \"abc\".Contains('b')")]
    [InlineData("\"abcabc\".IndexOf(\"c\") + \",\" + \"aBcb\".IndexOf(\"b\", StringComparison.OrdinalIgnoreCase) + \",\" + \"abab\".IndexOf(\"b\", 2) + \",\" + \"abaB\".IndexOf(\"b\", 2, StringComparison.OrdinalIgnoreCase) + \",\" + \"abc\".IndexOf('c', 1)")]
    [InlineData("\"abcabc\".LastIndexOf(\"c\") + \",\" + \"aBcb\".LastIndexOf(\"B\", StringComparison.OrdinalIgnoreCase) + \",\" + \"abab\".LastIndexOf(\"b\", 2) + \",\" + \"abaB\".LastIndexOf(\"b\", 2, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("string.Join(\"|\", \"a, b,, c\".Split(\",\")) + string.Join(\"|\", \"a, b,, c\".Split(\",\", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) + string.Join('|', \"a,b,c\".Split(\",\", 2)) + string.Join('|', \"a,b;c\".Split(new[] { \",\", \";\" }, StringSplitOptions.None)) + string.Join('|', \"a,b;c\".Split([\",\", \";\"], 2, StringSplitOptions.None)) + string.Join('|', \"a b,c\".Split(' ', ','))")]
    [InlineData("\"aXbx\".Replace(\"x\", \"--\") + \"aXbx\".Replace(\"x\", null) + \"aXbx\".Replace(\"x\", \"--\", StringComparison.OrdinalIgnoreCase) + \"aXbx\".Replace('x', 'y') + new StringBuilder(\"aba\").Replace(\"a\", \"cc\").Replace('b', 'd')")]
    [InlineData("string.Join(\",\", new List<int> { 1, 2 }) + string.Join(',', new[] { \"a\", null, \"b\" }) + string.Join(\",\", 1, \"x\", null) + string.Join(',', 1, 2) + string.Join(\",\", \"a\", \"b\") + string.Join<int>(\",\", [1, 2]) + string.Join(null, \"a\", \"b\")")]
    [InlineData("string.Concat(\"a\", \"b\", \"c\", \"d\", \"e\") + string.Concat(1, 2, 3, 4, 5) + string.Concat(new List<string> { \"a\", \"b\" }) + string.Concat(new List<int> { 1, 2 }) + string.Concat(new[] { \"a\", \"b\" }) + string.Concat(new object[] { 1, \"b\" })")]
    [InlineData("string.Format(\"{0}-{1:D3}\", \"a\", 5) + string.Format(CultureInfo.InvariantCulture, \"{0:F1} {1} {2}\", 1.25, null, \"x\") + string.Format(\"{0}{1}{2}{3}\", 1, 2, 3, 4) + string.Format(\"{{}}\", 1) + string.Format(\"{0}\", new object[] { 1 })")]
    [InlineData("Regex.IsMatch(\"ab\", \"B\") + \",\" + Regex.IsMatch(\"ab\", \"B\", RegexOptions.IgnoreCase) + Regex.Match(\"xab1\", \"[a-z]+\").Value + Regex.Match(\"A\", \"a\", RegexOptions.IgnoreCase).Index + Regex.Matches(\"a1b2\", @\"\\d\").Count + Regex.Count(\"aa\", \"a\") + string.Join('|', Regex.Split(\"a1b\", @\"\\d\"))")]
    [InlineData("Regex.Replace(\"a1b2\", @\"(\\d)\", \"<$1>\") + Regex.Replace(\"a1b2\", @\"\\d\", m => m.Value + m.Value) + Regex.Replace(\"AbA\", \"a\", \"x\", RegexOptions.IgnoreCase) + Regex.Replace(\"ab\", \"b\", \"$`$_$'\")")]
    [InlineData("new Regex(\"a\").IsMatch(\"ba\") + \",\" + new Regex(\"a\", RegexOptions.IgnoreCase).Match(\"bA\").Index + new Regex(\"a\").Matches(\"aba\").Count + new Regex(\"a\").Count(\"aba\") + string.Join('|', new Regex(\",\").Split(\"a,b\")) + new Regex(\"a\").Replace(\"aaa\", \"b\", 2) + new Regex(\"a\").Replace(\"aaa\", m => \"c\", 2) + new Regex(\"a\").Replace(\"aaa\", m => \"c\")")]
    [InlineData("((string?)null)?.Replace(\"a\", \"b\") + \"abc\"?.Replace(\"a\", \"b\").Trim()?.ToUpper().IndexOf(\"C\").ToString()")]
    [InlineData("new[] { 3, 1, 2 }.Order().ThenBy(x => x).First() + new[] { 3, 1 }.OrderBy(x => x).ThenByDescending(x => x).Select(x => x).ToList()[0] + string.Concat(new[] { 1, 2, 3, 4 }.Skip(1).Take(2).Reverse().Concat([9]).Append(1).Prepend(0).Distinct().Chunk(2).Select(c => c.Length))")]
    [InlineData("new[] { 1, 2, 3 }[1..].Length + \"hello\"[1..^1] + new List<int> { 1, 2, 3 }[^1] + new[] { 1, 2, 3 }.Contains(2) + new[] { \"a\" }.IndexOf(\"a\")")]
    [InlineData("new string(new[] { 'a', 'b' }) + new string('c', 2) + \"x\".PadLeft(3) + \"x\".PadRight(3, '.') + \"ab\".Insert(1, \"-\") + \"a-b\".Trim('a', 'b') + \"b\".CompareTo(\"a\") + (\"a\" + 1 == \"a1\") + string.Compare(\"a\", \"B\", StringComparison.OrdinalIgnoreCase)")]
    public void An_expression_is_what_it_would_be_without_a_meter(string expression)
    {
        var code = "object? Run() => " + expression + ";";
        Assert.Equal(SafetyHarness.Load(SafetyHarness.Compile(code))(), SafetyHarness.Run(code));
    }
}
