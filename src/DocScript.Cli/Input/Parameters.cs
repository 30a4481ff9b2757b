using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Documents.Values;

namespace DocScript.Cli.Input;

/// <summary>Reads values given by name, as <c>--param name=value</c> and <c>--param name=@file</c>.</summary>
internal static class Parameters
{
    public static async Task<ObjectValue> ReadAsync(CliHost host, string option, IReadOnlyList<string> given, CancellationToken cancellation)
    {
        var entries = new List<KeyValuePair<string, Value>>();
        foreach (var parameter in given)
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw new CommandRefused(CliCodes.BadParameter, $"'{parameter}' is no name=value", $"write it as {option} name=value");
            var name = parameter[..equals];
            if (entries.Exists(entry => entry.Key == name)) throw new CommandRefused(CliCodes.BadParameter, $"'{name}' is given twice", $"give {option} {name}=… once");
            var value = parameter[(equals + 1)..];
            if (value.StartsWith('@')) value = await TextInput.TextAsync(host, value[1..], cancellation);
            entries.Add(new(name, new TextValue(value)));
        }

        return ObjectValue.Of(entries);
    }
}
