namespace DocScript.Engine.Storage;

/// <summary>What validation asks of a store at the moment of commit, earlier members of the same group included.</summary>
public interface ICommitState
{
    /// <summary>The current sequence of a document; 0 if there never was one.</summary>
    long Sequence(long document);

    /// <summary>The document that a key was given to, also a tombstone; null if it never was.</summary>
    long? FindKey(string key);

    /// <summary>The current state of a document.</summary>
    Document? Load(long id);

    /// <summary>The documents changed after a position, each once, in any order.</summary>
    IEnumerable<long> ChangedAfter(long position);

    /// <summary>The rows of a document after a position, oldest first.</summary>
    IEnumerable<JournalRow> RowsAfter(long document, long position);

    /// <summary>The header of a document as it was at a position, or null if it did not exist.</summary>
    Header? HeaderAt(long document, long position);
}
