using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Where data connections go (catalogue FC-01, FC-02).</summary>
public class FtpPassiveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("500 unknown")]
    [InlineData("502 unknown")]
    [InlineData("522 protocol")]
    [InlineData("229 port (|||0|)")]
    [InlineData("229 port (|||65536|)")]
    [InlineData("229 port (|||12x|)")]
    [InlineData("229 port (||12|)")]
    [InlineData("229 port ()")]
    [InlineData("229 port")]
    [InlineData("200 yes")]
    public async Task Epsv_that_is_no_answer_falls_back_once_and_is_remembered(string answer)
    {
        await using var peer = new DataPeer().With("a", [1, 2]).Answer("EPSV", answer);
        await using var session = peer.NewSession();
        await using (var connection = await peer.ConnectAsync(session))
        {
            Assert.Equal([1, 2], await FtpDownloadTests.GetAsync(connection, "a"));
            Assert.Equal([1, 2], await FtpDownloadTests.GetAsync(connection, "a"));
            Assert.Equal("TYPE EPSV PASV RETR PASV RETR", peer.Verbs);
        }

        await using var second = await peer.ConnectAsync(session);
        Assert.Equal([1, 2], await FtpDownloadTests.GetAsync(second, "a"));
        Assert.Single(peer.Commands, "EPSV");
    }

    [Theory]
    [InlineData("421 closing", InternetErrorKind.ServerError)]
    [InlineData("425 no port left", InternetErrorKind.ServerError)]
    [InlineData("530 log in", InternetErrorKind.AuthenticationFailed)]
    [InlineData("227 (127,0,0,1,4,5)", InternetErrorKind.ProtocolViolation)]
    public async Task Epsv_refused_for_another_reason_is_an_error(string answer, InternetErrorKind kind)
    {
        await using var peer = new DataPeer().Answer("EPSV", answer);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token));

        Assert.Equal(kind, error.Kind);
        Assert.False(connection.IsBusy);
        Assert.DoesNotContain("PASV", peer.Verbs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("({0})")]
    [InlineData("at {0}.")]
    [InlineData("({0}) foreign")]
    public async Task Address_of_a_227_is_read_past(string form)
    {
        await using var peer = new DataPeer().With("a", [7]).Answer("EPSV", "502 no").On("PASV", async (session, _) =>
        {
            session.OpenPort();
            await session.ReplyAsync("227 " + string.Format(System.Globalization.CultureInfo.InvariantCulture, form, $"198,51,100,9,{session.Port / 256},{session.Port % 256}"));
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        Assert.Equal([7], await FtpDownloadTests.GetAsync(connection, "a"));
    }

    [Theory]
    [InlineData("227 (127,0,0,1,0,0)")]
    [InlineData("227 (127,0,0,1,256,1)")]
    [InlineData("227 (127,0,0,1,-1,1)")]
    [InlineData("227 (1,2,3)")]
    [InlineData("227 go on")]
    public async Task Pasv_without_a_port_is_an_error_and_no_connection(string answer)
    {
        await using var peer = new DataPeer().Answer("EPSV", "502 no").Answer("PASV", answer);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token));

        Assert.Equal((InternetErrorKind.ProtocolViolation, InternetPhase.Connecting, "PASV"), (error.Kind, error.Phase, error.Command));
        Assert.False(connection.IsClosed);
    }

    [Fact]
    public async Task Port_that_refuses_is_an_error_that_leaves_the_connection()
    {
        await using var peer = new DataPeer().With("a", [1]);
        var isFirst = true;
        _ = peer.On("EPSV", async (session, _) =>
        {
            session.OpenPort();
            var port = session.Port;
            if (isFirst)
            {
                isFirst = false;
                var closed = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                closed.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
                port = ((System.Net.IPEndPoint)closed.LocalEndPoint!).Port;
                closed.Dispose();
            }

            await session.ReplyAsync($"229 (|||{port}|)");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token));

        Assert.Equal((InternetErrorKind.CannotConnect, InternetPhase.Connecting), (error.Kind, error.Phase));
        Assert.Equal([1], await FtpDownloadTests.GetAsync(connection, "a"));
    }

    [Theory]
    [InlineData("200 ok", "TYPE EPSV PASV EPRT RETR EPRT RETR")]
    [InlineData("500 no", "TYPE EPSV PASV EPRT PORT RETR PORT RETR")]
    public async Task Server_without_passive_mode_connects_itself(string eprt, string verbs)
    {
        await using var peer = new DataPeer().With("a", [5]).Answer("EPSV", "502 no").Answer("PASV", "502 no");
        if (eprt[0] != '2')
        {
            _ = peer.Answer("EPRT", eprt);
        }

        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        Assert.Equal([5], await FtpDownloadTests.GetAsync(connection, "a"));
        Assert.Equal([5], await FtpDownloadTests.GetAsync(connection, "a"));
        Assert.Equal(verbs, peer.Verbs);
    }

    [Fact]
    public async Task Refused_type_is_an_error_and_the_port_question_is_answered_first()
    {
        await using var peer = new DataPeer().With("a", [1]).Answer("TYPE", "504 no");
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        Assert.Equal("TYPE", (await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token))).Command);
        await connection.NoOpAsync(Token);
    }
}
