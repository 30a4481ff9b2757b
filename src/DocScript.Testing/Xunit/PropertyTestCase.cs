using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>A property as xunit's runner sees it.</summary>
public sealed class PropertyTestCase : XunitTestCase
{
    /// <summary>For xunit, which makes a case of a serialised one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer; should only be called by deriving classes for de-serialization purposes")]
    public PropertyTestCase()
    {
    }

    /// <summary>The case of a method.</summary>
    public PropertyTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod testMethod)
        : base(diagnostics, display, displayOptions, testMethod)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new CaseRunner(this, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    private sealed class CaseRunner(
        PropertyTestCase testCase,
        object[] constructorArguments,
        IMessageBus messageBus,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestCaseRunner(testCase, testCase.DisplayName, testCase.SkipReason, constructorArguments, [], messageBus, aggregator, cancellation)
    {
        protected override Task<RunSummary> RunTestAsync() => new PropertyTestRunner(
            new XunitTest(TestCase, DisplayName),
            MessageBus,
            TestClass,
            ConstructorArguments,
            TestMethod,
            SkipReason,
            BeforeAfterAttributes,
            new ExceptionAggregator(Aggregator),
            CancellationTokenSource).RunAsync();
    }
}
