namespace DocScript.Documents;

/// <summary>What can be scheduled; a document has at most one of each.</summary>
public enum ScheduleKind
{
    /// <summary>The document is published.</summary>
    Publish,

    /// <summary>The document is taken off.</summary>
    Unpublish,
}
