using System.Globalization;
using DocScript.Cli.Diagnostics;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Input;

/// <summary>How a document is named on the command line: digits are an id, all else a key.</summary>
internal static class DocumentName
{
    public static Value Parse(string given) =>
        long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new IntegerValue(id) : new TextValue(given);

    /// <summary>The document of that name, also a deleted one.</summary>
    /// <exception cref="CommandRefused">There is none.</exception>
    public static Document Get(IStoreReader reader, string given) => Find(reader, given) ?? throw Unknown(reader, given);

    /// <summary>The refusal of a name that no document has.</summary>
    public static CommandRefused Unknown(IStoreReader reader, string given) => new(new Diagnostic(
        CliCodes.UnknownDocument,
        Severity.Error,
        $"there is no document '{given}'",
        Label: NearKey.Label(reader, given),
        Help: "give an id or a key; 'docscript log' shows which documents were changed"));

    /// <summary>The public document of that name, also a deleted one; or null.</summary>
    public static Document? Find(IStoreReader reader, string given) => Parse(given) switch
    {
        IntegerValue { Integer: > 0 } id => reader.Load(id.Integer),
        TextValue key when reader.FindKey(key.Text) is > 0 and var id => reader.Load(id),
        _ => null,
    };
}
