using System.Security.Cryptography;

namespace DocScript.Engine;

/// <summary>Ids from the machine's random source: components as <c>doc-</c> and ten characters of base 32, transactions as UUIDv7.</summary>
public sealed class RandomIds : IIdSource
{
    /// <inheritdoc/>
    public string Component() => "doc-" + RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 10);

    /// <inheritdoc/>
    public Guid Transaction(DateTimeOffset instant)
    {
#pragma warning disable RS0030 // This is the one source of transaction ids.
        return Guid.CreateVersion7(instant);
#pragma warning restore RS0030
    }
}
