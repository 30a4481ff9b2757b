namespace DocScript.Documents;

/// <summary>What can be scheduled; a document has at most one of each.</summary>
public enum ScheduleKind
{
    /// <summary>The document is published.</summary>
    Publish,

    /// <summary>The document is taken off.</summary>
    Unpublish,
}

/// <summary>Names of what can be scheduled, as scripts, journals and JSON write them.</summary>
public static class ScheduleKinds
{
    /// <summary><c>publish</c> or <c>unpublish</c>.</summary>
    public static string NameOf(ScheduleKind kind) => kind is ScheduleKind.Publish ? "publish" : "unpublish";
}
