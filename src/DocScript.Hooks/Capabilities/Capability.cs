using System.Diagnostics.CodeAnalysis;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Capabilities;

/// <summary>Something beyond computing that a commands folder was granted by name: <c>files: read ./data</c> or <c>http: example.org</c>. Its text reads back as itself.</summary>
public abstract record Capability
{
    private const string Forms = "write \"files: read ./data\" or \"http: example.org\"";

    private protected Capability()
    {
    }

    /// <summary>One of each kind, which every use of one needs: with these a folder is compiled to know what it declares, before it is trusted and may run.</summary>
    public static IReadOnlyList<Capability> OneOfEach { get; } = [FilesCapability.Parse("read .", out _)!, HttpCapability.Parse("localhost", out _)!];

    /// <summary>Reads a capability; where the text is none, <paramref name="problem"/> says why and what to write.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Capability? capability, [NotNullWhen(false)] out Diagnostic? problem)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
        string? why = null;
        capability = (kind, rest) switch
        {
            ("files", _) => FilesCapability.Parse(rest, out why),
            ("http", _) => HttpCapability.Parse(rest, out why),
            _ => null,
        };
        why ??= $"'{kind}' is no kind of capability";
        problem = capability is null ? new(SafetyCodes.BadCapability, Severity.Error, $"capability '{text}' can't be read: {why}", Help: Forms) : null;
        return capability is not null;
    }
}
