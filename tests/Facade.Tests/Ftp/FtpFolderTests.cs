using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Folders, listed as they come (catalogue FC-10, FC-11).</summary>
public class FtpFolderTests
{
    private const string Mlst = "MLST type*;size*;modify*;";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mlsd_is_read_when_offered()
    {
        await using var peer = Offering(("", "type=cdir; .\r\ntype=pdir; ..\r\ntype=dir;modify=20240102030405; sub\r\ntype=file;size=12;modify=20240102030405; a b.txt\r\n"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var entries = await ListAsync(connection, null);

        Assert.Equal(["sub", "a b.txt"], entries.Select(static entry => entry.Name));
        Assert.True(entries[0].IsDirectory);
        Assert.Null(entries[0].Length);
        Assert.Equal(12, entries[1].Length);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), entries[1].LastWriteTime);
        Assert.True(entries[1].IsTimeUtc);
        Assert.True(entries[1].IsPlainName);
        Assert.EndsWith("/a%20b.txt", entries[1].Url.Href, StringComparison.Ordinal);
        Assert.EndsWith("/sub/", entries[0].Url.Href, StringComparison.Ordinal);
        Assert.Equal("EPSV MLSD", peer.Verbs);
        Assert.False(connection.IsBusy);
    }

    [Fact]
    public async Task List_is_read_in_the_servers_zone_otherwise()
    {
        await using var peer = new DataPeer().With("LIST ./-d", [.. "total 2\r\ndrwxr-xr-x 2 me us 4096 Jan 02 2024 sub\r\n-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\nlrwxrwxrwx 1 me us 1 Jan 02 2024 l -> a\r\n"u8]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, new FtpConnectOptions { ServerTimeOffset = TimeSpan.FromHours(2) });

        var entries = await ListAsync(connection, "-d");

        Assert.Equal([FtpEntryType.Directory, FtpEntryType.File, FtpEntryType.Link], entries.Select(static entry => entry.Type));
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.FromHours(2)), entries[1].LastWriteTime);
        Assert.False(entries[1].IsTimeUtc);
        Assert.Equal(("me", "us", "rw-r--r--", "a"), (entries[1].Owner, entries[1].Group, entries[1].Permissions, entries[2].Target));
        Assert.Equal("TYPE EPSV LIST", peer.Verbs);
    }

    [Fact]
    public async Task Mlsd_that_is_offered_and_unknown_falls_back_to_List()
    {
        await using var peer = new DataPeer { Features = Mlst }.Answer("MLSD", "500 unknown").With("LIST", [.. "-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\n"u8]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        Assert.Single(await ListAsync(connection, null));
        Assert.Single(await ListAsync(connection, null));
        Assert.Equal("EPSV MLSD TYPE EPSV LIST EPSV LIST", peer.Verbs);
    }

    [Fact]
    public async Task Names_that_are_no_utf8_keep_their_octets()
    {
        await using var peer = new DataPeer { Features = Mlst }.With("MLSD", [.. "type=file; "u8, 0xE4, 0xF6, .. "\r\ntype=file; é\r\n"u8]);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var entries = await ListAsync(connection, null);

        Assert.Equal(["äö", "é"], entries.Select(static entry => entry.Name));
        Assert.Equal([0xE4, 0xF6], entries[0].RawName.ToArray());
        Assert.Equal([0xC3, 0xA9], entries[1].RawName.ToArray());
        Assert.False(entries[0].IsPlainName);
        Assert.EndsWith("/%E4%F6", entries[0].Url.Href, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recursion_tells_paths_and_follows_neither_links_nor_names_that_lead_elsewhere()
    {
        await using var peer = Offering(
            ("top", "type=file; a\r\ntype=dir; x\r\ntype=dir; ../up\r\ntype=OS.unix=slink:/; link\r\ntype=dir; y\r\n"),
            ("top/x", "type=file; b\r\ntype=dir; deep\r\n"),
            ("top/x/deep", "type=file; c\r\n"),
            ("top/y", ""));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var entries = await ListAsync(connection, "top", new FtpEnumerateOptions { Recursive = true });

        Assert.Equal(["a", "x", "../up", "link", "y", "x/b", "x/deep", "x/deep/c"], entries.Select(static entry => entry.Path));
        Assert.False(entries[2].IsPlainName);
        Assert.EndsWith("/top/x/deep/c", entries[^1].Url.Href, StringComparison.Ordinal);
        Assert.Equal(4, peer.Commands.Count(static line => line.StartsWith("MLSD", StringComparison.Ordinal)));

        Assert.Equal(["x/b"], (await ListAsync(connection, "top", new FtpEnumerateOptions { Recursive = true, Pattern = "b" })).Select(static entry => entry.Path));
    }

    [Theory]
    [InlineData(2, 4, null)]
    [InlineData(1, 4, InternetErrorKind.LimitExceeded)]
    [InlineData(2, 3, InternetErrorKind.LimitExceeded)]
    public async Task Depth_and_entries_have_limits(int depth, int most, InternetErrorKind? kind)
    {
        await using var peer = Offering(("", "type=dir; x\r\ntype=file; a\r\n"), ("x", "type=dir; y\r\n"), ("x/y", "type=file; b\r\n"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Record.ExceptionAsync(() => ListAsync(connection, null, new FtpEnumerateOptions { Recursive = true, MaxDepth = depth, MaxEntries = most }));

        Assert.Equal(kind, (error as FtpException)?.Kind);
        Assert.False(connection.IsBusy);
        await connection.NoOpAsync(Token);
    }

    [Theory]
    [InlineData(100, 0, null)]
    [InlineData(101, 0, InternetErrorKind.LimitExceeded)]
    [InlineData(50, 3, InternetErrorKind.LimitExceeded)]
    public async Task Lines_have_limits(int length, int more, InternetErrorKind? kind)
    {
        var line = "type=file; ".PadRight(length, 'n') + "\r\n";
        await using var peer = Offering(("", string.Concat(Enumerable.Repeat(line, 1 + more))));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, new FtpConnectOptions { ListingLimits = new FtpListingLimits { MaxLine = 101, MaxLines = 3 } });

        var error = await Record.ExceptionAsync(() => ListAsync(connection, null));

        Assert.Equal(kind, (error as FtpException)?.Kind);
        Assert.False(connection.IsBusy);
    }

    [Fact]
    public async Task Long_line_within_the_limit_makes_the_window_grow()
    {
        var name = new string('n', 100_000);
        await using var peer = Offering(("", $"type=file; {name}\r\ntype=file; b\r\n"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, new FtpConnectOptions { ListingLimits = new FtpListingLimits { MaxLine = 200_000 } });

        Assert.Equal([name, "b"], (await ListAsync(connection, null)).Select(static entry => entry.Name));
    }

    [Fact]
    public async Task Stopping_early_leaves_a_connection_to_work_with()
    {
        await using var peer = Offering(("", string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"type=file; file-{i}\r\n"))));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        await foreach (var entry in connection.EnumerateAsync(cancellationToken: Token))
        {
            Assert.Equal("file-0", entry.Name);
            Assert.True(connection.IsBusy);
            break;
        }

        Assert.False(connection.IsBusy);
        Assert.Equal(20_000, (await ListAsync(connection, null)).Count);
    }

    [Theory]
    [InlineData("550 none", InternetErrorKind.NotFound)]
    [InlineData("450 busy", InternetErrorKind.ServerError)]
    public async Task Refused_listing_is_an_error(string answer, InternetErrorKind kind)
    {
        await using var peer = new DataPeer().Answer("LIST", answer);
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        Assert.Equal(kind, (await Assert.ThrowsAsync<FtpException>(() => ListAsync(connection, "x"))).Kind);
        Assert.False(connection.IsBusy);
    }

    [Fact]
    public async Task Listing_that_breaks_off_is_an_error_behind_what_came()
    {
        await using var peer = new DataPeer().On("LIST", static (session, _) => session.SendDataAsync("-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\n"u8.ToArray(), "451 failed"));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);
        var names = new List<string>();

        var error = await Assert.ThrowsAsync<FtpException>(async () =>
        {
            await foreach (var entry in connection.EnumerateAsync(cancellationToken: Token))
            {
                names.Add(entry.Name);
            }
        });

        Assert.Equal(451, error.ReplyCode);
        Assert.Equal(["a"], names);
        await connection.NoOpAsync(Token);
    }

    [Theory]
    [InlineData("type=file; a\r\ntype=file;size=x; b\r\ntype=file; c\r\n", true)]
    [InlineData("-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\nls: b: \u001b[31mdenied\r\n-rw-r--r-- 1 me us 12 Jan 02 2024 c\r\n", false)]
    public async Task Line_that_is_not_understood_is_an_error_unless_it_may_be_skipped(string listing, bool isMlsd)
    {
        await using var peer = new DataPeer { Features = isMlsd ? Mlst : string.Empty }.With(isMlsd ? "MLSD" : "LIST", Encoding.UTF8.GetBytes(listing));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session);

        var error = await Assert.ThrowsAsync<FtpException>(() => ListAsync(connection, null));

        Assert.Equal(InternetErrorKind.ProtocolViolation, error.Kind);
        Assert.Equal(listing.IndexOf('\n', StringComparison.Ordinal) + 1, error.ByteOffset);
        Assert.DoesNotContain('\u001b', error.Message);
        Assert.Equal(["a", "c"], (await ListAsync(connection, null, new FtpEnumerateOptions { SkipsUnrecognized = true })).Select(static entry => entry.Name));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        foreach (var options in new[] { new FtpEnumerateOptions { MaxDepth = -1 }, new() { MaxDepth = 1001 }, new() { MaxEntries = 0 }, new() { MaxEntries = (1L << 40) + 1 } })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => FtpFolder.EnumerateAsync(null!, string.Empty, options, null!, null, Token));
        }
    }

    private static DataPeer Offering(params (string Folder, string Listing)[] listings)
    {
        var peer = new DataPeer { Features = Mlst };
        foreach (var (folder, listing) in listings)
        {
            peer.Files[$"MLSD {folder}".TrimEnd()] = Encoding.UTF8.GetBytes(listing);
        }

        return peer;
    }

    private static async Task<List<FtpEntry>> ListAsync(FtpConnection connection, string? path, FtpEnumerateOptions? options = null)
    {
        var entries = new List<FtpEntry>();
        await foreach (var entry in connection.EnumerateAsync(path, options, Token))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
