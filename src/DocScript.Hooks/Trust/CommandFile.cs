namespace DocScript.Hooks.Trust;

/// <summary>A C# file of a folder as it was read.</summary>
/// <param name="Name">Its name in the folder, such as <c>headline-case.csx</c> or <c>shared/text.csx</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="Hash">The SHA-256 of its bytes, in lower-case hexadecimal digits.</param>
public sealed record CommandFile(string Name, string Text, string Hash);
