using System.Collections;
using System.Text;

namespace DocScript.Cli.Hosting;

/// <summary>The host of a real process.</summary>
internal static class ProcessHost
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static CliHost Create() => new()
    {
        In = Console.OpenStandardInput(),
        Out = Writer(Console.OpenStandardOutput(), flush: false),
        Error = Writer(Console.OpenStandardError(), flush: true),
        CurrentDirectory = Directory.GetCurrentDirectory(),
        Environment = Variables(),
        User = Environment.UserName is { Length: > 0 } user ? user : "unknown",
        InIsTerminal = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    private static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables()) variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }

    private static StreamWriter Writer(Stream stream, bool flush) =>
        new(new PipeStream(stream), Utf8, bufferSize: 16 * 1024) { AutoFlush = flush, NewLine = "\n" };
}
