using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Documents.Designs;
using DocScript.Engine;
using DocScript.Engine.Designs;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Cli.Input;

/// <summary>Reads a design from a JSON file.</summary>
internal static class DesignFile
{
    /// <summary>The file with all that is wrong with it.</summary>
    public static async Task<DesignText> TextAsync(CliHost host, string name, CancellationToken cancellation) =>
        DesignText.Read(new SourceText(name, await TextInput.TextAsync(host, name, cancellation)));

    /// <summary>The design of a file that is only a means: whatever it names.</summary>
    public static async Task<Design> ReadAsync(CliHost host, string name, CancellationToken cancellation)
    {
        var text = await TextAsync(host, name, cancellation);
        return text.Design ?? throw new CommandRefused(text.Diagnostics[0] with { Code = CliCodes.BadDesign, Message = $"'{name}' is not a design: {text.Diagnostics[0].Message}" });
    }

    /// <summary>The design of a file where one is named, else that of a store where there is one, else null.</summary>
    public static async Task<Design?> OrOfStoreAsync(CliHost host, string? name, IStore? store, CancellationToken cancellation)
    {
        if (name is not null) return await ReadAsync(host, name, cancellation);
        using var reader = store?.Read();
        return reader is null ? null : DesignDocument.Of(reader);
    }
}
