using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Storage;

/// <summary>Whether another document was meant by a key that none has.</summary>
public static class NearKey
{
    // No index finds what is nearly right, so some documents are looked at; each of them is read for it.
    private const int Candidates = 2_000;

    /// <summary><c>did you mean 'release-notes'?</c>, or null where no key of the first 2,000 documents is near.</summary>
    public static string? Label(IStoreReader reader, string key) =>
        Suggestion.Label(key, reader.Find(Filter.All).Take(Candidates).Select(document => document.Header.Key));
}
