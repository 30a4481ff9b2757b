using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Safety;

namespace DocScript.Hooks.Tests.Capabilities;

public sealed class HttpTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;

    // Held until the test is over: a connection that nobody holds may be closed by the collector, which is an answer.
    private readonly ConcurrentQueue<TcpClient> _clients = new();

    public HttpTests()
    {
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AnswerAsync();
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var client in _clients) client.Dispose();
    }

    [Fact]
    public void A_granted_host_is_asked() => Assert.Equal("hällo", Get("/hello"));

    [Fact]
    public void A_redirect_on_the_same_host_is_followed() => Assert.Equal("hällo", Get("/to?/hello"));

    [Theory]
    [InlineData("/to?http://127.0.0.2/hello")]
    [InlineData("/to?file:///etc/passwd")]
    [InlineData("/to?/to?/to?/to?/to?/to?/to?/hello")]
    [InlineData("/to?http://localhost/hello")]
    [InlineData("/missing")]
    [InlineData("/long")]
    public void An_answer_that_leads_elsewhere_fails_or_is_too_long_is_refused(string path) => Refused(() => Get(path));

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/x")]
    [InlineData("example.org")]
    [InlineData("http://example.com/")]
    [InlineData("http://sub.example.org/")]
    [InlineData("http://example.org.evil.com/")]
    [InlineData("http://example.org@evil.com/")]
    [InlineData("http://me:pass@example.org/")]
    [InlineData("http://example.org:8080/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://2130706433/")]
    public void What_is_not_of_the_granted_host_is_refused(string address) => Refused(() => Call("http: example.org", http => http.GetText(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    public void A_name_that_stands_for_an_address_of_this_machine_or_beside_it_is_not_public(string address) => Assert.False(GrantedHosts.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    public void Other_addresses_are_public(string address) => Assert.True(GrantedHosts.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_host_that_does_not_answer_is_waited_for_no_longer_than_the_call_may_take()
    {
        var budget = HookBudget.Of(DocScript.Engine.Limits.Default) with { Time = TimeSpan.FromMilliseconds(50) };
        Assert.Equal(BudgetLimit.Time, Assert.Throws<BudgetExceededException>(() => Get("/never", budget)).Limit);
        Assert.Equal(BudgetLimit.Time, Assert.Throws<BudgetExceededException>(() => Get("/half", budget)).Limit);
    }

    private static void Refused(Func<string> get)
    {
        var thrown = Assert.Throws<CapabilityException>(get);
        Assert.Equal("DS6107", thrown.Code.Id);
        Assert.NotEmpty(thrown.Help);
    }

    private static string Call(string granted, Func<Http, string> call, HookBudget? budget = null)
    {
        Assert.True(Capability.TryParse(granted, out var capability, out _));
        var http = new Http([(HttpCapability)capability]);
        return Meter.Run(budget ?? HookBudget.Of(DocScript.Engine.Limits.Default), TimeProvider.System, default, () => call(http));
    }

    private string Get(string path, HookBudget? budget = null) => Call($"http: 127.0.0.1:{_port}", http => http.GetText($"http://127.0.0.1:{_port}{path}"), budget);

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _clients.Enqueue(client);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private static async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
            var path = (await reader.ReadLineAsync())!.Split(' ')[1];
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
                // The headers don't matter.
            }

            if (path == "/never") return;
            var body = path == "/long" ? new string('x', HookBudget.LargestValue + 1) : "hällo";
            var status = path.StartsWith("/to?", StringComparison.Ordinal) ? $"302 Found\r\nLocation: {path[4..]}" : path == "/missing" ? "404 Not Found" : "200 OK";
            var length = Encoding.UTF8.GetByteCount(body) + (path == "/half" ? 1 : 0);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"));
            if (path != "/half") client.Dispose();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
            client.Dispose();
        }
    }
}
