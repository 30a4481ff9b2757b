using System.Globalization;
using System.Reflection;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>What the attributes around a property say together; null is FsCheck's own default.</summary>
internal sealed record PropertySettings(int? MaxTest, IReadOnlyList<Type> Arbitrary, string? Replay, bool? Verbose)
{
    private static readonly PropertySettings None = new(null, [], null, null);

    /// <summary>The settings of a method: assembly, then the classes from the outermost, then its own.</summary>
    public static PropertySettings Of(Type testClass, MethodInfo method)
    {
        var settings = testClass.Assembly.GetCustomAttribute<PropertiesAttribute>()?.Over(None) ?? None;
        foreach (var type in Enclosing(testClass).Reverse())
            settings = type.GetCustomAttribute<PropertiesAttribute>()?.Over(settings) ?? settings;
        return method.GetCustomAttribute<PropertyAttribute>()!.Over(settings);
    }

    /// <summary>FsCheck's configuration, reporting to <paramref name="runner"/>.</summary>
    /// <exception cref="FormatException"><see cref="Replay"/> is not a seed.</exception>
    public Config ToConfig(IRunner runner)
    {
        var config = Config.Default.WithRunner(runner).WithArbitrary(Arbitrary).WithMaxTest(MaxTest ?? Config.Default.MaxTest);
        return Replay is null ? config : config.WithReplay(FSharpOption<Replay>.Some(ParseReplay(Replay)));
    }

    private static Replay ParseReplay(string text)
    {
        var parts = text.Trim().Trim('(', ')').Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3)) throw new FormatException($"'{text}' is no seed to replay; expected (seed,gamma) or (seed,gamma,size), as a failure shows it");
        var size = parts.Length == 3 ? FSharpOption<int>.Some(int.Parse(parts[2], CultureInfo.InvariantCulture)) : null;
        return new Replay(new Rnd(ulong.Parse(parts[0], CultureInfo.InvariantCulture), ulong.Parse(parts[1], CultureInfo.InvariantCulture)), size);
    }

    private static IEnumerable<Type> Enclosing(Type type)
    {
        for (var current = type; current is not null; current = current.DeclaringType) yield return current;
    }
}
