namespace DocScript.Documents;

/// <summary>A part of an edit as whoever asks for it says it: what a <see cref="Violation"/> stands against, so that it can be shown there.</summary>
public enum EditPart
{
    /// <summary>No part: the edit can't be made at all.</summary>
    Whole,

    /// <summary>The component that is to be changed, moved or removed.</summary>
    Component,

    /// <summary>The content type or component type of what is to be made.</summary>
    Type,

    /// <summary>The id of a new component.</summary>
    Id,

    /// <summary>The key of a new document.</summary>
    Key,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The name of a directive or metadata property.</summary>
    Property,

    /// <summary>The kind that a directive is said to be of.</summary>
    Kind,

    /// <summary>The value of a directive or metadata property.</summary>
    Value,

    /// <summary>The old value that is expected.</summary>
    OldValue,

    /// <summary>Where a component is to go.</summary>
    Place,

    /// <summary>The container that the place names.</summary>
    Container,

    /// <summary>The date of a schedule, or the end of an embargo.</summary>
    Date,

    /// <summary>The reason of an embargo, or the note of a check-in.</summary>
    Note,
}
