using FsCheck.Xunit;

namespace DocScript.Testing.Tests;

/// <summary>A property found and run by the test runner itself.</summary>
public sealed class PropertyDiscoveryTests
{
    [Property(MaxTest = 20)]
    public bool Reversing_twice_gives_the_same_list(int[] numbers) => numbers.AsEnumerable().Reverse().Reverse().SequenceEqual(numbers);
}
