using DocScript.Hooks.Safety;

namespace DocScript.Hooks.Tests.Safety;

public sealed class MeterTests
{
    private static readonly HookBudget Budget = new(10_000, TimeSpan.FromMinutes(1), 100_000_000);

    [Fact]
    public void A_call_answers_what_its_code_answers() => Assert.Equal(3, Meter.Run(Budget, TimeProvider.System, default, () => 3));

    [Fact]
    public void Steps_are_counted_exactly_up_to_the_budget()
    {
        Assert.Equal(10_000, Meter.Run(Budget, TimeProvider.System, default, () =>
        {
            for (var i = 0; i < 10_000; i++) Meter.Charge(1);
            return Meter.StepsSoFar;
        }));
        var thrown = Assert.Throws<BudgetExceededException>(() => Meter.Run(Budget, TimeProvider.System, default, () =>
        {
            for (var i = 0; i < 10_001; i++) Meter.Charge(1);
            return 0;
        }));
        Assert.Equal((BudgetLimit.Steps, 10_000), (thrown.Limit, thrown.Allowed));
    }

    [Fact]
    public void Loops_count_each_round_however_they_are_left()
    {
        var budget = SafetyHarness.Budget;
        Assert.Equal(1000, StepsOf("for (var i = 0; i < 1000; i++) { }") - StepsOf(""));
        Assert.Equal(1000, StepsOf("for (var i = 0; i < 10; i++) for (var j = 0; j < 99; j++) { }") - StepsOf(""));
        Assert.Equal(301, StepsOf("for (var i = 0; ; i++) if (i == 300) break;") - StepsOf(""));
        Assert.Equal(301, StepsOf("int M() { for (var i = 0; ; i++) if (i == 300) return i; } M();") - StepsOf("int M() { return 1; } M();"));

        long StepsOf(string statements)
        {
            var run = SafetyHarness.Load(Instrumentation.Instrument(new(SafetyHarness.Compile("object? Run() { " + statements + " return null; }"))));
            return Meter.Run(budget, TimeProvider.System, default, () =>
            {
                run();
                return Meter.StepsSoFar;
            });
        }
    }

    [Fact]
    public void An_inner_call_has_its_own_budget_and_the_outer_one_goes_on()
    {
        Assert.Equal(5, Meter.Run(Budget, TimeProvider.System, default, () =>
        {
            Meter.Charge(4);
            Assert.Throws<BudgetExceededException>(() => Meter.Run(Budget with { Steps = 10 }, TimeProvider.System, default, () =>
            {
                Meter.Charge(11);
                return 0;
            }));
            Assert.Equal(9_000, Meter.Run(Budget, TimeProvider.System, default, () =>
            {
                Meter.Charge(9_000);
                return Meter.StepsSoFar;
            }));
            Meter.Charge(1);
            return Meter.StepsSoFar;
        }));
    }

    [Fact]
    public void An_inner_calls_memory_is_not_the_outer_ones()
    {
        var kept = new List<byte[]>();
        Assert.Equal(1, Meter.Run(Budget with { Bytes = 1_000_000 }, TimeProvider.System, default, () =>
        {
            Meter.Run(Budget, TimeProvider.System, default, () =>
            {
                kept.Add(new byte[10_000_000]);
                return 0;
            });
            Meter.Charge(5_000);
            return 1;
        }));
    }

    [Fact]
    public void What_catches_the_end_of_a_call_does_not_outlive_it()
    {
        var thrown = Assert.Throws<BudgetExceededException>(() => Meter.Run(Budget, TimeProvider.System, default, () =>
        {
            try
            {
                Meter.Charge(10_001);
            }
            catch (BudgetExceededException)
            {
                Assert.False(Meter.Goes);
                Assert.Throws<BudgetExceededException>(() => Meter.Charge(1));
            }

            return 0;
        }));
        Assert.IsType<BudgetExceededException>(thrown.InnerException);
    }

    [Fact]
    public void A_call_ends_at_its_time_by_the_clock_it_was_given()
    {
        var clock = new SteppingClock();
        var thrown = Assert.Throws<BudgetExceededException>(() => SafetyHarness.Run("object? Run() { while (true) ; }", new HookBudget(long.MaxValue, TimeSpan.FromSeconds(100), long.MaxValue / 2), clock));
        Assert.Equal((BudgetLimit.Time, 100_000), (thrown.Limit, thrown.Allowed));
    }

    [Fact]
    public void A_call_ends_when_its_caller_gives_up()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var thrown = Assert.Throws<OperationCanceledException>(() => SafetyHarness.Run("object? Run() { while (true) try { while (true) ; } catch { } }", cancellation: source.Token));
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public void Instrumented_code_does_not_run_outside_a_call()
    {
        var run = SafetyHarness.Load(Instrumentation.Instrument(new(SafetyHarness.Compile("object? Run() => 1;"))));
        Assert.Throws<InvalidOperationException>(run);
    }

    [Fact]
    public void Two_threads_have_a_meter_each()
    {
        long[] steps = [.. new[] { 100, 200 }.AsParallel().WithDegreeOfParallelism(2).WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(own => Meter.Run(Budget, TimeProvider.System, default, () =>
        {
            Meter.Charge(own);
            return Meter.StepsSoFar;
        })).Order()];
        Assert.Equal([100, 200], steps);
    }

    [Fact]
    public void Each_limit_says_what_happened_with_a_code_of_its_own()
    {
        var all = Enum.GetValues<BudgetLimit>().Select(limit => new BudgetExceededException(limit, 5)).ToList();
        Assert.Equal(all.Count, all.Select(each => each.Code.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(all.Count, all.Select(each => each.Message).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, each => Assert.NotEmpty(each.Help));
    }

    // A second passes each time somebody looks.
    private sealed class SteppingClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++_seconds;
    }
}
