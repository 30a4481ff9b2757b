using System.Text.Json;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>Checkout and named versions as JSON: in headers and in the changes that set them.</summary>
internal static class CheckoutJson
{
    public static void Write(Utf8JsonWriter writer, Header header)
    {
        WriteCheckout(writer, "checkout", header.Checkout);
        if (header.LastVersion > 0) writer.WriteNumber("lastVersion", header.LastVersion);
        if (header.NamedVersions > 0) writer.WriteNumber("namedVersions", header.NamedVersions);
    }

    public static Checkout ReadCheckoutOf(JsonElement checkout) => new(checkout.GetText("actor"), checkout.GetInstant("at"), checkout.GetInteger("workingCopy"));

    public static void Write(Utf8JsonWriter writer, CheckoutSet set)
    {
        writer.WriteString("change", "checkoutSet");
        WriteCheckout(writer, "was", set.Was);
        WriteCheckout(writer, "checkout", set.Checkout);
        if (set.WasLastVersion > 0) writer.WriteNumber("wasLastVersion", set.WasLastVersion);
        if (set.LastVersion > 0) writer.WriteNumber("lastVersion", set.LastVersion);
        if (set.IsCheckin) writer.WriteBoolean("checkin", true);
        if (set.Version > 0) writer.WriteNumber("version", set.Version);
    }

    public static CheckoutSet ReadCheckout(JsonElement json) =>
        new(Find(json, "was"), Find(json, "checkout"), json.FindCount("wasLastVersion"), json.FindCount("lastVersion")) { IsCheckin = json.IsTrue("checkin"), Version = json.FindCount("version") };

    public static void Write(Utf8JsonWriter writer, NamedVersionSet set)
    {
        writer.WriteString("change", "namedVersionSet");
        writer.WriteNumber("number", set.Version.Number);
        writer.WriteNumber("version", set.Version.Version);
        writer.WriteString("actor", set.Version.Actor);
        writer.WriteString("description", set.Version.Description);
        ChangeFields.WriteValue(writer, "fields", set.Version.Fields.Count == 0 ? null : set.Version.Fields);
        if (!set.IsAdded) writer.WriteBoolean("removed", true);
    }

    public static NamedVersionSet ReadNamedVersion(JsonElement json) => new(
        new NamedVersion(json.GetCount("number"), json.GetCount("version"), json.GetText("actor"), json.GetText("description"), json.Members("fields")),
        !json.IsTrue("removed"));

    private static void WriteCheckout(Utf8JsonWriter writer, string name, Checkout? checkout)
    {
        if (checkout is null) return;
        writer.WriteStartObject(name);
        writer.WriteString("actor", checkout.Actor);
        writer.WriteString("at", DateValue.ToIso(checkout.At));
        writer.WriteNumber("workingCopy", checkout.WorkingCopy);
        writer.WriteEndObject();
    }

    private static Checkout? Find(JsonElement json, string name) => json.Find(name) is { } found ? ReadCheckoutOf(found) : null;
}
