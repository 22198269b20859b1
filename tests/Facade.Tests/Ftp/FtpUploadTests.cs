using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Files that are written: whole when the server says so, and never taken for whole by it when they are not.</summary>
public class FtpUploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(700_000, false)]
    [InlineData(700_000, true)]
    public async Task What_is_written_and_completed_is_stored(int length, bool synchronously)
    {
        var content = DataPeer.Octets(length);
        await using var peer = new DataPeer();
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenWriteAsync("a", cancellationToken: Token);
        Assert.True(file.CanWrite);
        Assert.False(file.CanRead);

        if (synchronously)
        {
            await Task.Run(() => Write(file, content), Token);
        }
        else
        {
            await file.WriteAsync(content, Token);
        }

        Assert.False(file.IsComplete);
        await file.CompleteAsync(Token);

        Assert.Equal(content, peer.Files["a"]);
        Assert.True(file.IsComplete);
        Assert.False(connection.IsBusy);
        await file.CompleteAsync(Token);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await file.WriteAsync(content, Token));
        Assert.Equal("TYPE EPSV STOR", peer.Verbs);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("connection")]
    [InlineData("dispose")]
    [InlineData("cancel")]
    public async Task Aborted_upload_is_no_whole_file_to_the_server(string how)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var peer = new DataPeer().On("STOR", async (session, _) =>
        {
            await session.ReplyAsync("150 send");
            using var data = await session.DataAsync();
            var buffer = new byte[64 * 1024];
            try
            {
                while (await data.ReadAsync(buffer) > 0)
                {
                    come.TrySetResult();
                    await over.Task;
                }

                end.SetResult("whole");
            }
            catch (IOException)
            {
                end.SetResult("broken");
            }
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenWriteAsync("b", cancellationToken: Token);
        await file.WriteAsync(new byte[1000], Token);
        await come.Task;

        await AbortAsync(how, connection, file);
        over.SetResult();

        Assert.Equal("broken", await end.Task);
    }

    private static async Task AbortAsync(string how, FtpConnection connection, FtpFile file)
    {
        switch (how)
        {
            case "file":
                file.Abort();
                break;
            case "connection":
                connection.Abort();
                break;
            case "dispose":
#pragma warning disable CA1849, VSTHRD103, MA0042 // Without the farewell.
                connection.Dispose();
#pragma warning restore CA1849, VSTHRD103, MA0042
                break;
            default:
                using (var source = new CancellationTokenSource())
                {
                    var writing = file.WriteAsync(new byte[64 * 1024 * 1024], source.Token).AsTask();
                    await source.CancelAsync();
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
                }

                break;
        }
    }

    [Fact]
    public async Task Modes_and_options_have_their_commands()
    {
        await using var peer = new DataPeer().With("a", [1]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        await PutAsync(connection, "a", [2], new FtpWriteOptions { Mode = FtpWriteMode.Append });
        Assert.Equal([1, 2], peer.Files["a"]);
        await PutAsync(connection, "a", [3], new FtpWriteOptions { Offset = 2, Allocate = 1 });
        await using (var unique = await connection.OpenWriteAsync("hint", new FtpWriteOptions { Mode = FtpWriteMode.Unique }, Token))
        {
            Assert.Equal("unique.1", unique.UniqueName);
            await unique.CompleteAsync(Token);
            Assert.EndsWith("/unique.1", unique.Url.Href, StringComparison.Ordinal);
        }

        await PutAsync(connection, "t", [.. "x\ny\r\n"u8], new FtpWriteOptions { Type = FtpTransferType.Ascii });
        Assert.Equal([.. "x\r\ny\r\n"u8], peer.Files["t"]);
        Assert.Equal("TYPE EPSV APPE ALLO EPSV REST STOR EPSV STOU TYPE EPSV STOR", peer.Verbs);
    }

    [Fact]
    public async Task Options_that_contradict_are_refused()
    {
        await using var peer = new DataPeer();
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenWriteAsync("a", new FtpWriteOptions { Offset = 1, Mode = FtpWriteMode.Append }, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenWriteAsync("a", new FtpWriteOptions { Offset = 1, Type = FtpTransferType.Ascii }, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await connection.OpenReadAsync("a", new FtpReadOptions { Offset = -1 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenReadAsync("a\r\nDELE b", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenCommandAsync("LIST a\nb", FtpDataDirection.Read, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenCommandAsync("STOR a", FtpDataDirection.Read, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenCommandAsync("DELE a", FtpDataDirection.Read, cancellationToken: Token));
        Assert.False(connection.IsBusy);
        Assert.Empty(peer.Verbs);
    }

    [Fact]
    public async Task Raw_commands_move_data()
    {
        await using var peer = new DataPeer().With("a", [4]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenCommandAsync("retr a", FtpDataDirection.Read, cancellationToken: Token);

        Assert.Equal([4], await FtpDownloadTests.ReadAllAsync(file, 16));
    }

    [Theory]
    [InlineData("552 full")]
    [InlineData("426 broken")]
    [InlineData("451 disk")]
    public async Task Refusal_while_data_flows_is_told_with_the_reply(string reply)
    {
        await using var peer = new DataPeer().On("STOR", async (session, _) =>
        {
            await session.ReplyAsync("150 send");
            var data = await session.AcceptAsync();
            Assert.True(await data.ReceiveAsync(new byte[1]) > 0);
            data.LingerState = new System.Net.Sockets.LingerOption(enable: true, seconds: 0);
            data.Dispose();
            await session.ReplyAsync(reply);
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenWriteAsync("a", cancellationToken: Token);
        var piece = new byte[256 * 1024];

        var error = await Assert.ThrowsAsync<FtpException>(async () =>
        {
            while (true)
            {
                await file.WriteAsync(piece, Token);
            }
        });

        Assert.Equal(int.Parse(reply[..3], System.Globalization.CultureInfo.InvariantCulture), error.ReplyCode);
        Assert.False(file.IsComplete);
        Assert.False(connection.IsBusy);
        await connection.NoOpAsync(Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_that_is_not_completed_is_never_stored_as_whole(bool synchronously)
    {
        await using var peer = new DataPeer();
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var file = await connection.OpenWriteAsync("a", cancellationToken: Token);
        await file.WriteAsync(new byte[10], Token);

        if (synchronously)
        {
            await Task.Run(file.Dispose, Token);
        }
        else
        {
            await file.DisposeAsync();
        }

        await connection.NoOpAsync(Token);
        Assert.False(file.IsComplete);
        Assert.False(peer.Files.ContainsKey("a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.WriteAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Negative_reply_to_a_whole_upload_is_an_error()
    {
        await using var peer = new DataPeer().On("STOR", static async (session, _) =>
        {
            await session.ReplyAsync("150 send");
            using var data = await session.DataAsync();
            await data.CopyToAsync(Stream.Null);
            await session.ReplyAsync("452 no space");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(() => PutAsync(connection, "a", [1], null));

        Assert.Equal((452, "STOR"), (error.ReplyCode, error.Command));
        Assert.False(connection.IsClosed);
    }

    internal static async Task PutAsync(FtpConnection connection, string path, byte[] content, FtpWriteOptions? options)
    {
        await using var file = await connection.OpenWriteAsync(path, options, Token);
        await file.WriteAsync(content, Token);
        await file.CompleteAsync(Token);
    }

    private static void Write(FtpFile file, byte[] content)
    {
        for (var at = 0; at < content.Length; at += 100_000)
        {
            file.Write(content, at, Math.Min(100_000, content.Length - at));
        }

        file.Flush();
    }
}
