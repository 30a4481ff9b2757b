using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>An address that a value holds.</summary>
/// <param name="Member">The member of the value that it stands in.</param>
/// <param name="Place">Where it stands in the value, such as <c>crops[0].url</c>.</param>
internal sealed record HeldAddress(string Member, string Place, string Address);

/// <summary>The addresses that stored values hold (contracts/livingdocs.md 2.4 and 2.5), at whatever depth.</summary>
internal static class HeldAddresses
{
    private static readonly string[] Sources = ["url", "originalUrl"];

    /// <summary>Those of an image or video and of its crops.</summary>
    public static IEnumerable<HeldAddress> OfMedia(Value media) =>
    [
        .. Of(media, Sources, "", null),
        .. Of(Member(media, "crop"), Sources, "crop.", "crop"),
        .. Items(Member(media, "crops")).SelectMany((crop, index) => Of(crop, Sources, $"crops[{index}].", "crops")),
    ];

    /// <summary>Those of the items of a tree, of what they have in other languages, and of the items below.</summary>
    public static IEnumerable<HeldAddress> OfTree(Value tree) => OfItems(tree, "");

    private static IEnumerable<HeldAddress> OfItems(Value? items, string place) => Items(items).SelectMany((item, index) => OfItem(item, $"{place}[{index}]."));

    private static IEnumerable<HeldAddress> OfItem(Value item, string place) =>
    [
        .. Of(item, ["href"], place, null),
        .. (Member(item, "translations") as ObjectValue ?? ObjectValue.Empty).Entries.SelectMany(language => Of(language.Value, ["href"], $"{place}translations.{language.Key}.", null)),
        .. OfItems(Member(item, "items"), place + "items"),
    ];

    private static IEnumerable<HeldAddress> Of(Value? holder, string[] names, string place, string? member) =>
        from name in names
        let address = Member(holder, name) as TextValue
        where address is not null
        select new HeldAddress(member ?? name, place + name, address.Text);

    private static IEnumerable<Value> Items(Value? list) => list is ListValue { Items: var items } ? items : [];

    private static Value? Member(Value? holder, string name) => (holder as ObjectValue)?.Find(name);
}
