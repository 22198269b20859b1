using System.Net;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Dialing.Proxies;

/// <summary>One dialling through a proxy in memory that has said everything it will say before it is asked.</summary>
internal sealed record ProxyDial(byte[] Sent, byte[] Tunnel, EndPoint? Peer, InternetException? Error, string? DialedTo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="proxy">The proxy.</param>
    /// <param name="answer">All its octets.</param>
    /// <param name="host">What is asked for.</param>
    /// <param name="port">At which port.</param>
    /// <param name="bytewise">Whether the answer comes octet by octet.</param>
    /// <param name="ends">Whether the proxy closes behind its octets; otherwise it stays silent.</param>
    /// <param name="behind">Octets of the tunnel behind the answer; they are read from the stream that was dialled.</param>
    /// <param name="scheme">What the connection is for.</param>
    public static async Task<ProxyDial> RunAsync(ProxyServer proxy, byte[] answer, string host = "host.test", int port = 443, bool bytewise = false,
        bool ends = false, string behind = "", string scheme = "https")
    {
        var (client, server) = InMemoryConnection.CreatePair();
        string? dialedTo = null;
        if (bytewise)
        {
            client.ReceiveInPieces(1);
        }

        await server.Stream.WriteAsync((byte[])[.. answer, .. System.Text.Encoding.Latin1.GetBytes(behind)], Token);
        if (ends || behind.Length > 0)
        {
            server.Shutdown();
        }

        var dialer = new Dialer(new InternetSessionOptions
        {
            Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Ftp = proxy, Https = proxy.Kind == ProxyKind.FtpUserAtHost ? null : proxy, Bypass = [], BypassLoopback = false },
            Connector = (to, at, _) =>
            {
                dialedTo = $"{to}:{at}";
                return new ValueTask<Stream>(client.Stream);
            },
        });
        var key = dialer.KeyOf(scheme, host, port, usesTls: false);
        var tunnel = new byte[behind.Length];
        EndPoint? peer = null;
        InternetException? error = null;
        try
        {
            var dialed = await dialer.ConnectAsync(key, new InternetTimeouts(), new PhaseListener(null, TimeProvider.System, null), Token);
            peer = dialed.Peer;
            await dialed.Stream.ReadExactlyAsync(tunnel, Token);
        }
        catch (InternetException e)
        {
            error = e;
        }

        var sent = new byte[client.BytesWritten];
        await server.Stream.ReadExactlyAsync(sent, Token);
        return new ProxyDial(sent, tunnel, peer, error, dialedTo);
    }

    /// <summary>Asserts that it failed as a proxy's failure, and that nobody's password is told.</summary>
    public ProxyException Failed(InternetErrorKind kind, ProxyServer proxy)
    {
        var error = Assert.IsType<ProxyException>(Error);
        Assert.Equal(kind, error.Kind);
        Assert.Equal(InternetPhase.ConnectingProxy, error.Phase);
        Assert.Equal($"{proxy.Host}:{proxy.Port}", error.EndPoint);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.OrdinalIgnoreCase);
        return error;
    }
}
