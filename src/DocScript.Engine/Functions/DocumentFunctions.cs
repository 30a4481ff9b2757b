using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Functions;

/// <summary>Functions that read documents and components by value.</summary>
internal static class DocumentFunctions
{
    public static readonly Function[] All =
    [
        new("document", "document(id or key)", 1, 1, "A document by its id (an integer) or key (a text).", "print document(1).title") { Body = Document },
        new("component", "component(id)", 1, 1, "A component of the current document by its id.", "print component(\"doc-1\").type") { Body = call => call.Evaluator.Component(call.Text(0), call.Span) },
    ];

    private static DocumentReference Document(FunctionCall call) => call[0] switch
    {
        IntegerValue or TextValue => new DocumentReference(call.Evaluator.State.Lookup(call[0], call.Span)),
        DocumentReference reference => reference,
        _ => throw call.Wrong(0, "an id or a key"),
    };
}
