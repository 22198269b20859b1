using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>gophers: TLS from the first octet, and never less.</summary>
public class GopherTlsTests
{
    private static readonly InternetSessionOptions s_options = new() { Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForLocalhost] } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_of_TLS_verifies_what_has_no_other_end()
    {
        await using var peer = GopherPeer.Secure("octets");
        await using var session = new InternetSession(s_options);
        foreach (var path in new[] { "/9/a", "/0/a", "/1/a" })
        {
            await using var file = await session.OpenGopherAsync(peer.Url(path, "gophers", "localhost"), new OpenOptions { DirectoryFormat = DirectoryFormat.Raw }, Token);
            Assert.Equal("octets", await GopherFileTests.ReadAsync(file, 4096, isSync: path == "/9/a"));
            Assert.Equal((true, false), (file.LengthVerified, file.Terminated));
        }

        Assert.Equal(["/a", "/a", "/a"], peer.Requests);
    }

    [Theory]
    [InlineData("/9/a")]
    [InlineData("/0/a")]
    [InlineData("/1/a")]
    public async Task End_without_close_notify_is_truncation(string path)
    {
        await using var peer = GopherPeer.Ending("0a\t/a\th.test\t70\r\n", static connection => connection.FinWithoutCloseNotifyAsync(), TestCertificate.ForLocalhost);
        await using var session = new InternetSession(s_options);
        await using var file = await session.OpenGopherAsync(peer.Url(path, "gophers", "localhost"), new OpenOptions { DirectoryFormat = DirectoryFormat.Raw }, Token);
        var error = await Assert.ThrowsAsync<GopherException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal((InternetErrorKind.Truncated, "gophers", false), (error.Kind, error.Protocol, file.LengthVerified));
    }

    [Fact]
    public async Task Dot_ends_a_text_whatever_becomes_of_the_connection()
    {
        await using var peer = GopherPeer.Ending("text\r\n.\r\n", static connection => connection.FinWithoutCloseNotifyAsync(), TestCertificate.ForLocalhost);
        await using var session = new InternetSession(s_options);
        await using var file = await session.OpenGopherAsync(peer.Url("/0/a", "gophers", "localhost"), null, Token);
        Assert.Equal("text\r\n", await file.ReadTextAsync(cancellationToken: Token));
        Assert.True(file.LengthVerified);
    }

    [Fact]
    public async Task Peer_without_TLS_is_never_spoken_to_in_clear()
    {
        var heard = new TaskCompletionSource<byte>();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            heard.SetResult(await connection.ReadOctetAsync());
            await connection.SendAsync("0in clear\t/a\th.test\t70\r\n.\r\n");
            await connection.FinAsync();
        },
        static async connection =>
        {
            _ = await connection.ReadOctetAsync();
            connection.Reset();
        });
        await using var session = new InternetSession(s_options);
        var clear = await Assert.ThrowsAnyAsync<InternetException>(() => session.OpenAsync(peer.Url("/0/secret", "localhost", "gophers"), null, Token).AsTask());
        Assert.Equal((InternetErrorKind.TlsFailed, "gophers"), (clear.Kind, clear.Protocol));
        var reset = await Assert.ThrowsAnyAsync<InternetException>(() =>
            GopherMenuTests.ListAsync(session.ConnectGopher("localhost", new GopherConnectOptions { Port = peer.Port, UseTls = true }).EnumerateAsync(cancellationToken: Token)));
        Assert.Equal(InternetPhase.TlsHandshake, reset.Phase);

        // One connection each: nothing was tried again in clear. The first octet was that of a TLS handshake record.
        Assert.Equal((2, 0x16), (peer.Accepted, await heard.Task));
    }

    [Fact]
    public async Task Certificate_for_another_host_is_refused()
    {
        await using var peer = GopherPeer.Ending(".\r\n", static connection => connection.FinAsync(), TestCertificate.ForAnotherHost);
        await using var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForAnotherHost] } });
        var error = await Assert.ThrowsAnyAsync<InternetException>(() => session.OpenAsync(peer.Url("/0/a", "gophers", "localhost"), null, Token).AsTask());
        Assert.Equal(InternetErrorKind.CertificateRejected, error.Kind);
        Assert.Empty(peer.Requests);
    }

    [Fact]
    public async Task Items_of_the_same_server_are_had_over_TLS_too()
    {
        await using var peer = GopherPeer.Secure("1same\t/a\tLOCALHOST\t{port}\r\n1other port\t/a\tlocalhost\t70\r\n1other host\t/a\tother.test\t{port}\r\n.\r\n");
        await using var session = new InternetSession(s_options);
        var items = await GopherMenuTests.ListAsync(session.ConnectGopher("localhost", new GopherConnectOptions { Port = peer.Port, UseTls = true }).EnumerateAsync(cancellationToken: Token));
        Assert.Equal([true, false, false], items.Select(static item => item.Locator!.UsesTls));
        Assert.Equal("gophers", items[0].Url.Scheme);
    }
}
