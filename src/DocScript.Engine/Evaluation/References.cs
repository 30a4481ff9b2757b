using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>A document as a value; sees later edits.</summary>
public sealed class DocumentReference(long id) : Value
{
    /// <summary>The document's id.</summary>
    public long Id { get; } = id;

    /// <inheritdoc/>
    public override string KindName => "document";

    /// <inheritdoc/>
    public override bool Equals(Value? other) => other is DocumentReference reference && reference.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>A component as a value, bound to its document; sees later edits.</summary>
public sealed class ComponentReference(long document, string id) : Value
{
    /// <summary>The id of its document.</summary>
    public long Document { get; } = document;

    /// <summary>Its id in that document.</summary>
    public string Id { get; } = id;

    /// <inheritdoc/>
    public override string KindName => "component";

    /// <inheritdoc/>
    public override bool Equals(Value? other) => other is ComponentReference reference && reference.Document == Document && string.Equals(reference.Id, Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Document, Id.GetHashCode(StringComparison.Ordinal));
}

/// <summary>The metadata of a document, before a property of it is asked for: so that an unknown property is an error and an unset one null.</summary>
internal sealed class MetadataReference(long document) : Value
{
    public long Document { get; } = document;

    public override string KindName => "object";

    public override bool Equals(Value? other) => other is MetadataReference reference && reference.Document == Document;

    public override int GetHashCode() => Document.GetHashCode();
}
