namespace DocScript.Engine;

/// <summary>The one source of ids that no store gives: component ids and transaction ids. Tests fix it.</summary>
public interface IIdSource
{
    /// <summary>A component id never seen before, such as <c>doc-1k7tm62qc0</c>.</summary>
    string Component();

    /// <summary>A transaction id (UUIDv7) for an instant.</summary>
    Guid Transaction(DateTimeOffset instant);
}
