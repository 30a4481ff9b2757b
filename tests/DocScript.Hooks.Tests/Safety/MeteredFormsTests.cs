namespace DocScript.Hooks.Tests.Safety;

/// <summary>Every form of declaration and statement can be instrumented, and does what it did.</summary>
public sealed class MeteredFormsTests
{
    private const string Forms = """
        abstract record Base(int A) { public abstract int Area { get; } }
        sealed record Leaf(int A, string? B = null) : Base(A) { public override int Area => A * 2; }
        record Mid(int A) : Base(A) { public override int Area { get => A; } public sealed override string ToString() => "mid"; }
        record Last(int A) : Mid(A);
        record Gen<T>(T Value) where T : notnull { public Gen<T>? Next { get; init; } }
        record struct RS<T>(T V);
        readonly record struct RRS(int X, int Y) { public int Sum => X + Y; }
        record Empty;
        struct Counter(int start) { private int n = start; public int Next() => ++n; public static Counter operator ++(Counter c) { c.n++; return c; } public static bool operator true(Counter c) => c.n > 0; public static bool operator false(Counter c) => c.n <= 0; }
        class Holder { private readonly int[] a = new int[4]; public ref int At(int i) => ref a[i]; public Holder() => a[0] = 1; public required int R { get; init; } public int this[int i] { get { return a[i]; } set { a[i] = value; } } public (int, int) Pair() => (a[0], a[1]); }
        interface IShape { int Sides { get; } string Name => "shape" + Sides; static int Zero => 0; }
        class Tri : IShape { public int Sides => 3; }
        class Cmp : IComparer<string> { public int Compare(string? x, string? y) => string.CompareOrdinal(y, x); }
        class Ver : IComparable<Ver>, IComparable { public int V; public int CompareTo(Ver? o) { if (o is null) return 1; for (var i = 0; i < 2; i++) { if (V != o.V) return V - o.V; } return 0; } int IComparable.CompareTo(object? o) => CompareTo((Ver?)o); }
        readonly Regex digits = new(@"\d+");
        readonly List<int> sized = new(5000);
        int top = Enumerable.Range(1, 3).Sum(), other = new[] { 1, 2 }.Length;
        string Grow(int n) { var s = ""; for (var i = 0; i < n; i++, s += "x") ; return s; }
        int Nested(int n) { var t = 0; for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) while (true) { if (t++ > 5) goto done; if (t % 2 == 0) continue; else break; } done: return t; }
        bool Try(string s, out int n) { n = 0; foreach (var c in s) { if (c == 'x') return false; n++; } return true; }
        int Sw(object o) { switch (o) { case int i when i > 3: for (;;) { if (i-- < 0) return 1; } case string { Length: > 2 } s: return s.Length; default: foreach (var x in new[] { 1 }) return x; break; } return -1; }
        void Nothing() => top++;
        void Thrower() => throw new InvalidOperationException("t");
        int Fin() { int x; int y = 1; try { y = 2; } finally { x = 3; for (var i = 0; i < 2; i++) x += i; } return x + y; }
        string Join(params IEnumerable<string> parts) => string.Join('+', parts);
        static T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b;
        object? Run()
        {
            var log = new List<string>();
            Base leaf = new Leaf(2); log.Add(leaf + "|" + (leaf with { A = 3 }) + leaf.Area + leaf.Equals(new Leaf(2)) + new Last(1) + new Gen<int>(1) { Next = new(2) } + new RS<string>("v") + new RRS(1, 2).Sum + new Empty() + (new Gen<string>("a") == new Gen<string>("a")) + (leaf.GetHashCode() == new Leaf(2).GetHashCode()));
            var c = new Counter(1); c++; log.Add(c.Next().ToString()); if (c) log.Add("true");
            var h = new Holder { R = 5, [1] = 7 }; h.At(2)++; ref var r = ref h.At(2); r += 2; log.Add(h[2] + "," + h.Pair() + h.R); var (p, q) = h.Pair(); log.Add($"{p}{q}");
            IShape t = new Tri(); log.Add(t.Name + IShape.Zero);
            var l = new List<string> { "b", "a", "c" }; l.Sort(new Cmp()); log.Add(string.Concat(l)); l.Sort((x, y) => string.CompareOrdinal(x, y)); log.Add(l[0]); l.Sort(delegate (string x, string y) { return y.Length - x.Length; });
            var vs = new[] { new Ver { V = 2 }, new Ver { V = 1 } }; Array.Sort(vs); log.Add(vs[0].V.ToString() + vs.Min()!.V + Max(1, 2) + Max("a", "b"));
            log.Add(digits.Replace("a1b22", "#") + sized.Capacity + top + other + Grow(3) + Nested(3) + Try("abc", out var n) + n + Try("axc", out n) + Sw(5) + Sw("hello") + Sw(1.5) + Fin() + Join("a", "b"));
            Nothing(); try { Thrower(); } catch (InvalidOperationException) when (top == 7) { log.Add("7"); } catch (Exception e) when (e is { Message: var m }) { log.Add(m); }
            int[] a = [1, .. sized, 2]; int?[] ns = [null, 1]; log.Add(a.Length + "" + ns.Length + (ns[0]?.ToString().Length ?? 0) + ns.Count(x => x is null));
            Func<int, Func<int, int>> add = x => y => x + y; log.Add(add(1)(2).ToString()); Action act = () => throw new FormatException("f"); try { act(); } catch (FormatException e) { log.Add(e.Message); }
            static int Fac(int k) => k < 2 ? 1 : k * Fac(k - 1); log.Add(Fac(5).ToString());
            var anon = new { Name = "x", Count = 2 }; log.Add(anon.Name + anon); var groups = l.GroupBy(x => x.Length, (k, xs) => new { k, n = xs.Count() }).ToList(); log.Add(groups[0].n.ToString());
            var dict = l.ToDictionary(x => x, x => x.Length); foreach (var (k, v) in dict.OrderBy(x => x.Key)) log.Add(k + v); dict.TryAdd("z", 1); dict["z"] += 2;
            return string.Join("\n", log);
        }
        """;

    [Fact]
    public void Declarations_of_all_forms_do_what_they_would_without_a_meter() =>
        Assert.Equal(SafetyHarness.Load(SafetyHarness.Compile(Forms))(), SafetyHarness.Run(Forms));
}
