using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Runs one property between its class's construction and disposal, with an output of its own beside the class's.</summary>
internal sealed class PropertyTestRunner(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    string? skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellation)
    : XunitTestRunner(test, messageBus, testClass, constructorArguments, testMethod, [], skipReason, beforeAfterAttributes, aggregator, cancellation)
{
    private readonly TestOutputHelper _output = new();

    /// <inheritdoc/>
    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
    {
        _output.Initialize(MessageBus, Test);
        var (time, output) = await base.InvokeTestAsync(aggregator);
        var all = output + _output.Output;
        _output.Uninitialize();
        return Tuple.Create(time, all);
    }

    /// <inheritdoc/>
    protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) => new Invoker(
        _output, Test, MessageBus, TestClass, ConstructorArguments, TestMethod, BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();

    private sealed class Invoker(
        TestOutputHelper output,
        ITest test,
        IMessageBus messageBus,
        Type testClass,
        object[] constructorArguments,
        MethodInfo testMethod,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestInvoker(test, messageBus, testClass, constructorArguments, testMethod, [], beforeAfterAttributes, aggregator, cancellation)
    {
        // FsCheck waits for tasks by blocking: on the pool, so that xunit's own contexts can't deadlock.
        protected override async Task<decimal> InvokeTestMethodAsync(object testClassInstance)
        {
            await Aggregator.RunAsync(() => Timer.AggregateAsync(() => Task.Run(() => CheckProperty(testClassInstance), CancellationTokenSource.Token)));
            return Timer.Total;
        }

        private void CheckProperty(object? instance)
        {
            var settings = PropertySettings.Of(TestClass, TestMethod);
            var runner = new PropertyRunner(settings.Verbose == true ? output.WriteLine : null);
            Check.Method(settings.ToConfig(runner), TestMethod, instance);
            var result = runner.Result ?? throw new InvalidOperationException("FsCheck ended without a result");
            var report = Runner.onFinishedToString("", result);
            if (result is TestResult.Passed) output.WriteLine(report.TrimEnd());
            else throw new PropertyFailedException(Environment.NewLine + report, ((result as TestResult.Failed)?.Item4 as Outcome.Failed)?.Item);
        }
    }
}
