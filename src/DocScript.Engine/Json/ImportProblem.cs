namespace DocScript.Engine.Json;

/// <summary>Something that an import refuses, or with <paramref name="IsWarning"/> only tells.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Place">Where in the file; the root where it is about the whole of it.</param>
/// <param name="Message">What happened, in lower case.</param>
/// <param name="Help">What to do next, or null.</param>
/// <param name="IsWarning">Whether the document is imported all the same.</param>
public sealed record ImportProblem(string File, JsonPlace Place, string Message, string? Help = null, bool IsWarning = false)
{
    /// <summary>File, place and message in one line: <c>documents/12.json /content/0: no component 'x' in the design</c>.</summary>
    public override string ToString() => Place == JsonPlace.Root ? $"{File}: {Message}" : $"{File} {Place}: {Message}";
}
