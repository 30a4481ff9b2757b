using System.Text.Json.Nodes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Livingdocs.Tests;

/// <summary>A design, a document's content, and commands one after the other.</summary>
internal sealed record Walk(Design Design, IReadOnlyList<Subtree> Roots, IReadOnlyList<Step> Steps)
{
    /// <summary>Random walks. A failing one is cut down to the steps and components that it needs.</summary>
    public static Arbitrary<Walk> Arbitrary { get; } = Arb.From(
        from generated in DesignGenerators.Design
        let design = generated with { Components = AsRead(generated) }
        from roots in DocumentGenerators.Roots(design, depth: 2)
        from count in Gen.Choose(1, 12)
        from steps in Gen.ArrayOf(Step.Generator, count)
        select new Walk(design, roots, steps),
        walk => walk.Steps.Select((_, index) => walk with { Steps = Without(walk.Steps, index) })
            .Concat(walk.Roots.Select((_, index) => walk with { Roots = Without(walk.Roots, index) }))
            .Concat(walk.Roots.Select((root, index) => walk with { Roots = [.. walk.Roots.Take(index), Bare(root), .. walk.Roots.Skip(index + 1)] }).Where(smaller => !smaller.Roots.SequenceEqual(walk.Roots))));

    /// <summary>The content in Livingdocs' form.</summary>
    public Value Content
    {
        get
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new System.Text.Json.Utf8JsonWriter(buffer)) ComponentJson.WriteAll(writer, ComponentTree.Of(Roots), Design.Name);
            return ValueJson.Parse(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"design {FrameworkDesign.Ours(Design).ToJsonString()}\ncontent {Content}\nsteps {string.Join(' ', Steps)}";

    private static IReadOnlyDictionary<string, ComponentDefinition> AsRead(Design design) => DesignJson.Parse(FrameworkDesign.Ours(design).ToJsonString()).Components;

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, other) => other != index)];

    private static Subtree Bare(Subtree root) => root with { Content = ObjectValue.Empty, Styles = ObjectValue.Empty, Conditions = ObjectValue.Empty, Data = ObjectValue.Empty, Containers = [.. root.Containers.Select(container => container with { Children = [] })] };
}
