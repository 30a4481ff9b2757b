using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>A design, a document that conforms to it, and edits to attempt.</summary>
public sealed record EditedDocument(Design Design, Document Document, IReadOnlyList<Attempt> Attempts)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Document.Components.Count} components of {string.Join(", ", Design.Components.Keys)}; attempts:\n{string.Join('\n', Attempts)}";
}

/// <summary>The arbitraries of this room, for <c>[Property(Arbitrary = [typeof(DocumentArbitraries)])]</c>.</summary>
public static class DocumentArbitraries
{
    /// <summary>Values that documents can keep.</summary>
    public static Arbitrary<Value> Values() => Arb.From(ValueGenerators.Any);

    /// <summary>Objects.</summary>
    public static Arbitrary<ObjectValue> Objects() => Arb.From(ValueGenerators.Object);

    /// <summary>Designs.</summary>
    public static Arbitrary<Design> Designs() => Arb.From(DesignGenerators.Design);

    /// <summary>Documents with their designs and edits; a failing case is cut down to the edits that it needs.</summary>
    public static Arbitrary<EditedDocument> EditedDocuments() => Arb.From(
        from design in DesignGenerators.Design
        from document in DocumentGenerators.Document(design)
        from count in Gen.Choose(0, 40)
        from attempts in Gen.ArrayOf(Attempts, count)
        select new EditedDocument(design, document, attempts),
        edited => edited.Attempts.Select((_, index) => edited with { Attempts = [.. edited.Attempts.Where((_, other) => other != index)] }));

    private static Gen<Attempt> Attempts { get; } =
        from kind in Gen.Frequency(
            (6, Gen.Constant(AttemptKind.Insert)),
            (6, Gen.Constant(AttemptKind.Move)),
            (3, Gen.Constant(AttemptKind.Remove)),
            (3, Gen.Constant(AttemptKind.Directive)),
            (3, Gen.Constant(AttemptKind.Style)),
            (2, Gen.Constant(AttemptKind.Condition)),
            (3, Gen.Constant(AttemptKind.Metadata)),
            (2, Gen.Constant(AttemptKind.Control)),
            (1, Gen.Elements(AttemptKind.Title, AttemptKind.Publish, AttemptKind.Unpublish)))
        from which in Gen.Choose(0, 1000)
        from place in Gen.Choose(0, 1000)
        from beside in Gen.Choose(0, 1000)
        from value in ValueGenerators.Any
        from text in ValueGenerators.Text
        select new Attempt(kind, which, place, beside, value, text);
}
