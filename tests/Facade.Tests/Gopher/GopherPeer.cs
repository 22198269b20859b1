using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>A server that answers the n-th request with the n-th answer, the last one for all further, and remembers what it was asked. <c>{port}</c> in an answer is its own.</summary>
internal sealed class GopherPeer : IAsyncDisposable
{
    private readonly ScriptedPeer _peer;
    private readonly ConcurrentQueue<string> _requests = new();

    private GopherPeer(string[] answers, Func<PeerConnection, Task> end, int split, X509Certificate2? certificate)
    {
        var scripts = answers.Select<string, Func<PeerConnection, Task>>(answer => async connection =>
        {
            if (certificate is not null)
            {
                await connection.TlsAsync(certificate);
            }

            _requests.Enqueue(await connection.ReadLineAsync());
            await connection.SendAsync(answer.Replace("{port}", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), split);
            await end(connection);
        });
        _peer = ScriptedPeer.Start([.. scripts]);
    }

    public int Port => _peer.Port;

    public int Accepted => _peer.Accepted;

    /// <summary>The request lines, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static GopherPeer Answering(params string[] answers) => new(answers, static connection => connection.FinAsync(), int.MaxValue, null);

    public static GopherPeer InPieces(string answer, int split) => new([answer], static connection => connection.FinAsync(), split, null);

    public static GopherPeer Ending(string answer, Func<PeerConnection, Task> end, X509Certificate2? certificate = null) => new([answer], end, int.MaxValue, certificate);

    public static GopherPeer Secure(params string[] answers) => new(answers, static connection => connection.FinAsync(), int.MaxValue, TestCertificate.ForLocalhost);

    public GopherLocator Item(GopherItemType type, string selector = "/item") => new("127.0.0.1", selector, type) { Port = Port };

    public string Url(string path, string scheme = "gopher", string host = "127.0.0.1") => _peer.Url(path, host, scheme);

    public ValueTask DisposeAsync() => _peer.DisposeAsync();
}
