using System.Text.Json;

namespace DocScript.Engine;

/// <summary>How JSON is read and written here: a component costs three levels of nesting, so the usual 64 would end at a tree of 21.</summary>
internal static class JsonLimits
{
    public const int Depth = 1000;

    public static readonly JsonDocumentOptions Reader = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    public static readonly JsonWriterOptions Writer = new() { MaxDepth = Depth };
}
