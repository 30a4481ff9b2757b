using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DocScript.Hooks.Safety;

/// <summary>
/// Counts what a call of a command or hook uses, and ends it at its <see cref="HookBudget"/>. Instrumented code calls it; it is the thread's, because that code
/// has no other way to reach it, and there can be no second thread in a call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Meter
{
    // Between two looks at clock and memory; what runs meanwhile is one library call a step at worst.
    private const int Slice = 1024;

    [ThreadStatic]
    private static Meter? _current;

    // What may still be counted without a look at anything else. 0 where nothing runs, so that the first step asks.
    [ThreadStatic]
    private static long _left;

    // Above this address of the stack nothing needs to be looked at.
    [ThreadStatic]
    private static nuint _stackSeen;

    // How deep calls go. The rest of the stack is for the way back: the library catches what a comparer throws and throws its own, at each level anew, and the stack is freed only
    // at the end.
    private const int StackBytes = 512 * 1024;

    // Calls that were looked at together; the runtime ensures several times as much.
    private const int StackStep = 16 * 1024;

    private readonly HookBudget _budget;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _cancellation;
    private readonly long _startedAt;
    private readonly nuint _stackStart = Here();
    private long _allocatedAtStart = GC.GetAllocatedBytesForCurrentThread();
    private long _extraBytes;
    private long _granted;
    private Func<Exception?, Exception>? _end;
    private Exception? _ended;

    private Meter(HookBudget budget, TimeProvider clock, CancellationToken cancellation)
    {
        _budget = budget;
        _clock = clock;
        _cancellation = cancellation;
        _startedAt = clock.GetTimestamp();
    }

    /// <summary>The steps that the innermost call has used; 0 where none runs.</summary>
    public static long StepsSoFar => _current is { } meter ? meter._granted - _left : 0;

    /// <summary>What is left of the innermost call's time, never below zero.</summary>
    /// <exception cref="InvalidOperationException">No call runs.</exception>
    public static TimeSpan TimeLeft
    {
        get
        {
            var meter = Running;
            var left = meter._budget.Time - meter._clock.GetElapsedTime(meter._startedAt);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    /// <summary>Ends with the innermost call, or before it when the caller gave up.</summary>
    /// <exception cref="InvalidOperationException">No call runs.</exception>
    public static CancellationToken Cancellation => Running._cancellation;

    /// <summary>Whether the call may go on: filters of <c>catch</c> ask, so that nothing catches its end.</summary>
    public static bool Goes => _current is { _end: null };

    private static Meter Running => _current ?? throw new InvalidOperationException("code of a command ran outside a call of it");

    /// <summary>
    /// Runs <paramref name="body"/>, a call of instrumented code, within <paramref name="budget"/>. Calls nest: the outer one's steps and bytes don't count the inner one's, its time does.
    /// </summary>
    /// <returns>What <paramref name="body"/> answers.</returns>
    /// <exception cref="BudgetExceededException">It came to a limit: where, is in its stack trace, or in that of its inner exception, where it has one.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended it.</exception>
    public static T Run<T>(HookBudget budget, TimeProvider clock, CancellationToken cancellation, Func<T> body)
    {
        var (outer, outerLeft, outerSeen) = (_current, _left, _stackSeen);
        var meter = new Meter(budget, clock, cancellation);
        (_current, _left, _stackSeen) = (meter, 0, nuint.MaxValue);
        try
        {
            var result = body();
            if (meter._end is { } end) throw end(meter._ended);
            return result;
        }
        catch (Exception e) when (meter._end is not null && e is not (BudgetExceededException or OperationCanceledException))
        {
            throw meter._end(meter._ended);
        }
        finally
        {
            if (outer is not null) outer._allocatedAtStart += GC.GetAllocatedBytesForCurrentThread() - meter._allocatedAtStart;
            (_current, _left, _stackSeen) = (outer, outerLeft, outerSeen);
        }
    }

    /// <summary>Counts steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Charge(long steps)
    {
        if ((_left -= steps) < 0) Look();
    }

    /// <summary>Counts the entry of a method or lambda, and looks whether there is stack for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        Charge(1);
        if (Here() < _stackSeen) LookAtStack();
    }

    /// <summary>Counts the entry of a handler: it runs on top of the stack of what threw, where only a call of its own can see how deep that is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Handle() => Enter();

    /// <summary>Counts the entry of a constructor where only an expression can stand: always true.</summary>
    public static bool Entered()
    {
        Enter();
        return true;
    }

    /// <summary>Counts bytes that will be allocated, before they are, and steps for them.</summary>
    internal static void ChargeBytes(long bytes)
    {
        var meter = Running;
        if (meter.Allocated + bytes > meter._budget.Bytes) throw meter.End(BudgetLimit.Bytes, meter._budget.Bytes);
    }

    /// <summary>Counts bytes that the allocation itself does not count in time.</summary>
    internal static void Reserve(long bytes)
    {
        ChargeBytes(bytes);
        Running._extraBytes += bytes;
    }

    /// <summary>Refuses a value longer than <see cref="HookBudget.LargestValue"/>.</summary>
    internal static void CheckLength(long length)
    {
        if (length > HookBudget.LargestValue) throw Running.End(BudgetLimit.Value, HookBudget.LargestValue);
    }

    private long Allocated => GC.GetAllocatedBytesForCurrentThread() - _allocatedAtStart + _extraBytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nuint Here()
    {
        byte here;
        return (nuint)(&here);
    }

    private static void LookAtStack()
    {
        var here = Here();
        if (Running._stackStart - here > StackBytes || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Running.End(BudgetLimit.Depth, 0);
        _stackSeen = here - StackStep;
    }

    private static void Look()
    {
        var meter = Running;
        if (meter._end is { } end)
        {
            _left = 0;
            throw end(meter._ended);
        }

        var used = meter._granted - _left;
        if (used > meter._budget.Steps) throw meter.End(BudgetLimit.Steps, meter._budget.Steps);
        if (meter._clock.GetElapsedTime(meter._startedAt) > meter._budget.Time) throw meter.End(BudgetLimit.Time, (long)meter._budget.Time.TotalMilliseconds);
        if (meter.Allocated > meter._budget.Bytes) throw meter.End(BudgetLimit.Bytes, meter._budget.Bytes);
        if (meter._cancellation.IsCancellationRequested) throw meter.End(_ => new OperationCanceledException(meter._cancellation));
        _left = Math.Min(Slice, meter._budget.Steps - used);
        meter._granted = used + _left;
    }

    private Exception End(BudgetLimit limit, long allowed) => End(inner => new BudgetExceededException(limit, allowed, inner));

    // For good: what runs after it, in a finally or after a catch, throws again at its next step.
    private Exception End(Func<Exception?, Exception> end)
    {
        _granted -= _left;
        _left = 0;
        if (_end is not null) return _end(_ended);
        _end = end;
        return _ended = end(null);
    }
}
