using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Tests.Safety;

/// <summary>Code that would do what commands may not, on ways that don't show it at once: each is refused before it runs, at the place that is marked.</summary>
public sealed class ForbiddenTests
{
    // The code of the problem, and the command with its mark.
    public static TheoryData<string, string> Attacks { get; } = new()
    {
        // Files, processes, network, environment, console
        { "DS6101", "object? Run() => System.IO.[|File|].ReadAllText(\"x\");" },
        { "DS6101", "object? Run() => global::System.IO.[|File|].ReadAllText(\"x\");" },
        { "DS6101", "using F = System.IO.[|File|]; object? Run() => F.ReadAllText(\"x\");" },
        { "DS6101", "using static System.IO.[|File|]; object? Run() => ReadAllText(\"x\");" },
        { "DS6101", "using System.IO; object? Run() { var s = new [|StringReader|](\"x\"); return s.ReadToEnd(); }" },
        { "DS6101", "object? Run() => new List<List<System.IO.[|FileInfo|]>>().Count;" },
        { "DS6101", "object? Run() => default(System.IO.[|FileInfo|]);" },
        { "DS6101", "System.IO.[|Stream|]? field; object? Run() => field;" },
        { "DS6101", "class A { public virtual System.IO.[|Stream|]? S => null; } object? Run() => new A();" },
        { "DS6101", "object? Run() => System.Diagnostics.[|Process|].Start(\"x\");" },
        { "DS6101", "object? Run() => new System.Net.Http.[|HttpClient|]();" },
        { "DS6101", "object? Run() => [|Environment|].MachineName;" },
        { "DS6101", "object? Run() { [|Console|].WriteLine(); return null; }" },
        { "DS6101", "object? Run() { Action<string> f = [|Console|].WriteLine; f(\"x\"); return null; }" },
        { "DS6101", "object? Run() => [|AppContext|].BaseDirectory;" },
        { "DS6101", "object? Run() => [|AppDomain|].CurrentDomain;" },
        { "DS6101", "object? Run() => System.Runtime.InteropServices.[|Marshal|].AllocHGlobal(1);" },
        { "DS6101", "object? Run() => System.Runtime.CompilerServices.[|Unsafe|].SizeOf<int>();" },
        { "DS6101", "object? Run() => System.Runtime.CompilerServices.[|RuntimeHelpers|].GetHashCode(1);" },
        { "DS6101", "object? Run() => System.Runtime.InteropServices.[|CollectionsMarshal|].AsSpan(new List<int>()).Length;" },
        { "DS6101", "object? Run() { [|GC|].Collect(); return null; }" },
        { "DS6101", "object? Run() => DocScript.Hooks.Safety.[|Meter|].StepsSoFar;" },
        { "DS6101", "object? Run() => new DocScript.Hooks.Safety.[|HookBudget|](1, default, 1);" },
        { "DS6101", "object? Run() => string.[|Intern|](\"x\");" },
        { "DS6101", "object? Run() => new [|WeakReference|](1);" },
        { "DS6101", "object? Run() => System.Buffers.[|ArrayPool<int>|].Shared.Rent(1 << 30);" },
        { "DS6101", "object? Run() => System.Numerics.[|BigInteger|].Pow(10, 1000000);" },
        { "DS6101", "object? Run() => (object)new [|Lazy<int>|](() => 1);" },

        // Reflection
        { "DS6101", "object? Run() => 1.[|GetType|]().Assembly;" },
        { "DS6101", "object? Run() { object o = 1; return o.[|GetType|](); }" },
        { "DS6101", "object? Run() { Func<object> f = 1.[|GetType|]; return f(); }" },
        { "DS6101", "object? Run() => \"x\"?.[|GetType|]();" },
        { "DS6101", "object? Run() => [|typeof(string)|].Name;" },
        { "DS6101", "object? Run() => [|Activator|].CreateInstance<object>();" },
        { "DS6101", "object? Run() { Func<int> f = () => 1; return f.[|DynamicInvoke|](); }" },
        { "DS6101", "object? Run() { Func<int> f = () => 1; return f.[|Method|];  }" },
        { "DS6101", "object? Run() { System.Linq.Expressions.[|Expression<Func<int>>|] f = () => 1; return f.Compile()(); }" },
        { "DS6101", "object? Run() => new[] { 1 }.[|AsQueryable|]().Count();" },
        { "DS6101", "class A { public object M() => [|MemberwiseClone|](); } object? Run() => new A().M();" },
        { "DS6101", "object? Run() { try { return null; } catch (Exception e) { return e.[|StackTrace|]; } }" },
        { "DS6101", "object? Run() { try { return null; } catch (Exception e) { return e.[|TargetSite|]; } }" },
        { "DS6101", "object? Run() { try { return null; } catch (Exception e) { return e.[|ToString|](); } }" },

        // The clock, chance, the machine's culture and zone
        { "DS6101", "object? Run() => DateTime.[|Now|];" },
        { "DS6101", "object? Run() => DateTime.[|UtcNow|];" },
        { "DS6101", "object? Run() => DateTime.[|Today|];" },
        { "DS6101", "object? Run() => DateTimeOffset.[|UtcNow|].Year;" },
        { "DS6101", "using static System.DateTime; object? Run() => [|Now|];" },
        { "DS6101", "using D = System.DateTime; object? Run() => D.[|Now|];" },
        { "DS6101", "object? Run() => DateTime.[|Parse|](\"2024-01-01T00:00:00Z\");" },
        { "DS6101", "object? Run() => new DateTime(2024, 1, 1).[|ToLocalTime|]();" },
        { "DS6101", "object? Run() { DateTimeOffset d = [|new DateTime(2024, 1, 1)|]; return d; }" },
        { "DS6101", "object? Run() => [|TimeProvider|].System;" },
        { "DS6101", "object? Run() => [|TimeZoneInfo|].Local;" },
        { "DS6101", "object? Run() => Guid.[|NewGuid|]();" },
        { "DS6101", "object? Run() { Func<Guid> f = Guid.[|NewGuid|]; return f(); }" },
        { "DS6101", "object? Run() => new [|Random|]().Next();" },
        { "DS6101", "object? Run() { Random r = [|new()|]; return r.Next(); }" },
        { "DS6101", "object? Run() => Random.[|Shared|].Next();" },
        { "DS6101", "object? Run() => new[] { 1, 2 }.[|Shuffle|]().First();" },
        { "DS6101", "object? Run() => CultureInfo.[|CurrentCulture|];" },
        { "DS6101", "object? Run() { CultureInfo.[|CurrentCulture|] = CultureInfo.InvariantCulture; return null; }" },
        { "DS6101", "object? Run() => new { When = DateTime.[|Now|] };" },
        { "DS6101", "object? Run() => $\"{DateTime.[|Now|]}\";" },
        { "DS6101", "object? Run() => new[] { 1 }.Select(_ => DateTime.[|Now|]).First();" },
        { "DS6101", "readonly DateTime now = DateTime.[|Now|]; object? Run() => now;" },
        { "DS6101", "class A(DateTime d) { } class B() : A(DateTime.[|Now|]) { } object? Run() => new B();" },
        { "DS6101", "class A { public A(DateTime d) { } public A() : this(DateTime.[|Now|]) { } } object? Run() => new A();" },
        { "DS6101", "record A(DateTime D); object? Run() => new A(default) with { D = DateTime.[|Now|] };" },
        { "DS6101", "object? Run() => DateTime.MinValue switch { { Ticks: > 0 } => 1, _ when DateTime.[|Now|] > default(DateTime) => 2, _ => 3 };" },
        { "DS6101", "object? Run() => new List<int> { Random.[|Shared|].Next() };" },
        { "DS6101", "int P { get => Random.[|Shared|].Next(); } object? Run() => P;" },
        { "DS6101", "interface I { int M() => Random.[|Shared|].Next(); } class A : I { } object? Run() => ((I)new A()).M();" },
        { "DS6101", "class A { public static implicit operator int(A a) => Random.[|Shared|].Next(); } object? Run() { int x = new A(); return x; }" },
        { "DS6101", "class A { public static A operator +(A a, A b) { Random.[|Shared|].Next(); return a; } } object? Run() => new A() + new A();" },
        { "DS6101", "class A { public void Deconstruct(out int a, out int b) => a = b = Random.[|Shared|].Next(); } object? Run() { var (a, b) = new A(); return a; }" },
        { "DS6101", "static int Roll(this int n) => Random.[|Shared|].Next(n); object? Run() => 6.Roll();" },

        // Threads and tasks
        { "DS6101", "object? Run() { new System.Threading.[|Thread|](() => { }).Start(); return null; }" },
        { "DS6101", "object? Run() => System.Threading.Tasks.[|Task|].Run(() => 1).Result;" },
        { "DS6101", "object? Run() { System.Threading.Tasks.[|Parallel|].For(0, 9, i => { }); return null; }" },
        { "DS6101", "object? Run() => new[] { 1 }.[|AsParallel|]().Sum();" },
        { "DS6101", "object? Run() => new System.Threading.[|Timer|](_ => { });" },
        { "DS6101", "object? Run() => System.Threading.[|Interlocked|].Exchange(ref x, 1); int x;" },
        { "DS6102", "[|async|] System.Threading.Tasks.Task<int> M() => 1; object? Run() => null;" },
        { "DS6102", "object? Run() { Action f = [|async|] () => { }; return null; }" },
        { "DS6102", "[|await|] System.Threading.Tasks.Task.Delay(1); object? Run() => null;" },
        { "DS6102", "object? Run() { var o = new object(); [|lock|] (o) { } return null; }" },
        { "DS6102", "IEnumerable<int> M() { [|yield return 1;|] } object? Run() => M().First();" },
        { "DS6102", "object? Run() { IEnumerable<int> M() { [|yield break;|] } return M().Count(); }" },

        // Below the language
        { "DS6102", "object? Run() { [|dynamic|] x = 1; return x; }" },
        { "DS6102", "List<[|dynamic|]> l = new(); object? Run() => l;" },
        { "DS6102", "object? Run() { Span<int> s = [|stackalloc int[3]|]; return null; }" },
        { "DS6102", "object? Run() { Span<int> s = [|stackalloc[] { 1, 2 }|]; return null; }" },
        { "DS6102", "class A { ~[|A|]() { } } object? Run() => new A();" },
        { "DS6102", "class A { public void [|Finalize|]() { } } object? Run() => new A();" },
        { "DS6102", "[System.Runtime.InteropServices.DllImport(\"c\")] static [|extern|] int getpid(); object? Run() => getpid();" },
        { "DS6101", "object? Run() => new [|ReadOnlySpan<int>|](new[] { 1 }).Length;" },
        { "DS6101", "class A : [|MarshalByRefObject|] { } object? Run() => new A();" },
        { "DS6101", "class A : [|Attribute|] { } object? Run() => new A();" },
        { "DS6101", "[System.Runtime.CompilerServices.[|InlineArray|](9)] struct A { int x; } object? Run() => new A();" },
        { "DS6101", "class A { [System.Runtime.CompilerServices.[|ModuleInitializer|]] public static void M() { } } object? Run() => null;" },
        { "DS6101", "[System.Diagnostics.[|DebuggerDisplay|](\"x\")] class A { } object? Run() => null;" },
        { "DS6102", "[|#line 7 \"other.csx\"|]\nobject? Run() => null;" },
        { "DS6102", "int x = 1; [|x|]++; object? Run() => x;" },
        { "DS6102", "string [|MeteredText|](string s) => s; object? Run() => null;" },
        { "DS6102", "object? Run() => [|from|] x in new[] { 1 } select x;" },

        // State that outlives a call
        { "DS6103", "static int [|count|]; object? Run() => count++;" },
        { "DS6103", "static readonly List<int> [|all|] = new(); object? Run() => all;" },
        { "DS6103", "class A { public static int [|N|]; } object? Run() => A.N++;" },
        { "DS6103", "class A { public static int [|N|] { get; set; } } object? Run() => A.N++;" },
        { "DS6103", "class A { public static int [|N|] { get => field; set => field = value; } } object? Run() => A.N++;" },
        { "DS6103", "class A<T> { public static int [|N|]; } object? Run() => A<int>.N++;" },
        { "DS6103", "interface I { static int [|N|]; } object? Run() => I.N++;" },
        { "DS6103", "class A { static [|A|]() { } } object? Run() => new A();" },
        { "DS6101", "class A { [[|ThreadStatic|]] static int n; } object? Run() => null;" },
        { "DS6102", "class A { [|public event Action? E;|] } object? Run() => new A();" },

        // What can't be counted in this form
        { "DS6104", "object? Run() => new[] { \"b\" }.Select((Func<string, Func<int, string, string>>)(s => s.[|Insert|])).First()(0, \"x\");" },
        { "DS6104", "object? Run() { Func<int, string> f = \"x\".[|PadLeft|]; return f(2000000000); }" },
        { "DS6104", "object? Run() { Func<int, int, IEnumerable<int>> f = Enumerable.[|Range|]; return f(0, 1).Count(); }" },
        { "DS6104", "object? Run() { Func<IEnumerable<int>, int> f = Enumerable.[|Count|]; return f([]); }" },
        { "DS6104", "object? Run() { Action f = () => { }; [|f += f|]; return f; }" },
        { "DS6104", "object? Run() { Action f = () => { }; f = [|f + f|]; return f; }" },
        { "DS6104", "object? Run() => [|new int[2, 2, 2]|];" },
        { "DS6104", "object? Run() => $\"{1[|,1000000|]}\";" },
        { "DS6104", "object? Run() => $\"{1[|:D999999999|]}\";" },
        { "DS6104", "object? Run() { var s = new StringBuilder(); ([|s.Length|], _) = (int.MaxValue, 1); return s; }" },
        { "DS6104", "object? Run() { var s = new StringBuilder(\"xx\"); [|s.Length|] *= 1000000; return s; }" },
        { "DS6104", "class A<T> where T : new() { public T M() => [|new T()|]; } object? Run() => new A<object>().M();" },
        { "DS6104", "object? Run() { var l = new List<int> { 1 }; Func<int, int, int> f = (a, b) => 0; l.Sort([|new Comparison<int>(f)|]); return l; }" },
        { "DS6101", "object? Run() => new [|InvalidOperationException|](\"x\", new Exception());" },
        { "DS6101", "object? Run() => new [|Regex|](\"x\", RegexOptions.None, TimeSpan.FromDays(1));" },
        { "DS6101", "object? Run() => new StringBuilder().[|Insert|](0, \"xx\", 1000000000);" },
        { "DS6101", "class E { public IEnumerator<int> GetEnumerator() => null!; } object? Run() { foreach (var x in new E()) [|Environment|].Exit(x); return null; }" },
        { "DS6104", "object? Run() { foreach (var x in [|(System.Collections.IEnumerable)new List<int>()|]) return x; return null; }" },

        // Capabilities
        { "DS6105", "object? Run([|Files|] files) => files.ReadText(\"data/x\");" },
        { "DS6105", "object? Run([|Http|] http) => http.GetText(\"https://example.org\");" },
        { "DS6105", "object? M(DocScript.Hooks.Contract.[|Files|]? files) => files; object? Run() => null;" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void What_a_command_may_not_do_is_refused_at_its_place(string id, string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var code = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var problems = SafetyHarness.Problems(code);
        var problem = problems.FirstOrDefault(each => each.Location.SourceSpan == new Microsoft.CodeAnalysis.Text.TextSpan(start, end - start));
        Assert.True(problem is not null, "found: " + string.Join(", ", problems.Select(each => $"{each.Code.Id} at '{code.Substring(each.Location.SourceSpan.Start, each.Location.SourceSpan.Length)}'")));
        Assert.Equal(id, problem.Code.Id);
        Assert.NotEmpty(problem.Help);
        Assert.False(problem.Message.EndsWith('.'));
    }

    [Theory]
    [InlineData("object? Run() => nameof(System.IO.File) + nameof(Console.WriteLine);")]
    [InlineData("// System.IO.File\nobject? Run() => \"System.IO.File\";")]
    [InlineData("/// <see cref=\"System.IO.File\"/>\nobject? Run() => null;")]
    [InlineData("class File { public static string ReadAllText(string s) => s; } object? Run() => File.ReadAllText(\"x\");")]
    [InlineData("class Console { public void WriteLine() { } } object? Run() { new Console().WriteLine(); return null; }")]
    [InlineData("const int Most = 3; static int Twice(int x) => 2 * x; object? Run() => Twice(Most);")]
    [InlineData("class A { public static int N => 3; public const string S = \"x\"; } object? Run() => A.N;")]
    [InlineData("object? Run() => new[] { \"1\" }.Select(int.Parse).Where(int.IsPositive).Sum();")]
    [InlineData("int Length(string s) => s.Length; object? Run() => new[] { \"1\" }.Select(Length).Sum();")]
    [InlineData("object? Run() { foreach (Match m in Regex.Matches(\"a\", \"a\")) return m.Groups[0].Value; return null; }")]
    [InlineData("object? Run() => new Random(7).Next();")]
    [InlineData("enum K { A } object? Run() => Enum.GetValues<K>().Length + Enum.Parse<K>(\"A\").ToString();")]
    public void What_only_looks_forbidden_is_allowed(string code) => Assert.Empty(SafetyHarness.Problems(code));

    [Fact]
    public void What_was_granted_is_allowed_and_nothing_else()
    {
        const string Code = "object? Run(Files files, Http http) => null;";
        Assert.True(Capability.TryParse("files: read ./data", out var files, out _));
        Assert.True(Capability.TryParse("http: example.org", out var http, out _));
        Assert.Empty(SafetyHarness.Problems(Code, files, http));
        var missing = Assert.Single(SafetyHarness.Problems(Code, files));
        Assert.Equal("docscript trust <dir> --allow \"http: example.org\"", missing.Help);
    }
}
