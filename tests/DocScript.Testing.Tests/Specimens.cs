using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

// The specimens fail on purpose: not public, so that discovery passes them by.
#pragma warning disable xUnit1000

namespace DocScript.Testing.Tests;

/// <summary>Properties that only the tests of the attribute run.</summary>
internal sealed class Specimens
{
    [Property]
    public void Holds(int number) => Assert.Equal(number, -(-number));

    [Property]
    public bool Holds_as_a_boolean(int number, string text) => number == number + 0 && ReferenceEquals(text, text);

    [Property]
    public Property Holds_as_a_Property(int number) => (number * 0 == 0).ToProperty();

    [Property]
    public async Task Holds_as_a_task(int number)
    {
        await Task.Yield();
        Assert.Equal(number, number + 0);
    }

    [Property(Arbitrary = [typeof(EvenNumbers)])]
    public bool Is_given_even_numbers(int number) => number % 2 == 0;

    [Property(Arbitrary = [typeof(LargeNumbers)])]
    public void Throws_from_ten_on(int number) => Assert.True(number < 10);

    [Property(Arbitrary = [typeof(LargeNumbers)])]
    public bool Is_false_from_ten_on(int number) => number < 10;

    [Property(Arbitrary = [typeof(LargeNumbers)])]
    public Property Is_a_false_Property_from_ten_on(int number) => (number < 10).ToProperty();

    [Property(Arbitrary = [typeof(LargeNumbers)])]
    public async Task<bool> Is_false_from_ten_on_in_a_task(int number)
    {
        await Task.Yield();
        return number < 10;
    }

    [Property(MaxTest = 1000, Replay = "(1145655947,296144285)")]
    public bool Fails_with_a_fixed_seed(int number) => number < 10;

    [Property(MaxTest = 7)]
    public bool Runs_seven_times(int number) => number == number + 0;

    [Property(MaxTest = 3, Verbose = true)]
    public bool Says_what_it_is_given(int number) => number == number + 0;

    [Property(Skip = "not today")]
    public bool Is_skipped(int number) => number > 0 && number < 0;
}

/// <summary>Even numbers in place of all.</summary>
internal static class EvenNumbers
{
    public static Arbitrary<int> Numbers() => ArbMap.Default.GeneratorFor<int>().Select(number => number * 2).ToArbitrary();
}

/// <summary>Numbers that fail at once and shrink to small ones.</summary>
internal static class LargeNumbers
{
    public static Arbitrary<int> Numbers() => Arb.From(Gen.Choose(100, 1000), ArbMap.Default.ArbFor<int>().Shrinker);
}

/// <summary>A class whose attribute speaks for its properties.</summary>
[Properties(MaxTest = 5)]
internal sealed class Configured
{
    [Property]
    public bool Runs_as_often_as_the_class_says(int number) => number == number + 0;
}
