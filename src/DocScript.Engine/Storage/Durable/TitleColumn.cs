namespace DocScript.Engine.Storage.Durable;

/// <summary>The start of a title, which is what the column holds: enough to search by, and a row that is written at every commit stays small.</summary>
internal static class TitleColumn
{
    /// <summary>The most characters that the column holds.</summary>
    public const int Longest = 256;

    public static string Of(string title) => title.Length <= Longest ? title : title[..Longest];
}
