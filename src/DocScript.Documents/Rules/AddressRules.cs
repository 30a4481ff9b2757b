using DocScript.Documents.Designs;
using DocScript.Documents.Html;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for the addresses that content and metadata hold: none brings a script along (<see cref="WebAddress"/>).</summary>
public static partial class Rules
{
    private static Violation? AddressesAccept(MetadataProperty property, Value whole) =>
        ScriptAddress(property.Plugin.Addresses(whole), property.Called, property.Plugin.Name == "li-image") is { } script ? script with { Property = property.Name } : null;

    /// <param name="holder">What has the addresses, in words for a message.</param>
    /// <param name="takesPictures">Whether one may be the data of a picture of dots.</param>
    private static Violation? ScriptAddress(IEnumerable<HeldAddress> addresses, string holder, bool takesPictures)
    {
        foreach (var (member, place, address) in addresses)
            if (WebAddress.ScriptScheme(address) is { } scheme && !(takesPictures && WebAddress.IsPicture(address)))
                return new(RuleSet.ScriptAddress, $"'{place}' of {holder} can't be an address of '{scheme}:', which brings a script or a page of its own along", Help: "give an address that starts with https:, or a path") { Part = EditPart.Value, Member = member };
        return null;
    }
}
