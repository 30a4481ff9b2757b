using System.Collections.Immutable;
using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>A definition that one of two designs has and the other has not, or has otherwise.</summary>
/// <param name="Kind"><c>design</c>, <c>content type</c>, <c>component</c> or <c>style</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Parts">What differs in it; all that it has where it came or went.</param>
public sealed record DefinitionDifference(string Kind, string Name, DefinitionFate Fate, ImmutableArray<PartDifference> Parts);

/// <summary>A part of a definition that differs; null where it is not there.</summary>
public sealed record PartDifference(string Name, Value? Was, Value? Now);

/// <summary>What became of a definition.</summary>
public enum DefinitionFate
{
    /// <summary>Only the new design has it.</summary>
    Added,

    /// <summary>Only the old design has it.</summary>
    Removed,

    /// <summary>Both have it, not alike.</summary>
    Changed,
}

/// <summary>How two designs differ, definition by definition. The order in which definitions stand is no difference.</summary>
public static class DesignDifferences
{
    /// <summary>The differences: of the whole, of content types, components and styles.</summary>
    public static ImmutableArray<DefinitionDifference> Of(Design old, Design @new)
    {
        var (oldSource, newSource) = (Sources(old), Sources(@new));
        return
        [
            .. Compare("design", [@new.Name], _ => DefinitionPart.OfWhole(old), _ => DefinitionPart.OfWhole(@new)),
            .. Compare("content type", old.ContentTypes, @new.ContentTypes, DefinitionPart.Of, DefinitionPart.Of),
            .. Compare("component", old.Components, @new.Components, component => DefinitionPart.Of(component, oldSource(component.Name)), component => DefinitionPart.Of(component, newSource(component.Name))),
            .. Compare("style", old.ComponentProperties, @new.ComponentProperties, DefinitionPart.Of, DefinitionPart.Of),
        ];
    }

    private static Func<string, ObjectValue> Sources(Design design)
    {
        var byName = SourceEntries.Named(design.Source.Find("components")).DistinctBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(entry => entry.Name, entry => entry.Entry, StringComparer.Ordinal);
        return name => byName.GetValueOrDefault(name) ?? ObjectValue.Empty;
    }

    private static IEnumerable<DefinitionDifference> Compare<T>(
        string kind, IReadOnlyDictionary<string, T> old, IReadOnlyDictionary<string, T> @new, Func<T, IEnumerable<DefinitionPart>> oldParts, Func<T, IEnumerable<DefinitionPart>> newParts)
        where T : class => Compare(
        kind,
        @new.Keys.Concat(old.Keys.Where(name => !@new.ContainsKey(name))),
        name => old.GetValueOrDefault(name) is { } definition ? oldParts(definition) : null,
        name => @new.GetValueOrDefault(name) is { } definition ? newParts(definition) : null);

    private static IEnumerable<DefinitionDifference> Compare(string kind, IEnumerable<string> names, Func<string, IEnumerable<DefinitionPart>?> old, Func<string, IEnumerable<DefinitionPart>?> @new)
    {
        foreach (var name in names)
        {
            var (was, now) = (old(name), @new(name));
            var parts = Parts(was ?? [], now ?? []);
            var fate = was is null ? DefinitionFate.Added : now is null ? DefinitionFate.Removed : DefinitionFate.Changed;
            if (parts.Length > 0 || fate != DefinitionFate.Changed) yield return new(kind, name, fate, parts);
        }
    }

    private static ImmutableArray<PartDifference> Parts(IEnumerable<DefinitionPart> old, IEnumerable<DefinitionPart> @new)
    {
        var was = old.DistinctBy(Key).ToDictionary(Key);
        var now = @new.DistinctBy(Key).ToDictionary(Key);
        return
        [
            .. now.Values.Where(part => was.GetValueOrDefault(Key(part))?.Value != part.Value).Select(part => new PartDifference(part.Name, was.GetValueOrDefault(Key(part))?.Value, part.Value)),
            .. was.Values.Where(part => !now.ContainsKey(Key(part))).Select(part => new PartDifference(part.Name, part.Value, null)),
        ];
    }

    private static (string Name, Value? OneOfMany) Key(DefinitionPart part) => (part.Name, part.OneOfMany ? part.Value : null);
}
