using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Input;

/// <summary>How a document is named on the command line: digits are an id, all else a key.</summary>
internal static class DocumentName
{
    public static Value Parse(string given) =>
        long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new IntegerValue(id) : new TextValue(given);

    /// <summary>The public document of that name, also a deleted one; or null.</summary>
    public static Document? Find(IStoreReader reader, string given) => Parse(given) switch
    {
        IntegerValue { Integer: > 0 } id => reader.Load(id.Integer),
        TextValue key when reader.FindKey(key.Text) is > 0 and var id => reader.Load(id),
        _ => null,
    };
}
