using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;

namespace DocScript.Cli.Input;

/// <summary>Reads a design from a JSON file.</summary>
internal static class DesignFile
{
    public static async Task<Design> ReadAsync(CliHost host, string name, CancellationToken cancellation)
    {
        var bytes = await TextInput.FileAsync(host, name, int.MaxValue, cancellation);
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1000 });
            return DesignJson.Read(json.RootElement);
        }
        catch (JsonException exception)
        {
            throw Refused(name, FormattableString.Invariant($"it is not JSON at line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}"));
        }
        catch (FormatException exception)
        {
            throw Refused(name, exception.Message.TrimEnd('.'));
        }
    }

    private static CommandRefused Refused(string name, string why) =>
        new(CliCodes.BadDesign, $"'{name}' is not a design: {why}", "give a design in Livingdocs' form, or a project configuration with components and contentTypes");
}
