using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Designs;

/// <summary>What a design would do to documents: those that break a rule of <see cref="Rules.Import"/> under it that they kept under the design before.</summary>
/// <param name="Broken">The first of them, in order.</param>
/// <param name="Count">How many these are.</param>
/// <param name="Judged">How many documents were looked at.</param>
public sealed record DesignImpact(ImmutableArray<BrokenDocument> Broken, int Count, int Judged)
{
    private const int MostDocuments = 20, MostViolations = 3;

    /// <summary>The documents with the working copies of those that are checked out: what is in them becomes public by a check-in.</summary>
    internal static IEnumerable<Document> WithWorkingCopies(IEnumerable<Document> documents, Func<long, Document?> load)
    {
        foreach (var document in documents)
        {
            yield return document;
            if (document.Header.Checkout is { } checkout && load(checkout.WorkingCopy) is { Header.Deleted: false } copy) yield return copy;
        }
    }

    /// <summary>Judges documents.</summary>
    public static DesignImpact Of(IEnumerable<Document> documents, Design before, Design after, CancellationToken cancellation = default)
    {
        var broken = ImmutableArray.CreateBuilder<BrokenDocument>();
        var (count, judged) = (0, 0);
        foreach (var document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            judged++;
            var violations = NewViolations((document, before), (document, after));
            if (violations.Count == 0) continue;
            if (count++ < MostDocuments) broken.Add(new(document.Header, document.Title, [.. violations.Take(MostViolations)], violations.Count));
        }

        return new(broken.ToImmutable(), count, judged);
    }

    /// <summary>The rules of <see cref="Rules.Import"/> that a document breaks under a design now and did not before; all that it breaks where there was none before.</summary>
    public static IReadOnlyList<Violation> NewViolations((Document Document, Design Design)? before, (Document Document, Design Design) now)
    {
        var violations = Rules.Import(now.Design, now.Document);
        if (violations.Count == 0 || before is not { } then) return violations;
        var known = Rules.Import(then.Design, then.Document).Select(Key).ToHashSet();
        return [.. violations.Where(violation => !known.Contains(Key(violation)))];
    }

    /// <summary>The broken documents as diagnostics, the last with what to do and what became of the work.</summary>
    public ImmutableArray<Diagnostic> Diagnostics(Phase phase, string? note = null)
    {
        ImmutableArray<Diagnostic> all = [.. Broken.Select(broken => broken.ToDiagnostic(phase))];
        return all.IsEmpty ? all : all.SetItem(all.Length - 1, all[^1] with { Note = note, Help = "change the documents or the design, or import it with --force all the same" });
    }

    private static (Rule Rule, string Message, string? Component) Key(Violation violation) => (violation.Rule, violation.Message, violation.Component);
}
