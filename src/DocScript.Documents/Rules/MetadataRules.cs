using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for metadata and the title.</summary>
public static partial class Rules
{
    /// <summary>The metadata property exists on the content type, or where that is null on any.</summary>
    public static Violation? MetadataExists(Design design, string? contentType, MetadataPath path)
    {
        var types = contentType is null ? design.ContentTypes.Values : design.ContentTypes.Values.Where(type => string.Equals(type.Handle, contentType, StringComparison.Ordinal));
        if (types.Any(type => type.Metadata.ContainsKey(path.Property))) return null;
        var known = types.SelectMany(type => type.Metadata.Keys).Distinct(StringComparer.Ordinal).ToList();
        var where = contentType is null ? "no content type has a metadata property" : $"content type '{contentType}' has no metadata property";
        return new Violation(RuleSet.MetadataExists, $"{where} '{path.Property}'", Help: Known("it has", known)) { Part = EditPart.Property, Property = path.Property, Name = path.Property, Candidates = known };
    }

    /// <summary>The value can be stored in the metadata property (storage type of contracts/livingdocs.md 2.4; a member path is judged by the whole value in <see cref="SetMetadata"/>).</summary>
    public static Violation? MetadataAccepts(Design design, string? contentType, MetadataPath path, Value value)
    {
        if (path.Names.Length > 1 || contentType is null || FindProperty(design, contentType, path) is not { } property) return null;
        if (Storable(value, property.Called) is { } half) return half with { Property = path.Property };
        return value is NullValue ? null : Misfit(property, path, Stored(value), value);
    }

    /// <summary>
    /// Sets the title; <paramref name="was"/> is the old-value check where given. Where the title is made of metadata (<see cref="DisplayTitle"/>) it is set all the same, and shows
    /// nowhere until the pattern goes; the old value may then be the title as it is read, or the one that was set.
    /// </summary>
    public static Edit SetTitle(Design design, Document document, string title, Value? was)
    {
        var shown = DisplayTitle.Of(design, document);
        if (was is not null && !IsTitle(document.Title, was) && !IsTitle(shown, was)) return Outdated("the title", new TextValue(shown), was);
        if (IsUnicode(title, "the title") is { } half) return half with { Part = EditPart.Title };
        return string.Equals(title, document.Title, StringComparison.Ordinal) ? Edit.None : new TitleSet(document.Title, title);
    }

    /// <summary>
    /// Sets or (null value, C# or language) unsets a metadata property or a member of one;
    /// <paramref name="was"/> is the old-value check where given (the language's null expects unset).
    /// </summary>
    public static Edit SetMetadata(Design design, Document document, MetadataPath path, Value? value, Value? was)
    {
        if (FindProperty(design, document.Header.ContentType, path) is not { } property) return MetadataExists(design, document.Header.ContentType, path)!;
        if (NotAnObject(document, path) is { } blocked) return blocked;
        var now = path.Find(document.Metadata);
        if (was is not null && !SameStored(now, was, property.Plugin.IsDate)) return Outdated($"metadata '{path}'", now, was);
        if (Storable(value ?? Value.Null, property.Called) is { } wrong) return wrong with { Property = path.Property };
        foreach (var name in path.Names)
            if (IsUnicode(name, "the name of a member") is { } half)
                return half with { Part = EditPart.Property };
        var stored = value is null or NullValue ? null : Stored(value);
        if (stored == now) return Edit.None;
        var after = path.Set(document.Metadata, stored);
        var whole = after.Find(path.Property);
        if (whole is not null && Misfit(property, path, whole, stored) is { } misfit) return misfit;

        // An empty object on the way would not come back when the change is taken back, so the change is that object's.
        var at = EmptyOwner(document.Metadata, path) ?? path;
        return new MetadataSet(at, at.Find(document.Metadata), at.Find(after)) { IsSystem = property.Plugin.IsSystem };
    }

    private static bool IsTitle(string title, Value expected) => expected is TextValue text ? string.Equals(text.Text, title, StringComparison.Ordinal) : expected is NullValue && title.Length == 0;

    private static Violation? Misfit(MetadataProperty property, MetadataPath path, Value whole, Value? given)
    {
        if (property.Plugin.Accepts(whole)) return AddressesAccept(property, whole);
        var expected = $"{property.Called} must be {property.Plugin.Stored}";
        var what = (path.Names.Length, given) switch
        {
            (1, null) => expected,
            (1, _) => $"{expected}, not {Shown(property.Plugin, given)}",
            (_, null) => $"{expected}, so '{path}' can't be unset",
            _ => $"{expected}, so '{path}' can't be {Describe(given)}",
        };
        return new Violation(RuleSet.MetadataKind, what, HowToWrite(property, path)) { Part = EditPart.Value, Property = property.Name };
    }

    // Of a member the whole is shown.
    private static string? HowToWrite(MetadataProperty property, MetadataPath path) => MetadataExamples.Of(property.Plugin) switch
    {
        null => null,
        var example when path.Names.Length > 1 => $"the whole is written as {example}",
        var example => property.Plugin.Stored == "text" ? Quotes : $"write for example {example}",
    };

    // Where the kind is right and the value is not, the value says more.
    private static string Shown(MetadataPlugin plugin, Value given) =>
        plugin.Stored.Contains(given.KindName, StringComparison.Ordinal) || (given is TextValue && plugin is { IsDate: true } or { Name: "li-color" })
            ? given.ToString()
            : Describe(given);

    private static MetadataPath? EmptyOwner(ObjectValue metadata, MetadataPath path)
    {
        for (var length = 1; length < path.Names.Length; length++)
        {
            var owner = new MetadataPath([.. path.Names.Take(length)]);
            if (owner.Find(metadata) is ObjectValue { Count: 0 }) return owner;
        }

        return null;
    }

    private static MetadataProperty? FindProperty(Design design, string contentType, MetadataPath path) =>
        design.ContentTypes.TryGetValue(contentType, out var type) ? type.Metadata.GetValueOrDefault(path.Property) : null;

    private static Violation? NotAnObject(Document document, MetadataPath path)
    {
        for (var length = 1; length < path.Names.Length; length++)
        {
            var owner = new MetadataPath([.. path.Names.Take(length)]);
            if (owner.Find(document.Metadata) is { } value and not ObjectValue)
                return new Violation(RuleSet.MemberOfObject, $"metadata '{owner}' is {Describe(value)} and has no member '{path.Names[length]}'", Help: $"set '{owner}' as a whole, as {{{path.Names[length]}: …}}") { Part = EditPart.Property, Property = path.Property };
        }

        return null;
    }

    private static bool SameStored(Value? now, Value expected, bool isDate)
    {
        var wanted = Stored(expected);
        if (now is null || wanted is NullValue) return now is null && wanted is NullValue;
        return now == wanted
            || (isDate && now is TextValue a && wanted is TextValue b && DateValue.TryParse(a.Text, out var left) && DateValue.TryParse(b.Text, out var right) && left == right);
    }

    private static Violation Outdated(string what, Value? now, Value was) =>
        new(RuleSet.OldValue, $"{what} is {(now is null ? "unset" : now.ToString())}, not {Stored(was)}", Help: "somebody changed it: look at it and decide again", IsConflict: true) { Part = EditPart.OldValue };

    private static string Describe(Value value) => value.KindName switch
    {
        "null" or "text" => value.KindName,
        "integer" or "object" => "an " + value.KindName,
        var kind => "a " + kind,
    };
}
