namespace DocScript.Language.Parsing;

/// <summary>Makes one string of equal names that stand near each other; scripts repeat few names often.</summary>
internal sealed class NameTable
{
    private readonly string?[] _names = new string?[512];

    public string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > 40) return name.ToString();
        var hash = (uint)name.Length;
        foreach (var c in name) hash = hash * 31 + c;
        ref var slot = ref _names[(hash ^ (hash >> 9)) & 511];
        if (slot is null || !name.SequenceEqual(slot)) slot = name.ToString();
        return slot;
    }
}
