using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Keeps what FsCheck found, and writes every case where that was asked.</summary>
internal sealed class PropertyRunner(Action<string>? write) : IRunner
{
    /// <summary>The result, once FsCheck has finished.</summary>
    public TestResult? Result { get; private set; }

    void IRunner.OnStartFixture(Type type) { }

    void IRunner.OnArguments(int number, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) =>
        write?.Invoke(Runner.onArgumentsToString(number, arguments).TrimEnd());

    void IRunner.OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> everyShrink) =>
        write?.Invoke(Runner.onShrinkToString(arguments).TrimEnd());

    void IRunner.OnFinished(string name, TestResult result) => Result = result;
}
