using System.Globalization;
using System.Text;
using DocScript.Engine.Json;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>Imports made of text.</summary>
internal static class Sources
{
    public static ImportFile File(string name, string json) => new(name, Encoding.UTF8.GetBytes(json));

    public static ImportSource Document(long id, string json) => new("test", null, [File(id.ToString(CultureInfo.InvariantCulture) + ".json", json)]);

    public static ImportSource Design(string json) => new("test", File(ImportSource.DesignFile, json), []);
}
