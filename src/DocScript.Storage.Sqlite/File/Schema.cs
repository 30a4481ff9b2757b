namespace DocScript.Storage.Sqlite.File;

/// <summary>The tables of the file and how it says what it is.</summary>
internal static class Schema
{
    /// <summary>The format that is written, kept as <c>user_version</c>: one more than there are <see cref="Steps"/>.</summary>
    public const long Format = 4;

    /// <summary>The format since which the index of metadata is in order; that of an older file is filled anew.</summary>
    public const long Ordered = 4;

    /// <summary>Kept as <c>application_id</c>: the letters DScr.</summary>
    public const long Application = 0x44536372;

    /// <summary>
    /// The tables as they were in format 1.
    /// A transaction's position is the row of its last journal row, so that positions are in commit order and rows need no second index.
    /// <c>weight</c> is the size of the content a load starts from (snapshot, or the row that created the document), <c>grown</c> that of the changes after it.
    /// <c>title</c> is the start of the title; <c>due</c> is when the earlier schedule is due; <c>metadata</c> holds the values of the properties in <c>indexed</c>, which are those that the design marks, since format 4 in a form whose bytes are in order. Times are UTC ticks of 100 ns; headers, changes and content are JSON in UTF-8.
    /// </summary>
    public const string Tables = """
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            title TEXT NOT NULL,
            published INTEGER,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            due INTEGER,
            deleted INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            grown INTEGER NOT NULL);
        CREATE TABLE snapshots (
            document INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            hash BLOB NOT NULL,
            content BLOB NOT NULL);
        CREATE TABLE transactions (
            position INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            rows INTEGER NOT NULL,
            actor TEXT NOT NULL,
            at INTEGER NOT NULL,
            undoes BLOB,
            script TEXT NOT NULL,
            parameters TEXT NOT NULL);
        CREATE TABLE journal (
            row INTEGER PRIMARY KEY,
            position INTEGER NOT NULL,
            document INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            hash BLOB NOT NULL,
            header BLOB NOT NULL,
            changes BLOB NOT NULL,
            UNIQUE (document, sequence));
        CREATE TABLE results (
            actor TEXT NOT NULL,
            key TEXT NOT NULL,
            at INTEGER NOT NULL,
            hash TEXT NOT NULL,
            "transaction" BLOB NOT NULL,
            result TEXT NOT NULL,
            UNIQUE (actor, key));
        CREATE TABLE publications (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL,
            at INTEGER NOT NULL,
            hash BLOB NOT NULL,
            content BLOB NOT NULL);
        CREATE TABLE counters (
            kind INTEGER PRIMARY KEY,
            last INTEGER NOT NULL);
        CREATE TABLE indexed (
            property TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE metadata (
            property TEXT NOT NULL,
            value TEXT NOT NULL,
            document INTEGER NOT NULL,
            PRIMARY KEY (property, value, document)) WITHOUT ROWID;
        CREATE INDEX metadata_document ON metadata (document);
        INSERT INTO counters VALUES (0, 0), (1, 0);
        """;

    /// <summary>What makes a file of a format one of the next, from format 1 on; a new file takes all the steps too.</summary>
    public static readonly string[] Steps =
    [
        // Schedules are found by their time.
        "CREATE INDEX documents_due ON documents (due) WHERE due IS NOT NULL;",
        // An edited script, actor or kept result is seen.
        $"""
        ALTER TABLE transactions ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
        UPDATE transactions SET seal = seal({SealFunction.TransactionColumns});
        ALTER TABLE results ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
        UPDATE results SET seal = seal({SealFunction.ResultColumns});
        """,
        // The index of metadata is in order, and types and times of change have one. It is to be filled anew.
        """
        DROP TABLE metadata;
        DROP TABLE indexed;
        CREATE TABLE indexed (
            property TEXT PRIMARY KEY,
            date INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE metadata (
            property TEXT NOT NULL,
            value BLOB NOT NULL,
            document INTEGER NOT NULL,
            PRIMARY KEY (property, value, document)) WITHOUT ROWID;
        CREATE INDEX metadata_document ON metadata (document);
        CREATE INDEX documents_type ON documents (type);
        CREATE INDEX documents_updated ON documents (updated);
        """,
    ];

    /// <summary>How many tables <see cref="Tables"/> makes.</summary>
    public const long Count = 9;
}
