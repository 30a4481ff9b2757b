using System.Collections.Immutable;
using DocScript.Hooks.Safety;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Tests.Safety;

public sealed class InstrumentationTests
{
    [Fact]
    public void An_exception_names_the_users_file_and_line()
    {
        const string Code = """
            // 1
            record Word(
                string Text); // 3
            int Half(int x) =>
                x / 2 / Zero(x); // 5

            int Zero(int x)
            {
                for (var i = 0;
                    i < 3;
                    i++) // 11
                {
                    try { x = i; } finally { x = 0; }
                }

                Func<int, int> f = y =>
                    throw new InvalidOperationException(
                        "bad" + new Word("w")); // 18
                return f(x);
            }

            object? Run()
            {
                return Half(3); // 24
            }
            """;
        var thrown = Assert.Throws<InvalidOperationException>(() => SafetyHarness.Run(SafetyHarness.Compile(Code, "/commands/half.csx")));
        Assert.Equal("badWord { Text = w }", thrown.Message);
        var lines = new System.Diagnostics.StackTrace(thrown, fNeedFileInfo: true).GetFrames().Where(frame => frame.GetFileName() == "/commands/half.csx").Select(frame => frame.GetFileLineNumber()).ToList();

        // Between them may be methods that the runtime put into their callers.
        Assert.Equal((17, 24), (lines[0], lines[^1]));
    }

    [Fact]
    public void The_line_where_a_call_was_stopped_is_in_its_stack_trace()
    {
        var thrown = Assert.Throws<BudgetExceededException>(() => SafetyHarness.Run(SafetyHarness.Compile("object? Run()\n{\n    while (true)\n        ;\n}", "/commands/loop.csx")));
        Assert.Contains(new System.Diagnostics.StackTrace(thrown, fNeedFileInfo: true).GetFrames(), frame => frame.GetFileName() == "/commands/loop.csx" && frame.GetFileLineNumber() is 3 or 4);
    }

    [Fact]
    public void Files_that_are_loaded_are_checked_and_instrumented_too()
    {
        var loads = new TextFiles(ImmutableDictionary<string, string>.Empty
            .Add("/commands/loop.csx", "#load \"deeper.csx\"\nint Loop() { Deeper(); while (true) ; }")
            .Add("/commands/deeper.csx", "int Deeper()\n{\n    for (var i = 0; i < 10; i++) ;\n    return 1;\n}")
            .Add("/commands/bad.csx", "object? Bad() => System.IO.File.ReadAllText(\"x\");"));
        Assert.Throws<BudgetExceededException>(() => SafetyHarness.Run(SafetyHarness.Compile("#load \"loop.csx\"\nobject? Run() => Loop();", "/commands/main.csx", loads)));
        var problems = SafetyCheck.Check(new(SafetyHarness.Compile("#load \"bad.csx\"\nobject? Run() => Bad();", "/commands/main.csx", loads)), Policy.Default);
        Assert.Equal("/commands/bad.csx", Assert.Single(problems).Location.SourceTree!.FilePath);
    }

    [Fact]
    public void Every_type_and_member_of_the_list_exists()
    {
        var compilation = SafetyHarness.Compile("");
        var missing = new List<string>();
        var signatures = AllowList.Refused.Keys.Concat(AllowList.Replaced.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var listed in AllowList.Types)
        {
            if (compilation.GetTypeByMetadataName(listed.Name) is not { } type)
            {
                missing.Add(listed.Name);
                continue;
            }

            signatures.ExceptWith(type.GetMembers().Select(Allowed.SignatureOf));
            var members = type.GetMembers().Select(member => member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name).ToHashSet(StringComparer.Ordinal);
            var names = $"{listed.Plain} {listed.Keyed} {listed.Counted}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
            missing.AddRange(names.Where(name => name != "*" && !members.Contains(name)).Select(name => listed.Name + "." + name));
        }

        missing.AddRange(signatures);
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void A_policy_has_the_same_fingerprint_in_every_process_for_the_same_grants()
    {
        Assert.True(DocScript.Hooks.Capabilities.Capability.TryParse("files: read ./data", out var files, out _));
        Assert.True(DocScript.Hooks.Capabilities.Capability.TryParse("http: example.org", out var http, out _));
        Assert.Equal(new Policy([files, http]).Fingerprint, new Policy([http, files, http]).Fingerprint);
        Assert.NotEqual(Policy.Default.Fingerprint, new Policy([files]).Fingerprint);
        Assert.Equal(64, Policy.Default.Fingerprint.Length);
    }

    private sealed class TextFiles(ImmutableDictionary<string, string> texts) : SourceReferenceResolver
    {
        public override string? NormalizePath(string path, string? baseFilePath) => "/commands/" + Path.GetFileName(path);

        public override string? ResolveReference(string path, string? baseFilePath) => texts.ContainsKey(NormalizePath(path, baseFilePath)!) ? NormalizePath(path, baseFilePath) : null;

        public override Stream OpenRead(string resolvedPath) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(texts[resolvedPath]));

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => texts.Count;
    }
}
