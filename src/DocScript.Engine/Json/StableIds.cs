using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DocScript.Engine.Json;

/// <summary>Ids for components that come without one: made of the document and the place in it, so that every import of the same file gives the same.</summary>
internal static class StableIds
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuv";
    private const int Length = 10;

    /// <summary>An id such as <c>doc-1k7tm62qc0</c> that is not among the taken ones.</summary>
    public static string Component(long document, JsonPlace place, IReadOnlySet<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{document}{place}#{attempt}")));
            var id = string.Create(Length + 4, hash, static (span, bytes) =>
            {
                "doc-".CopyTo(span);
                for (var i = 0; i < Length; i++) span[i + 4] = Digits[bytes[i] & 31];
            });
            if (!taken.Contains(id)) return id;
        }
    }
}
