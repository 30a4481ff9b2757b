using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>Kinds of values in words.</summary>
internal static class Kinds
{
    /// <summary><c>an integer</c>, <c>a list</c>, <c>null</c>, <c>text</c>.</summary>
    public static string WithArticle(Value value) => value.KindName switch
    {
        "null" or "text" => value.KindName,
        { } kind when kind[0] is 'a' or 'e' or 'i' or 'o' => "an " + kind,
        { } kind => "a " + kind,
    };
}
