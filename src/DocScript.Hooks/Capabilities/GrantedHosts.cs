using System.Net;
using System.Net.Sockets;

namespace DocScript.Hooks.Capabilities;

/// <summary>Requests to the hosts that a commands folder was granted, and to no address of this machine or beside it that was not granted by name.</summary>
internal sealed class GrantedHosts(IReadOnlyList<HttpCapability> granted)
{
    /// <summary>Refuses an address that is not of a granted host.</summary>
    /// <exception cref="CapabilityException">It is not.</exception>
    public Uri Check(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address is not { Scheme: "http" or "https", UserInfo: "" })
            throw new CapabilityException($"'{text}' is not an address of http or https", "write it out: https://example.org/page");
        if (granted.Any(each => each.Covers(address))) return address;
        throw new CapabilityException(
            $"'{address.Host}' was not granted", $"docscript trust <dir> --allow \"http: {address.Authority}\" grants it" + (granted.Count == 0 ? "" : "; granted: " + string.Join(", ", granted)));
    }

    /// <summary>A handler that neither follows redirects nor asks a proxy, and looks at what a name stands for before it connects.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = async (context, cancellation) =>
        {
            var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            var isNamed = IPAddress.TryParse(host.Trim('[', ']'), out _) || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);
            var addresses = (await Dns.GetHostAddressesAsync(host, cancellation)).Where(address => isNamed || IsPublic(address)).ToArray();
            if (addresses.Length == 0) throw new CapabilityException($"'{host}' is an address of this machine or its network", "grant it as that address or as localhost");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return !(address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast);
        return address.GetAddressBytes() is not ([0 or 10 or 127, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] or [100, >= 64 and < 128, ..] or [>= 224, ..]);
    }
}
