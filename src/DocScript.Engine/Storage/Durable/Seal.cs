namespace DocScript.Engine.Storage.Durable;

/// <summary>The SHA-256 over all that a store keeps of a transaction beside its journal rows, or of a kept result: by it an edited script, actor or result is seen.</summary>
internal static class Seal
{
    /// <summary>Of a transaction. Its position is not in it: the hashes of its journal rows hold the two together.</summary>
    public static byte[] OfTransaction(byte[] id, long rows, string actor, DateTimeOffset at, byte[]? undoes, string script, string parameters)
    {
        using var fields = new DigestFields();
        fields.Add(id).Add(rows).Add(actor).Add(at);
        return (undoes is null ? fields.AddNothing() : fields.Add(undoes)).Add(script).Add(parameters).Hash();
    }

    /// <summary>Of a kept result.</summary>
    public static byte[] OfResult(string actor, string key, KeptResult kept)
    {
        using var fields = new DigestFields();
        return fields.Add(actor).Add(key).Add(kept.At).Add(kept.Hash).Add(kept.Transaction).Add(kept.Result).Hash();
    }
}
