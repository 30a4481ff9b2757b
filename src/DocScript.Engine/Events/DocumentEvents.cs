namespace DocScript.Engine.Events;

/// <summary>What happens to documents, as hooks are told of it. One event is one flag; a script raises several.</summary>
[Flags]
public enum DocumentEvents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A document is made.</summary>
    Create = 1,

    /// <summary>A document is deleted.</summary>
    Delete = 2,

    /// <summary>The content (title, metadata, components) of a document changes; once per document, just before the commit.</summary>
    Change = 4,

    /// <summary>A document is made public.</summary>
    Publish = 8,

    /// <summary>A document is taken off.</summary>
    Unpublish = 16,

    /// <summary>A document is given into somebody's hands.</summary>
    CheckOut = 32,

    /// <summary>What was changed in somebody's hands comes into the document.</summary>
    CheckIn = 64,

    /// <summary>Whatever can happen.</summary>
    All = Create | Delete | Change | Publish | Unpublish | CheckOut | CheckIn,
}
