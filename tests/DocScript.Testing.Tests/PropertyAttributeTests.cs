using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DocScript.Testing.Tests;

/// <summary>What our own attribute and the one of FsCheck.Xunit both promise; the same tests run with either.</summary>
public sealed partial class PropertyAttributeTests
{
    [Theory]
    [InlineData(nameof(Specimens.Holds))]
    [InlineData(nameof(Specimens.Holds_as_a_boolean))]
    [InlineData(nameof(Specimens.Holds_as_a_Property))]
    [InlineData(nameof(Specimens.Holds_as_a_task))]
    [InlineData(nameof(Specimens.Is_given_even_numbers))]
    public async Task A_property_that_holds_passes(string method) => Assert.IsAssignableFrom<ITestPassed>(await RunAsync(method));

    [Theory]
    [InlineData(nameof(Specimens.Throws_from_ten_on))]
    [InlineData(nameof(Specimens.Is_false_from_ten_on))]
    [InlineData(nameof(Specimens.Is_a_false_Property_from_ten_on))]
    [InlineData(nameof(Specimens.Is_false_from_ten_on_in_a_task))]
    public async Task A_property_that_fails_shows_the_smallest_counterexample_and_the_seed(string method)
    {
        var message = Message(await RunAsync(method));
        Assert.Contains("Falsifiable, after", message, StringComparison.Ordinal);
        Assert.Matches(@"Shrunk:\s+10\s", message);
        Assert.Matches(Seed(), message);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_cases()
    {
        var first = Seed().Match(Message(await RunAsync(nameof(Specimens.Fails_with_a_fixed_seed)))).Value;
        var second = Seed().Match(Message(await RunAsync(nameof(Specimens.Fails_with_a_fixed_seed)))).Value;
        Assert.Equal(first, second);
        Assert.Contains("(1145655947,296144285)", Message(await RunAsync(nameof(Specimens.Fails_with_a_fixed_seed))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxTest_says_how_many_cases_run()
    {
        var passed = Assert.IsAssignableFrom<ITestPassed>(await RunAsync(nameof(Specimens.Runs_seven_times)));
        Assert.Contains("Ok, passed 7 tests", passed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_writes_every_case()
    {
        var passed = Assert.IsAssignableFrom<ITestPassed>(await RunAsync(nameof(Specimens.Says_what_it_is_given)));
        Assert.Matches(@"(?s)0:\s+-?\d+.*1:\s+-?\d+.*2:\s+-?\d+", passed.Output);
    }

    [Fact]
    public async Task What_the_class_says_holds_where_the_method_says_nothing()
    {
        var passed = Assert.IsAssignableFrom<ITestPassed>(await RunAsync(nameof(Configured.Runs_as_often_as_the_class_says), typeof(Configured)));
        Assert.Contains("Ok, passed 5 tests", passed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_skipped_property_does_not_run() =>
        Assert.Equal("not today", Assert.IsAssignableFrom<ITestSkipped>(await RunAsync(nameof(Specimens.Is_skipped))).Reason);

    [GeneratedRegex(@"\(\d+,\d+\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seed();

    private static string Message(ITestResultMessage result) => string.Join('\n', Assert.IsAssignableFrom<ITestFailed>(result).Messages);

    private static async Task<ITestResultMessage> RunAsync(string method, Type? type = null)
    {
        var assembly = new TestAssembly(Reflector.Wrap((type ?? typeof(Specimens)).Assembly));
        var collection = new TestCollection(assembly, null, "specimens");
        var testClass = new TestClass(collection, Reflector.Wrap(type ?? typeof(Specimens)));
        var testMethod = new TestMethod(testClass, testClass.Class.GetMethod(method, includePrivateMethod: false));
        var attribute = testMethod.Method.GetCustomAttributes(typeof(PropertyAttribute)).Single();
        IXunitTestCaseDiscoverer discoverer = new PropertyDiscoverer(new Silence());
        var testCase = discoverer.Discover(new NoOptions(), testMethod, attribute).Single();
        using var bus = new ResultBus();
        using var cancellation = new CancellationTokenSource();
        await testCase.RunAsync(new Silence(), bus, [], new ExceptionAggregator(), cancellation);
        return Assert.Single(bus.Results);
    }

    private sealed class NoOptions : ITestFrameworkDiscoveryOptions
    {
        public TValue? GetValue<TValue>(string name) => default;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException();
    }

    private sealed class Silence : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => true;
    }

    private sealed class ResultBus : IMessageBus
    {
        public List<ITestResultMessage> Results { get; } = [];

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is ITestResultMessage result) Results.Add(result);
            return true;
        }

        public void Dispose() { }
    }
}
