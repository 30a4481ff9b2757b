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
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new CommandRefused(
                CliCodes.BadDesign,
                $"'{name}' is not a design: {exception.Message.TrimEnd('.')}",
                "give a design in Livingdocs' form, or a project configuration with components and contentTypes");
        }
    }
}
