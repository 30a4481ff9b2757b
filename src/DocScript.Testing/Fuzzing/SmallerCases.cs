using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Testing.Fuzzing;

/// <summary>What a case can be cut down to, the largest cuts first.</summary>
internal static class SmallerCases
{
    /// <summary>The cases that are smaller by one cut.</summary>
    public static IEnumerable<FuzzCase> Of(FuzzCase one)
    {
        foreach (var document in one.Documents.Where(document => document.Document.Header.Key != one.Current))
            yield return one with { Documents = one.Documents.Remove(document) };
        if (one.ByVariable) yield return one with { ByVariable = false };
        if (one.Sent.Count > 0) yield return one with { Sent = ObjectValue.Empty };
        foreach (var part in one.Target.Optional)
            if (one.Arguments.Any(argument => part.Contains(argument.Label)))
                yield return one with { Arguments = one.Arguments.RemoveAll(argument => part.Contains(argument.Label)) };
        for (var i = 0; i < one.Documents.Length; i++)
            foreach (var smaller in Of(one.Documents[i]))
                yield return one with { Documents = one.Documents.SetItem(i, smaller) };
        for (var i = 0; i < one.Arguments.Length; i++)
            foreach (var smaller in one.Arguments[i].Value is { } value ? SmallerValues.Of(value) : [])
                yield return one with { Arguments = one.Arguments.SetItem(i, one.Arguments[i].With(smaller)) };
    }

    private static IEnumerable<FuzzDocument> Of(FuzzDocument one)
    {
        if (!one.Steps.IsEmpty) yield return one with { Steps = [] };
        if (one.Steps.Length > 1) yield return one with { Steps = one.Steps.RemoveAt(one.Steps.Length - 1) };
        var document = one.Document;
        if (document.Components.Count > 0) yield return With(document with { Components = ComponentTree.Of([]) });
        var roots = document.Components.ToSubtrees().ToImmutableArray();
        foreach (var smaller in Lists(roots)) yield return With(document with { Components = ComponentTree.Of(smaller) });
        if (document.Metadata.Count > 0) yield return With(document with { Metadata = ObjectValue.Empty });
        foreach (var smaller in SmallerValues.OfObject(document.Metadata)) yield return With(document with { Metadata = smaller });
        foreach (var smaller in SmallerValues.OfText(document.Title)) yield return With(document with { Title = smaller });

        FuzzDocument With(Document smaller) => one with { Document = smaller };
    }

    private static IEnumerable<ImmutableArray<Subtree>> Lists(ImmutableArray<Subtree> siblings)
    {
        for (var i = 0; i < siblings.Length; i++) yield return siblings.RemoveAt(i);
        for (var i = 0; i < siblings.Length; i++)
            foreach (var smaller in Of(siblings[i]))
                yield return siblings.SetItem(i, smaller);
    }

    private static IEnumerable<Subtree> Of(Subtree one)
    {
        if (one.Fixed) yield return one with { Fixed = false };
        if (one.Data.Count > 0) yield return one with { Data = ObjectValue.Empty };
        if (one.Conditions.Count > 0) yield return one with { Conditions = ObjectValue.Empty };
        if (one.Styles.Count > 0) yield return one with { Styles = ObjectValue.Empty };
        for (var i = 0; i < one.Containers.Count; i++)
            foreach (var smaller in Lists([.. one.Containers[i].Children]))
                yield return one with { Containers = [.. one.Containers.Select((container, index) => index == i ? container with { Children = smaller } : container)] };
        foreach (var smaller in SmallerValues.OfObject(one.Content)) yield return one with { Content = smaller };
    }
}
