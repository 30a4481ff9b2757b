namespace DocScript.Hooks.Capabilities;

/// <summary>Asking one host, by http or https.</summary>
public sealed record HttpCapability : Capability
{
    private HttpCapability(string host, int? port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>The host's name, in lower case.</summary>
    public string Host { get; }

    /// <summary>The one port that may be asked; null for those of the protocols.</summary>
    public int? Port { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"http: {Host}{(Port is { } port ? $":{port}" : "")}");

    /// <summary>Whether an address is of this host.</summary>
    internal bool Covers(Uri address) =>
        string.Equals(NameOf(address), Host, StringComparison.OrdinalIgnoreCase) && (Port is { } port ? address.Port == port : address.IsDefaultPort);

    internal static HttpCapability? Parse(string text, out string? why)
    {
        why = null;
        if (Uri.TryCreate("http://" + text, UriKind.Absolute, out var address) && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" } && !text.EndsWith('/') && !text.Any(char.IsWhiteSpace) && !text.Contains('*', StringComparison.Ordinal))
        {
            var port = text.LastIndexOf(':') > text.LastIndexOf(']') ? address.Port : (int?)null;
            return new(NameOf(address).ToLowerInvariant(), port);
        }

        why = $"'{text}' is not the name of a host";
        return null;
    }

    // An address of numbers keeps its brackets, so that a port can follow.
    private static string NameOf(Uri address) => address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
}
