using System.Net.Security;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Data under TLS (catalogue FC-14, TLS-04).</summary>
public class FtpDataTlsTests
{
    private static readonly FtpConnectOptions s_explicit = new() { Tls = FtpTlsMode.Explicit };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FtpDataMode.Passive)]
    [InlineData(FtpDataMode.Active)]
    public async Task Files_flow_both_ways(FtpDataMode mode)
    {
        await using var peer = new DataPeer().With("a", DataPeer.Octets(100_000));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_explicit with { DataMode = mode });
        Assert.True(connection.ProtectsData);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(peer.Files["a"], await FtpDownloadTests.GetAsync(connection, "a"));
            await FtpUploadTests.PutAsync(connection, "b", peer.Files["a"], null);
            Assert.Equal(peer.Files["a"], peer.Files["b"]);
        }

        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);
        Assert.Equal(100_000, await Task.Run(() => ReadAll(file), Token));
        Assert.True(file.IsComplete);
    }

    [Fact]
    public async Task Reply_may_come_behind_the_handshake()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            var data = await session.DataAsync();
            await session.ReplyAsync("150 here");
            await data.WriteAsync(new byte[] { 1, 2 });
            await DataPeerSession.EndAsync(data);
            await session.ReplyAsync("226 done");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_explicit);

        Assert.Equal([1, 2], await FtpDownloadTests.GetAsync(connection, "a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public async Task End_without_close_notify_is_a_truncation_whatever_the_reply(int length)
    {
        await using var peer = new DataPeer().With("b", [1]).On("RETR", (session, name) => name == "b" ? session.ServeAsync("RETR", name) : CutAsync(session, length, "226 done"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_explicit);

        var error = await Assert.ThrowsAsync<FtpException>(() => FtpDownloadTests.GetAsync(connection, "a"));

        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.False(connection.IsBusy);
        Assert.Equal([1], await FtpDownloadTests.GetAsync(connection, "b"));
    }

    [Theory]
    [InlineData("522 SSL connection failed: session reuse required", true)]
    [InlineData("425 Unable to build data connection: TLS session of data connection not resumed.", true)]
    [InlineData("450 TLS session of data connection has not resumed or the session does not match the control connection", true)]
    [InlineData("425 no data connection", false)]
    public async Task Session_that_must_resume_is_diagnosed_and_never_an_empty_file(string reply, bool concernsTls)
    {
        await using var peer = new DataPeer().On("RETR", (session, _) => session.SendDataAsync(Array.Empty<byte>(), reply)).On("STOR", async (session, _) =>
        {
            await session.ReplyAsync("150 send");
            (await session.DataAsync()).Dispose();
            await session.ReplyAsync(reply);
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_explicit);

        var error = await Assert.ThrowsAsync<FtpException>(() => FtpDownloadTests.GetAsync(connection, "a"));

        Assert.Equal(concernsTls ? InternetErrorKind.TlsFailed : InternetErrorKind.ServerError, error.Kind);
        Assert.Equal(concernsTls, error.Message.Contains("resumes the session", StringComparison.Ordinal));
        Assert.Equal(reply[4..], error.ReplyText);
        Assert.False(connection.IsClosed);

        Assert.Equal(error.Kind, (await Assert.ThrowsAsync<FtpException>(() => FtpUploadTests.PutAsync(connection, "a", new byte[100_000], null))).Kind);
    }

    [Fact]
    public async Task Handshake_that_fails_is_told_with_the_servers_reply()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            (await session.AcceptAsync()).Dispose();
            await session.ReplyAsync("522 session reuse required");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_explicit);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token));

        Assert.Equal((InternetErrorKind.TlsFailed, 522), (error.Kind, error.ReplyCode));
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task Refused_file_ends_the_handshake_that_was_begun()
    {
        await using var peer = new DataPeer().With("a", [3]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_explicit);

        Assert.Equal(InternetErrorKind.NotFound, (await Assert.ThrowsAsync<FtpException>(() => FtpDownloadTests.GetAsync(connection, "none"))).Kind);
        Assert.Equal([3], await FtpDownloadTests.GetAsync(connection, "a"));
    }

    private static async Task CutAsync(DataPeerSession session, int length, string reply)
    {
        await session.ReplyAsync("150 here");
        var data = (SslStream)await session.DataAsync();
        await data.WriteAsync(new byte[length]);
        await data.DisposeAsync();
        await session.ReplyAsync(reply);
    }

    private static int ReadAll(FtpFile file)
    {
        var buffer = new byte[8192];
        var total = 0;
        while (file.Read(buffer) is > 0 and var count)
        {
            total += count;
        }

        return total;
    }
}
