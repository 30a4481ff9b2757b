namespace DocScript.Engine.Storage;

/// <summary>A kept result with the actor and the key it is kept under.</summary>
public sealed record StoredResult(string Actor, string Key, KeptResult Kept);
