namespace DocScript.Language.Parsing;

/// <summary>Makes one string of equal names that stand near each other; scripts repeat few names often.</summary>
internal sealed class NameTable(int characters)
{
    // A short script has few names, and is parsed often.
    private readonly string?[] _names = new string?[characters < 512 ? 16 : characters < 8192 ? 128 : 512];

    public string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > 40) return name.ToString();
        var hash = (uint)name.Length;
        foreach (var c in name) hash = hash * 31 + c;
        ref var slot = ref _names[(hash ^ (hash >> 9)) & (uint)(_names.Length - 1)];
        if (slot is null || !name.SequenceEqual(slot)) slot = name.ToString();
        return slot;
    }
}
