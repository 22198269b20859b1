using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Files that are read: whole, or an error, never anything between (catalogue FC-08, FC-09, FC-14).</summary>
public class FtpDownloadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 4096, false)]
    [InlineData(1, 1, false)]
    [InlineData(1024, 7, false)]
    [InlineData(100_000, 65_536, false)]
    [InlineData(0, 4096, true)]
    [InlineData(1024, 7, true)]
    [InlineData(100_000, 65_536, true)]
    public async Task Read_gives_every_octet_and_then_the_end(int length, int room, bool synchronously)
    {
        var content = DataPeer.Octets(length);
        await using var peer = new DataPeer().With("a", content);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);
        Assert.True(connection.IsBusy);

        var read = synchronously ? await Task.Run(() => ReadAll(file, room), Token) : await ReadAllAsync(file, room);

        Assert.Equal(content, read);
        Assert.True(file.IsComplete);
        Assert.True(file.LengthVerified);
        Assert.False(connection.IsBusy);
        Assert.Equal(0, await file.ReadAsync(new byte[1], Token));
        await connection.NoOpAsync(Token);
        Assert.Equal("TYPE EPSV RETR NOOP", peer.Verbs);
    }

    [Fact]
    public async Task Type_is_told_only_when_it_changes()
    {
        await using var peer = new DataPeer().With("a", "x\r\ny"u8.ToArray());
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        byte[] wire = [.. "x\r\ny"u8], text = [.. "x\ny"u8];
        Assert.Equal(wire, await GetAsync(connection, "a"));
        Assert.Equal(wire, await GetAsync(connection, "a"));
        Assert.Equal(text, await GetAsync(connection, "a", new FtpReadOptions { Type = FtpTransferType.Ascii }));
        Assert.Equal(wire, await GetAsync(connection, "a"));

        Assert.Equal("TYPE EPSV RETR EPSV RETR TYPE EPSV RETR TYPE EPSV RETR", peer.Verbs);
    }

    [Fact]
    public async Task Offset_is_sent_right_before_the_transfer()
    {
        var content = DataPeer.Octets(1000);
        await using var peer = new DataPeer().With("a", content);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        Assert.Equal(content[400..], await GetAsync(connection, "a", new FtpReadOptions { Offset = 400, AsksSize = true }));

        Assert.Equal("TYPE SIZE EPSV REST RETR", peer.Verbs);
    }

    [Fact]
    public async Task Refused_offset_is_an_error_and_no_data_from_the_start()
    {
        await using var peer = new DataPeer().With("a", DataPeer.Octets(10)).Answer("REST", "502 no");
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", new FtpReadOptions { Offset = 4 }, Token));

        Assert.Equal("REST", error.Command);
        Assert.DoesNotContain("RETR", peer.Verbs, StringComparison.Ordinal);
        Assert.Equal(10, (await GetAsync(connection, "a")).Length);
    }

    [Fact]
    public async Task Refused_file_is_not_found_and_leaves_the_connection()
    {
        await using var peer = new DataPeer().With("a", [1]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("none", cancellationToken: Token));

        Assert.Equal((InternetErrorKind.NotFound, 550, "RETR"), (error.Kind, error.ReplyCode, error.Command));
        Assert.False(connection.IsBusy);
        Assert.Equal([1], await GetAsync(connection, "a"));
    }

    [Theory]
    [InlineData("426 broken", InternetErrorKind.ServerError, true)]
    [InlineData("451 disk", InternetErrorKind.ServerError, true)]
    [InlineData("425 never came", InternetErrorKind.ServerError, true)]
    [InlineData("550 gone", InternetErrorKind.NotFound, true)]
    [InlineData("522 TLS", InternetErrorKind.ServerError, true)]
    [InlineData("150 again", InternetErrorKind.ProtocolViolation, false)]
    [InlineData("257 \"/\"", InternetErrorKind.ProtocolViolation, false)]
    [InlineData("hello", InternetErrorKind.ProtocolViolation, false)]
    [InlineData("421 closing", InternetErrorKind.ServerError, false)]
    public async Task Data_without_its_success_reply_is_an_error(string end, InternetErrorKind kind, bool livesOn)
    {
        foreach (var length in new[] { 0, 500 })
        {
            await using var peer = new DataPeer().With("a", [1]).On("RETR", (session, name) => name == "a" ? session.ServeAsync("RETR", "a") : session.SendDataAsync(DataPeer.Octets(length), end));
            await using var session = peer.NewSession();
            await using var connection = await peer.ConnectAsync(session);
            await using var file = await connection.OpenReadAsync("b", cancellationToken: Token);

            var error = await Assert.ThrowsAsync<FtpException>(async () => await ReadAllAsync(file, 4096));

            Assert.Equal(kind, error.Kind);
            Assert.False(file.IsComplete);
            Assert.False(connection.IsBusy);
            Assert.Equal(livesOn, !connection.IsClosed);
            Assert.Equal(InternetErrorKind.ConnectionAborted, (await Assert.ThrowsAsync<FtpException>(() => ReadAllAsync(file, 1))).Kind);
            if (livesOn)
            {
                Assert.Equal([1], await GetAsync(connection, "a"));
            }
        }
    }

    [Fact]
    public async Task Success_before_the_data_is_a_violation()
    {
        await using var peer = new DataPeer().On("RETR", static (session, _) => session.ReplyAsync("226 done"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token));

        Assert.Equal((InternetErrorKind.ProtocolViolation, ParseError.MissingPreliminaryReply), (error.Kind, error.ParseError));
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Two_final_replies_are_noticed_by_the_next_command()
    {
        await using var peer = new DataPeer().On("RETR", static (session, _) => session.SendDataAsync(new byte[3], "226 done\r\n226 done again"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        Assert.Equal(3, (await GetAsync(connection, "a")).Length);

        Assert.Equal(InternetErrorKind.ProtocolViolation, (await Assert.ThrowsAsync<FtpException>(async () => await connection.NoOpAsync(Token))).Kind);
    }

    [Fact]
    public async Task Control_connection_that_ends_behind_the_data_is_a_truncation()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            await session.SendDataAsync(new byte[10], string.Empty);
            session.Close();
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(() => GetAsync(connection, "a"));

        Assert.Contains(error.Kind, new[] { InternetErrorKind.Truncated, InternetErrorKind.ConnectionReset });
    }

    [Theory]
    [InlineData("150 opening (11 bytes)", false, InternetErrorKind.Truncated)]
    [InlineData("150 opening (10 bytes)", false, null)]
    [InlineData("150 opening (9 bytes)", false, null)]
    [InlineData("150 opening", true, null)]
    public async Task Announced_length_is_held_against_what_came(string begin, bool asks, InternetErrorKind? kind)
    {
        await using var peer = new DataPeer().With("a", new byte[10]).On("RETR", (session, _) => session.SendDataAsync(new byte[10], begin: begin));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Record.ExceptionAsync(() => GetAsync(connection, "a", new FtpReadOptions { AsksSize = asks }));

        Assert.Equal(kind, (error as FtpException)?.Kind);
        Assert.False(connection.IsClosed);
    }

    [Theory]
    [InlineData("213 11", InternetErrorKind.Truncated)]
    [InlineData("213 9", InternetErrorKind.ContentCorrupt)]
    [InlineData("213 9223372036854775808", InternetErrorKind.ProtocolViolation)]
    [InlineData("213 -1", InternetErrorKind.ProtocolViolation)]
    [InlineData("550 none", null)]
    [InlineData("502 unknown", null)]
    public async Task Size_that_was_asked_for_must_agree(string size, InternetErrorKind? kind)
    {
        await using var peer = new DataPeer().With("a", new byte[10]).Answer("SIZE", size);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Record.ExceptionAsync(() => GetAsync(connection, "a", new FtpReadOptions { AsksSize = true }));

        Assert.Equal(kind, (error as FtpException)?.Kind);
        Assert.False(connection.IsBusy);
    }

    [Fact]
    public async Task Reset_data_connection_is_told_with_the_servers_reason()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            var data = await session.AcceptAsync();
            data.LingerState = new System.Net.Sockets.LingerOption(enable: true, seconds: 0);
            data.Dispose();
            await session.ReplyAsync("451 disk failed");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(() => GetAsync(connection, "a"));

        Assert.Equal(451, error.ReplyCode);
        Assert.False(connection.IsClosed);
    }

    [Fact]
    public async Task Stalled_data_runs_out_of_time()
    {
        var come = new TaskCompletionSource();
        await using var peer = new DataPeer().On("RETR", async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            using var data = await session.AcceptAsync();
            come.SetResult();
            await session.ReadLineAsync();
        });
        var clock = new HiPerf.Transport.ManualClock();
        await using var session = peer.NewSession(time: clock);
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);
        await come.Task;

        var reading = file.ReadAsync(new byte[10], Token).AsTask();
        clock.Advance(new InternetTimeouts().ReadStall);

        var error = await Assert.ThrowsAsync<FtpException>(() => reading);
        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Receive), (error.Kind, error.Timeout));
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Cancelled_read_closes_the_connection()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            using var data = await session.AcceptAsync();
            await session.ReadLineAsync();
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);
        using var source = new CancellationTokenSource();

        var reading = file.ReadAsync(new byte[10], source.Token).AsTask();
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(connection.IsClosed);
        Assert.False(connection.IsBusy);
    }

    [Fact]
    public async Task Abort_from_another_thread_fails_the_read()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            using var data = await session.AcceptAsync();
            await session.ReadLineAsync();
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);
        var reading = file.ReadAsync(new byte[10], Token).AsTask();

        file.Abort();

        Assert.Equal(InternetErrorKind.ConnectionAborted, (await Assert.ThrowsAsync<FtpException>(() => reading)).Kind);
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Second_operation_while_a_file_is_open_is_busy()
    {
        await using var peer = new DataPeer().With("a", [1]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);

        Assert.Equal(InternetErrorKind.Busy, (await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("a", cancellationToken: Token))).Kind);
        await file.CompleteAsync(Token);
        Assert.True(file.IsComplete);
        Assert.Equal([1], await GetAsync(connection, "a"));
    }

    [Theory]
    [InlineData(1, 2_000)]
    [InlineData(1_000, 0)]
    public async Task File_that_is_given_up_leaves_a_connection_that_settles(int length, int rounds)
    {
        await using var peer = new DataPeer().With("a", [1]).With("big", DataPeer.Octets(length)).On("RETR", (session, name) => name == "a" ? session.ServeAsync("RETR", name) : GiveAsync(session, length, rounds));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        foreach (var dispose in new Func<FtpFile, ValueTask>[] { static file => file.DisposeAsync(), static file => { file.Dispose(); return default; }, static async file => Assert.True(await file.CancelAsync()) })
        {
            var file = await connection.OpenReadAsync("big", cancellationToken: Token);
            Assert.Equal(1, await file.ReadAsync(new byte[1], Token));

            await dispose(file);

            Assert.False(connection.IsBusy);
            Assert.False(file.IsComplete);
            Assert.Equal([1], await GetAsync(connection, "a"));
        }
    }

    [Fact]
    public async Task File_whose_end_never_settles_costs_the_connection()
    {
        await using var peer = new DataPeer().On("RETR", static async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            using var data = await session.AcceptAsync();
            while (await session.ReadLineAsync() is not null)
            {
            }
        });
        var clock = new HiPerf.Transport.ManualClock();
        await using var session = peer.NewSession(time: clock);
        await using var connection = await peer.ConnectAsync(session, new FtpConnectOptions { SettleTimeout = TimeSpan.FromSeconds(3) });
        var file = await connection.OpenReadAsync("a", cancellationToken: Token);

        var cancelling = file.CancelAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(cancelling.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(await cancelling);
        Assert.True(connection.IsClosed);
        Assert.False(connection.IsBusy);
    }

    internal static async Task<byte[]> GetAsync(FtpConnection connection, string path, FtpReadOptions? options = null)
    {
        await using var file = await connection.OpenReadAsync(path, options, Token);
        return await ReadAllAsync(file, 4096);
    }

    internal static async Task<byte[]> ReadAllAsync(FtpFile file, int room)
    {
        var all = new MemoryStream();
        var buffer = new byte[room];
        while (await file.ReadAsync(buffer, Token) is > 0 and var count)
        {
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    private static byte[] ReadAll(FtpFile file, int room)
    {
        var all = new MemoryStream();
        var buffer = new byte[room];
        while (file.Read(buffer) is > 0 and var count)
        {
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    private static async Task GiveAsync(DataPeerSession session, int length, int rounds)
    {
        await session.ReplyAsync("150 here");
        await using var data = await session.DataAsync();
        try
        {
            var piece = new byte[Math.Max(length, 64 * 1024)];
            for (var i = 0; i <= rounds; i++)
            {
                await data.WriteAsync(piece);
            }
        }
        catch (IOException)
        {
            await session.ReplyAsync("426 broken off");
            return;
        }

        await DataPeerSession.EndAsync(data);
        await session.ReplyAsync("226 done");
    }
}
