using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Many files over one connection, the next port asked for as each ends.</summary>
public class FtpBatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_come_in_order_and_the_next_port_with_the_end_of_each()
    {
        await using var peer = Peer(4);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var paths = new List<string>();

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2", "3"], cancellationToken: Token))
        {
            Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
            paths.Add(file.Path);
            Assert.True(connection.IsBusy);
        }

        Assert.Equal(["0", "1", "2", "3"], paths);
        Assert.False(connection.IsBusy);
        await connection.NoOpAsync(Token);
        Assert.Equal("TYPE EPSV RETR EPSV RETR EPSV RETR EPSV RETR NOOP", peer.Verbs);
    }

    [Fact]
    public async Task Refused_file_says_why_and_the_others_come()
    {
        await using var peer = Peer(3);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var seen = new List<(string Path, int Code)>();

        await foreach (var file in connection.ReadFilesAsync(["0", "none", "1", "none", "2"], cancellationToken: Token))
        {
            seen.Add((file.Path, file.Refusal?.ReplyCode ?? 0));
            if (file.Refusal is not null)
            {
                Assert.Same(file.Refusal, await Assert.ThrowsAsync<FtpException>(() => FtpDownloadTests.ReadAllAsync(file, 1)));
                Assert.False(file.IsComplete);
                continue;
            }

            Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
        }

        Assert.Equal([("0", 0), ("none", 550), ("1", 0), ("none", 550), ("2", 0)], seen);
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task Server_that_queues_commands_is_asked_for_the_next_port_with_each_file()
    {
        await using var peer = Peer(3);
        peer.Greeting = "(vsFTPd 3.0.5)";
        var ahead = new List<string?>();
        _ = peer.On("RETR", async (session, name) =>
        {
            // Nothing is sent before the next command is there: a client that asks later would wait for ever.
            ahead.Add(name == "2" ? null : await session.ReadLineAsync());
            await session.ServeAsync("RETR", name);
            if (name != "2")
            {
                await session.ServeAsync("EPSV", string.Empty);
            }
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var seen = new List<(string Path, int Code)>();

        await foreach (var file in connection.ReadFilesAsync(["0", "none", "1", "2"], cancellationToken: Token))
        {
            seen.Add((file.Path, file.Refusal?.ReplyCode ?? 0));
            if (file.Refusal is null)
            {
                Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
            }
        }

        Assert.Equal([("0", 0), ("none", 550), ("1", 0), ("2", 0)], seen);
        Assert.Equal(["EPSV", "EPSV", "EPSV", null], ahead);
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task Answer_about_the_next_port_before_the_end_of_the_file_is_an_error()
    {
        await using var peer = Peer(2);
        peer.Greeting = "(vsFTPd 3.0.5)";
        _ = peer.On("RETR", async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            Assert.Equal("EPSV", await session.ReadLineAsync());
            await DataPeerSession.EndAsync(await session.DataAsync());
            await session.ServeAsync("EPSV", string.Empty);
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(async () =>
        {
            await foreach (var file in connection.ReadFilesAsync(["0", "1"], cancellationToken: Token))
            {
                _ = await FtpDownloadTests.ReadAllAsync(file, 100);
            }
        });

        Assert.Equal(InternetErrorKind.ProtocolViolation, error.Kind);
        Assert.True(connection.IsClosed);
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("(vsFTPd 3.0.5)")]
    public async Task File_disposed_of_before_its_end_leaves_the_next_ones(string greeting)
    {
        await using var peer = Peer(3);
        peer.Greeting = greeting;
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var whole = new List<string>();

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2"], cancellationToken: Token))
        {
            if (file.Path == "1")
            {
#pragma warning disable CA1849, MA0042 // What synchronous code does is what is tested.
                file.Dispose();
#pragma warning restore CA1849, MA0042
                continue;
            }

            Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
            whole.Add(file.Path);
        }

        Assert.Equal(["0", "2"], whole);
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task File_that_was_disposed_of_half_read_leaves_the_next_its_own_port()
    {
        await using var peer = Peer(3);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var whole = new List<string>();

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2"], cancellationToken: Token))
        {
            if (file.Path == "0")
            {
                // Not DisposeAsync: nothing is awaited here.
#pragma warning disable CA1849, VSTHRD103, MA0042
                file.Dispose();
#pragma warning restore CA1849, VSTHRD103, MA0042
                continue;
            }

            Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
            whole.Add(file.Path);
        }

        Assert.Equal(["1", "2"], whole);
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task Port_that_closed_between_two_files_is_asked_for_again()
    {
        var asked = 0;
        await using var peer = Peer(2);
        _ = peer.On("EPSV", async (session, argument) =>
        {
            if (++asked != 2)
            {
                await session.ServeAsync("EPSV", argument);
                return;
            }

            session.OpenPort();
            var closed = session.Port;
            session.OpenPort();
            await session.ReplyAsync($"229 port (|||{closed}|)");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        await foreach (var file in connection.ReadFilesAsync(["0", "1"], cancellationToken: Token))
        {
            Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
        }

        Assert.Equal("TYPE EPSV RETR EPSV EPSV RETR", peer.Verbs);
    }

    [Fact]
    public async Task Files_that_are_not_read_are_given_up()
    {
        await using var peer = Peer(4);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var count = 0;

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2", "3"], cancellationToken: Token))
        {
            if (count++ == 2)
            {
                Assert.Equal(peer.Files["2"], await FtpDownloadTests.ReadAllAsync(file, 100));
            }
        }

        Assert.Equal(4, count);
        await connection.NoOpAsync(Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_early_leaves_a_connection_to_work_with(bool reads)
    {
        await using var peer = Peer(4);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2", "3"], cancellationToken: Token))
        {
            if (reads)
            {
                _ = await FtpDownloadTests.ReadAllAsync(file, 100);
            }

            break;
        }

        Assert.False(connection.IsBusy);
        Assert.Equal(peer.Files["3"], await FtpDownloadTests.GetAsync(connection, "3"));
    }

    [Fact]
    public async Task Port_refused_behind_a_file_falls_back()
    {
        var asked = 0;
        await using var peer = Peer(3);
        _ = peer.On("EPSV", (session, argument) => asked++ == 1 ? session.ReplyAsync("500 no more") : session.ServeAsync("EPSV", argument));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var count = 0;

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2"], cancellationToken: Token))
        {
            Assert.Equal(peer.Files[file.Path], await FtpDownloadTests.ReadAllAsync(file, 100));
            count++;
        }

        Assert.Equal(3, count);
        Assert.Equal("TYPE EPSV RETR EPSV PASV RETR PASV RETR", peer.Verbs);
    }

    [Fact]
    public async Task File_that_fails_behind_its_data_does_not_end_the_batch()
    {
        await using var peer = Peer(3);
        _ = peer.On("RETR", (session, name) => name == "1" ? session.SendDataAsync(new byte[5], "451 disk") : session.ServeAsync("RETR", name));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var failed = new List<string>();

        await foreach (var file in connection.ReadFilesAsync(["0", "1", "2"], cancellationToken: Token))
        {
            if (await Record.ExceptionAsync(() => FtpDownloadTests.ReadAllAsync(file, 100)) is FtpException { ReplyCode: 451 })
            {
                failed.Add(file.Path);
            }
            else
            {
                Assert.True(file.IsComplete);
            }
        }

        Assert.Equal(["1"], failed);
        await connection.NoOpAsync(Token);
    }

    private static DataPeer Peer(int files)
    {
        var peer = new DataPeer();
        for (var i = 0; i < files; i++)
        {
            peer.Files[i.ToString(System.Globalization.CultureInfo.InvariantCulture)] = DataPeer.Octets(1000 + i);
        }

        return peer;
    }
}
