using System.Globalization;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Fuzzing;

/// <summary>Random cases for a command or function: up to three documents that conform to a design, drafts and public ones, checked out, scheduled or deleted, and arguments for them.</summary>
internal static class FuzzCases
{
    private static readonly Gen<FuzzStep[]> Steps = Gen.Frequency(
        (6, Gen.Constant<FuzzStep[]>([])),
        (3, Gen.Constant<FuzzStep[]>([Own("publish")])),
        (1, Gen.Constant<FuzzStep[]>([Own("publish"), Own("set title = \"Changed since\"")])),
        (1, Gen.Constant<FuzzStep[]>([Own("checkout")])),
        (1, Gen.Constant<FuzzStep[]>([Own("checkout"), Own("set title = \"In hand\"")])),
        (1, Gen.Constant<FuzzStep[]>([new("bert", "checkout")])),
        (1, Gen.Constant<FuzzStep[]>([Own("schedule publish at \"2030-01-01\"")])),
        (1, Gen.Constant<FuzzStep[]>([Own("embargo until \"2030-01-01\"")])));

    /// <summary>The case of a seed: always the same.</summary>
    public static FuzzCase Of(FuzzTarget target, Design design, ulong seed) => Cases(target, design).Sample(1, new Rnd(seed), (int)(seed % 40) + 5)[0];

    private static Gen<FuzzCase> Cases(FuzzTarget target, Design design) =>
        from count in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from documents in Gen.CollectToList(Enumerable.Range(1, count), id => Document(design, id, target.TakesComponents))
        from none in target.NeedsDocument || target.TakesComponents ? Gen.Frequency((19, Gen.Constant(false)), (1, Gen.Constant(true))) : Gen.Elements(true, false)
        let current = none ? null : documents[0].Document
        from arguments in target.Arguments(new FuzzScope(design, [.. documents.Select(document => document.Document)], current) { Words = target.Words })
        from byVariable in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from sent in target.TakesSent ? ValueGenerators.Object : Gen.Constant(ObjectValue.Empty)
        select new FuzzCase(target, design, [.. documents], current?.Header.Key, [.. arguments], byVariable, sent);

    // What takes components is seldom tried on documents without any.
    private static Gen<FuzzDocument> Document(Design design, int id, bool withComponents) =>
        from type in Gen.Elements(design.ContentTypes.Values.ToArray())
        let draft = DocumentGenerators.Draft(design, type, id, string.Create(CultureInfo.InvariantCulture, $"d{id}"))
        from first in draft
        from document in withComponents && first.Components.Count == 0 ? draft : Gen.Constant(first)
        from steps in Steps
        from deleted in id == 1 ? Gen.Constant(false) : Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new FuzzDocument(document, deleted ? [Own("delete")] : [.. steps]);

    private static FuzzStep Own(string statement) => new(FuzzCase.Actor, statement);
}
