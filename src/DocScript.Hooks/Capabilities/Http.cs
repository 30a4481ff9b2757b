using System.Net;
using System.Text;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Safety;
using DocScript.Hooks.Safety.Metering;

namespace DocScript.Hooks.Contract;

/// <summary>
/// Asks the hosts that <c>docscript trust &lt;dir&gt; --allow "http: example.org"</c> granted. Another host, also one that an answer leads to, and an answer that is no success end the command.
/// Waiting counts as the call's time.
/// </summary>
public sealed class Http
{
    private const int MostRedirects = 5;

    private readonly GrantedHosts _hosts;

    internal Http(IReadOnlyList<HttpCapability> granted) => _hosts = new(granted);

    /// <summary>The text at an address of http or https, of at most 16 million bytes.</summary>
    public string GetText(string address)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Meter.Cancellation);
        cancellation.CancelAfter(Meter.TimeLeft);
        using var client = new HttpClient(_hosts.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            return Get(client, _hosts.Check(address), cancellation.Token).Metered();
        }
        catch (Exception e) when (e is OperationCanceledException || (e is HttpRequestException or IOException or ObjectDisposedException && cancellation.IsCancellationRequested))
        {
            // Where it was the call's own time, the next step ends the call.
            Meter.Charge(HookBudget.LargestValue >> 6);
            throw new CapabilityException($"'{address}' did not answer in time", "try again later", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw e.InnerException as CapabilityException ?? new CapabilityException($"'{address}' can't be read: {e.Message}", "check the address, and whether its host can be reached", e);
        }
    }

    private string Get(HttpClient client, Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && response.Headers.Location is { } location)
            {
                address = _hosts.Check(new Uri(address, location).AbsoluteUri);
                continue;
            }

            if (!response.IsSuccessStatusCode) throw new CapabilityException(FormattableString.Invariant($"'{address}' answered {(int)response.StatusCode}"), "check the address");
            return Read(response, address, cancellation);
        }

        throw new CapabilityException($"'{address}' leads on and on", "ask the address that it ends at");
    }

    private static string Read(HttpResponseMessage response, Uri address, CancellationToken cancellation)
    {
        using var content = response.Content.ReadAsStream(cancellation);
        using var aborting = cancellation.Register(response.Dispose);
        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        while (content.Read(part) is > 0 and var length)
        {
            Meter.Charge(length >> 6);
            if (bytes.Length + length > HookBudget.LargestValue) throw new CapabilityException($"'{address}' answered more than {HookBudget.LargestValue} bytes", "ask for less");
            bytes.Write(part, 0, length);
        }

        cancellation.ThrowIfCancellationRequested();
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
    }
}
