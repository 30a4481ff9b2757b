using DocScript.Documents.Components;

namespace DocScript.Terminal.Diff;

/// <summary>Where a component stands, in the words of a script: <c>after doc-1</c>, <c>first in doc-7.main</c>, <c>at start</c>.</summary>
internal static class PlaceText
{
    public static string Of(Location location)
    {
        if (location.Previous is { } previous) return "after " + NameText.Of(previous);
        if (location.Parent is not { } parent) return "at start";
        return "first in " + NameText.Of(parent) + (location.Container is { } container ? "." + NameText.Of(container) : "");
    }
}
