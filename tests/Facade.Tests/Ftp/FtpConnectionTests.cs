using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Typed commands: what is said, what is made of the answer.</summary>
public class FtpConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("257 \"/\" is current", "/")]
    [InlineData("257 \"/a\"\"b\" is current", "/a\"b")]
    [InlineData("257 \"/a b\"", "/a b")]
    [InlineData("257 \"/\u00c3\u00a9\"", "/é")]
    [InlineData("257 \"/\u00e9\"", "/é")]
    [InlineData("257 \"/\u00ff\u00ff\"", "/ÿ")]
    public async Task Current_directory_is_what_stands_in_the_quotes(string answer, string expected)
    {
        await using var peer = new ControlPeer(("PWD", answer));
        await using var connection = await ConnectAsync(peer);
        Assert.Equal(expected, await connection.GetCurrentDirectoryAsync(Token));
    }

    [Theory]
    [InlineData("257 /a")]
    [InlineData("257 \"/a")]
    [InlineData("257 \"/a\"b")]
    [InlineData("257 \"\"")]
    [InlineData("257")]
    public async Task Path_that_is_none_is_a_typed_error_and_no_root(string answer)
    {
        await using var peer = new ControlPeer(("PWD", answer));
        await using var connection = await ConnectAsync(peer);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.GetCurrentDirectoryAsync(Token));
        Assert.Equal((InternetErrorKind.ProtocolViolation, ParseError.BadQuotedPath, "PWD"), (error.Kind, error.ParseError, error.Command));
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task Huge_path_ends_by_the_limit_of_a_line()
    {
        await using var peer = new ControlPeer(("PWD", $"257 \"/home\" here|257 \"/{new string('a', 9000)}\""));
        await using var connection = await ConnectAsync(peer);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.GetCurrentDirectoryAsync(Token));
        Assert.Equal((InternetErrorKind.LimitExceeded, ParseError.ReplyLineTooLong), (error.Kind, error.ParseError));
        Assert.True(connection.IsClosed);
    }

    [Theory]
    [InlineData("/home/ann", "/home/ann", "")]
    [InlineData("/home/ann", "/home/ann/a b/c", "a%20b/c/")]
    [InlineData("/home/ann", "/home/anna", "%2Fhome/anna/")]
    [InlineData("/", "/pub/x", "pub/x/")]
    [InlineData("/home/ann", "/", "%2F")]
    [InlineData("/home/ann", "/a;type=i#?%", "%2Fa%3Btype%3Di%23%3F%25/")]
    public async Task Current_directory_as_URL_leads_back_there(string home, string directory, string path)
    {
        await using var peer = new ControlPeer(("PWD", $"257 \"{home}\"|257 \"{directory}\""));
        await using var connection = await ConnectAsync(peer);
        Assert.Equal($"ftp://127.0.0.1:{peer.Port}/{path}", (await connection.GetCurrentDirectoryUrlAsync(Token)).Href);
    }

    [Fact]
    public async Task Commands_are_said_with_slashes_and_UTF_8()
    {
        await using var peer = new ControlPeer(("CDUP", "200 up"), ("MKD", "257 \"/d\" made"), ("RMD", "250 gone"), ("DELE", "250 gone"), ("RNFR", "350 to"), ("RNTO", "250 so"),
            ("STAT", "211 fine"), ("SITE", "500 no"), ("XFOO", "299 odd"));
        await using var connection = await ConnectAsync(peer);
        await connection.SetCurrentDirectoryAsync("a\\b/é", Token);
        await connection.SetParentDirectoryAsync(Token);
        await connection.CreateDirectoryAsync(" d ", Token);
        await connection.DeleteDirectoryAsync("d", cancellationToken: Token);
        await connection.DeleteFileAsync("-f", Token);
        await connection.RenameAsync("x", "y z", Token);
        Assert.Equal(211, (await connection.GetStatusAsync(Token)).Code);
        Assert.Equal(500, (await connection.SendSiteAsync("CHMOD 644 x", Token)).Code);
        Assert.Equal(299, (await connection.SendCommandAsync("XFOO bar baz", Token)).Code);
        Assert.Equal("299 odd", connection.LastReply.ToString());
        Assert.Equal(["CWD a/b/\u00c3\u00a9", "CDUP", "MKD  d ", "RMD d", "DELE -f", "RNFR x", "RNTO y z", "STAT", "SITE CHMOD 644 x", "XFOO bar baz"], peer.Commands[4..]);
    }

    [Theory]
    [InlineData("550 no", InternetErrorKind.NotFound)]
    [InlineData("530 log in", InternetErrorKind.AuthenticationFailed)]
    [InlineData("553 not allowed", InternetErrorKind.AccessDenied)]
    [InlineData("450 busy", InternetErrorKind.ServerError)]
    public async Task Refusal_tells_verb_code_and_text_and_leaves_the_connection(string answer, InternetErrorKind kind)
    {
        await using var peer = new ControlPeer(("DELE", answer));
        await using var connection = await ConnectAsync(peer);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.DeleteFileAsync("x", Token));
        Assert.Equal((kind, "DELE", int.Parse(answer[..3], System.Globalization.CultureInfo.InvariantCulture), answer[4..], InternetPhase.ReceivingHead),
            (error.Kind, error.Command, error.ReplyCode, error.ReplyText, error.Phase));
        await connection.NoOpAsync(Token);
    }

    [Theory]
    [InlineData("a\r\nDELE b")]
    [InlineData("a\n")]
    [InlineData("\ra")]
    [InlineData("a\0b")]
    [InlineData("")]
    public async Task No_member_sends_a_path_that_would_end_its_line(string path)
    {
        await using var peer = new ControlPeer();
        await using var connection = await ConnectAsync(peer);
        var time = DateTimeOffset.UnixEpoch;
        foreach (var work in (Func<Task>[])
        [
            () => connection.SetCurrentDirectoryAsync(path, Token).AsTask(), () => connection.CreateDirectoryAsync(path, Token).AsTask(),
            () => connection.DeleteDirectoryAsync(path, cancellationToken: Token).AsTask(), () => connection.DeleteDirectoryAsync(path, true, Token).AsTask(),
            () => connection.DeleteFileAsync(path, Token).AsTask(), () => connection.RenameAsync(path, "b", Token).AsTask(), () => connection.RenameAsync("b", path, Token).AsTask(),
            () => connection.GetSizeAsync(path, Token).AsTask(), () => connection.GetLastWriteTimeAsync(path, Token).AsTask(),
            () => connection.SetLastWriteTimeAsync(path, time, Token).AsTask(), () => connection.GetEntryAsync(path, Token).AsTask(),
            () => connection.GetHashAsync(path, cancellationToken: Token).AsTask(), () => connection.SendSiteAsync(path, Token).AsTask(),
            () => connection.SendCommandAsync(path, Token).AsTask(), () => connection.OpenReadAsync(path, cancellationToken: Token).AsTask(),
            () => connection.OpenWriteAsync(path, cancellationToken: Token).AsTask(),
        ])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(work);
        }

        Assert.Equal(["USER anonymous", "PASS anonymous@", "FEAT", "PWD"], peer.Commands);
        Assert.False(connection.IsBusy);
        await connection.NoOpAsync(Token);
    }

    [Theory]
    [InlineData(4064, true)]
    [InlineData(4065, false)]
    public async Task Path_is_held_to_what_a_command_line_takes(int length, bool fits)
    {
        await using var peer = new ControlPeer();
        await using var connection = await ConnectAsync(peer);
        var path = new string('a', length);
        if (fits)
        {
            await connection.SetCurrentDirectoryAsync(path, Token);
        }
        else
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await connection.SetCurrentDirectoryAsync(path, Token));
        }
    }

    [Theory]
    [InlineData("RETR x")]
    [InlineData("stor x")]
    [InlineData("LIST")]
    [InlineData("PASV")]
    [InlineData("EPSV")]
    [InlineData("PORT 1,2,3,4,5,6")]
    [InlineData("REST 5")]
    [InlineData("AUTH TLS")]
    [InlineData("PROT C")]
    [InlineData("CCC")]
    [InlineData("USER x")]
    [InlineData("REIN")]
    [InlineData("ABOR")]
    [InlineData("QUIT")]
    [InlineData("RNTO x")]
    public async Task Raw_command_that_nobody_would_keep_account_of_is_refused(string command)
    {
        await using var peer = new ControlPeer();
        await using var connection = await ConnectAsync(peer);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await connection.SendCommandAsync(command, Token));
        Assert.Equal(4, peer.Commands.Length);
    }

    [Theory]
    [InlineData("213 12", 12L)]
    [InlineData("213 9223372036854775807", long.MaxValue)]
    [InlineData("550 no", null)]
    [InlineData("502 what", null)]
    public async Task Size_is_asked_for_in_binary(string answer, long? size)
    {
        await using var peer = new ControlPeer(("SIZE", answer));
        await using var connection = await ConnectAsync(peer);
        Assert.Equal(size, await connection.GetSizeAsync("x", Token));
        Assert.Equal(size, await connection.GetSizeAsync("y", Token));
        Assert.Equal(["TYPE I", "SIZE x", "SIZE y"], peer.Commands[4..]);
    }

    [Theory]
    [InlineData("213 9223372036854775808")]
    [InlineData("213 -1")]
    [InlineData("213 12 13")]
    [InlineData("213 x")]
    [InlineData("213 ")]
    public async Task Size_that_is_none_is_a_typed_error(string answer)
    {
        await using var peer = new ControlPeer(("SIZE", answer));
        await using var connection = await ConnectAsync(peer);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.GetSizeAsync("x", Token));
        Assert.Equal((InternetErrorKind.ProtocolViolation, ParseError.BadSize, "SIZE"), (error.Kind, error.ParseError, error.Command));
    }

    [Fact]
    public async Task Time_is_read_to_what_the_server_says()
    {
        await using var peer = new ControlPeer(("MDTM", "213 20260102030405|213 20260102030405.25|550 no|213 191260102030405"));
        await using var connection = await ConnectAsync(peer);
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Assert.Equal(time, await connection.GetLastWriteTimeAsync("x", Token));
        Assert.Equal(time.AddMilliseconds(250), await connection.GetLastWriteTimeAsync("x", Token));
        Assert.Null(await connection.GetLastWriteTimeAsync("x", Token));
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.GetLastWriteTimeAsync("x", Token));
        Assert.Equal(ParseError.BadTimeVal, error.ParseError);
    }

    [Theory]
    [InlineData("211-\r\n MFMT\r\n211 end", "213 ok", "MFMT 20260102030405 a b")]
    [InlineData("211-\r\n MDTM\r\n211 end", "213 ok", "MDTM 20260102030405 a b")]
    [InlineData("502 no", "500 what", "MFMT 20260102030405 a b;MDTM 20260102030405 a b")]
    public async Task Time_is_set_by_what_the_server_knows(string features, string answer, string commands)
    {
        await using var peer = new ControlPeer(("FEAT", features), ("MFMT", answer), ("MDTM", "213 set"));
        await using var connection = await ConnectAsync(peer);
        await connection.SetLastWriteTimeAsync("a b", new DateTimeOffset(2026, 1, 2, 4, 4, 5, 999, TimeSpan.FromHours(1)), Token);
        Assert.Equal(commands.Split(';'), peer.Commands[4..]);
    }

    [Theory]
    [InlineData("HASH SHA-1*;SHA-256;MD5;", FtpHashAlgorithms.None, "OPTS HASH SHA-256;HASH f;HASH f", FtpHashAlgorithms.Sha256)]
    [InlineData("HASH SHA-256*;SHA-1;", FtpHashAlgorithms.None, "HASH f;HASH f", FtpHashAlgorithms.Sha256)]
    [InlineData("HASH SHA-256*;MD5;", FtpHashAlgorithms.Md5, "OPTS HASH MD5;HASH f;HASH f", FtpHashAlgorithms.Md5)]
    [InlineData("XSHA256\r\n XMD5\r\n XCRC", FtpHashAlgorithms.None, "XSHA256 f;XSHA256 f", FtpHashAlgorithms.Sha256)]
    [InlineData("XSHA256\r\n XMD5\r\n XCRC", FtpHashAlgorithms.Md5 | FtpHashAlgorithms.Crc32, "XMD5 f;XMD5 f", FtpHashAlgorithms.Md5)]
    [InlineData("XCRC", FtpHashAlgorithms.None, "XCRC f;XCRC f", FtpHashAlgorithms.Crc32)]
    [InlineData("XMD5", FtpHashAlgorithms.Sha256, "", FtpHashAlgorithms.None)]
    [InlineData("SIZE", FtpHashAlgorithms.None, "", FtpHashAlgorithms.None)]
    public async Task Hash_is_the_strongest_on_offer(string features, FtpHashAlgorithms wanted, string commands, FtpHashAlgorithms algorithm)
    {
        var hex = new string('a', 2 * FtpHashParser.SizeOf(algorithm));
        await using var peer = new ControlPeer(("FEAT", $"211-\r\n {features}\r\n211 end"), ("HASH", $"213 X 0-4 {hex} f"), ("XSHA256", $"250 {hex}"), ("XMD5", $"251 \"f\" {hex}"), ("XCRC", $"250 {hex}"));
        await using var connection = await ConnectAsync(peer);
        foreach (var _ in new int[2])
        {
            var hash = await connection.GetHashAsync("f", wanted, Token);
            Assert.Equal(algorithm == FtpHashAlgorithms.None ? null : hex, hash?.Hex);
            Assert.Equal(algorithm, hash?.Algorithm ?? FtpHashAlgorithms.None);
        }

        Assert.Equal(commands.Split(';', StringSplitOptions.RemoveEmptyEntries), peer.Commands[4..]);
    }

    [Theory]
    [InlineData("213 SHA-256 0-4 abcd f")]
    [InlineData("213 nothing")]
    public async Task Hash_that_is_none_is_a_typed_error(string answer)
    {
        await using var peer = new ControlPeer(("FEAT", "211-\r\n HASH SHA-256*\r\n211 end"), ("HASH", answer));
        await using var connection = await ConnectAsync(peer);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.GetHashAsync("f", cancellationToken: Token));
        Assert.Equal((ParseError.BadHash, "HASH"), (error.ParseError, error.Command));
    }

    [Fact]
    public async Task Entry_is_read_from_MLST_by_the_name_it_was_asked_for()
    {
        await using var peer = new ControlPeer(("FEAT", "211-\r\n MLST type*;size*;modify*;\r\n211 end"),
            ("MLST", "250-Listing\r\n type=file;size=7;modify=20260102030405; /pub/whole/path\r\n250 End|550 no|250 nothing"));
        await using var connection = await ConnectAsync(peer);
        var entry = await connection.GetEntryAsync("pub/f", Token);
        Assert.Equal(("f", false, 7L, FtpEntryType.File), (entry!.Name, entry.IsDirectory, entry.Length, entry.Type));
        Assert.Equal($"ftp://127.0.0.1:{peer.Port}/pub/f", entry.Url.Href);
        Assert.Null(await connection.GetEntryAsync("pub/f", Token));
        await Assert.ThrowsAsync<FtpException>(async () => await connection.GetEntryAsync("pub/f", Token));
    }

    [Fact]
    public async Task Second_operation_is_told_Busy()
    {
        await using var peer = new ControlPeer(("CWD", ControlPeer.Silence));
        await using var connection = await ConnectAsync(peer);
        var first = connection.SetCurrentDirectoryAsync("a", Token).AsTask();
        await peer.CameAsync("CWD");
        Assert.True(connection.IsBusy);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.NoOpAsync(Token));
        Assert.Equal((InternetErrorKind.Busy, WinInetCode.TransferInProgress), (error.Kind, error.NativeCode));
        await peer.SayAsync("250 there\r\n");
        await first;
        await connection.NoOpAsync(Token);
    }

    [Fact]
    public async Task Second_operation_waits_where_it_is_told_to()
    {
        await using var peer = new ControlPeer(("CWD", ControlPeer.Silence));
        await using var connection = await ConnectAsync(peer, static options => options with { BusyBehavior = FtpBusyBehavior.Wait });
        var first = connection.SetCurrentDirectoryAsync("a", Token).AsTask();
        await peer.CameAsync("CWD");
        var second = connection.NoOpAsync(Token).AsTask();
        Assert.False(second.IsCompleted);
        await peer.SayAsync("250 there\r\n");
        await first;
        await second;
        Assert.Equal("NOOP", peer.Commands[^1]);
    }

    [Theory]
    [InlineData("226 late", ParseError.MismatchedReply)]
    [InlineData("230 in", ParseError.MismatchedReply)]
    [InlineData("150 begins", ParseError.MismatchedReply)]
    public async Task Reply_that_cannot_be_the_answer_loses_the_connection(string answer, ParseError error)
    {
        await using var peer = new ControlPeer(("NOOP", answer));
        await using var connection = await ConnectAsync(peer);
        var thrown = await Assert.ThrowsAsync<FtpException>(async () => await connection.NoOpAsync(Token));
        Assert.Equal((InternetErrorKind.ProtocolViolation, error), (thrown.Kind, thrown.ParseError));
        Assert.True(connection.IsClosed);
        var after = await Assert.ThrowsAsync<FtpException>(async () => await connection.NoOpAsync(Token));
        Assert.Equal(InternetErrorKind.ConnectionAborted, after.Kind);
    }

    [Fact]
    public async Task Cancelling_closes_the_connection_and_carries_the_token()
    {
        await using var peer = new ControlPeer(("NOOP", ControlPeer.Silence));
        await using var connection = await ConnectAsync(peer);
        using var source = new CancellationTokenSource();
        var asking = connection.NoOpAsync(source.Token).AsTask();
        await peer.CameAsync("NOOP");
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking)).CancellationToken);
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Silence_ends_by_the_limit_of_a_reply()
    {
        await using var peer = new ControlPeer(("NOOP", ControlPeer.Silence));
        var clock = new ManualClock();
        await using var connection = await ConnectAsync(peer, clock: clock);
        var asking = connection.NoOpAsync(Token).AsTask();
        await peer.CameAsync("NOOP");
        clock.Advance(TimeSpan.FromSeconds(60));
        var error = await Assert.ThrowsAsync<FtpException>(() => asking);
        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Head, InternetPhase.ReceivingHead), (error.Kind, error.Timeout, error.Phase));
    }

    [Fact]
    public async Task Disposed_connection_says_so()
    {
        await using var peer = new ControlPeer();
        var connection = await ConnectAsync(peer);
        await connection.DisposeAsync();
        await connection.DisposeAsync();
        connection.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await connection.NoOpAsync(Token));
        Assert.Equal("QUIT", peer.Commands[^1]);
        Assert.Equal("221 bye", connection.LastReply.ToString());
    }

    [Fact]
    public async Task Farewell_waits_a_second_at_most()
    {
        await using var peer = new ControlPeer(("QUIT", ControlPeer.Silence));
        var clock = new ManualClock();
        var connection = await ConnectAsync(peer, clock: clock);
        var disposing = connection.DisposeAsync().AsTask();
        await peer.CameAsync("QUIT");
        Assert.False(disposing.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await disposing;
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Disposing_under_an_operation_fails_it_without_farewell()
    {
        await using var peer = new ControlPeer(("NOOP", ControlPeer.Silence));
        var connection = await ConnectAsync(peer);
        var asking = connection.NoOpAsync(Token).AsTask();
        await peer.CameAsync("NOOP");
        connection.Dispose();
        Assert.Equal(InternetErrorKind.ConnectionAborted, (await Assert.ThrowsAsync<FtpException>(() => asking)).Kind);
        Assert.DoesNotContain("QUIT", peer.Commands);
    }

    internal static async Task<FtpConnection> ConnectAsync(ControlPeer peer, Func<FtpConnectOptions, FtpConnectOptions>? change = null, ManualClock? clock = null)
    {
        var session = new InternetSession(new InternetSessionOptions { TimeProvider = clock ?? TimeProvider.System });
        var options = new FtpConnectOptions { Port = peer.Port };
        return await session.ConnectFtpAsync("127.0.0.1", change is null ? options : change(options), Token);
    }
}
