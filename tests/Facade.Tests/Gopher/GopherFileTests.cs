using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Items as files: which octets of an answer are content, and what is known of its end.</summary>
public class GopherFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool> Texts => new()
    {
        { "one\r\ntwo\r\n.\r\n", "one\r\ntwo\r\n", true },
        { "..dot\r\n...\r\n.\r\n", ".dot\r\n..\r\n", true },
        { "one\r\n.\r\nbehind the dot", "one\r\n", true },
        { ".\r\n", "", true },
        { "one\n.\n", "one\n", true },
        { "one\r\n.", "one\r\n", true },
        { "one\r\ntwo", "one\r\ntwo", false },
        { "one\r\n.two\r\n", "one\r\n.two\r\n", false },
        { "", "", false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_comes_without_its_dots_however_it_is_cut_and_read(string sent, string text, bool terminated)
    {
        foreach (var split in new[] { 1, 2, 3, int.MaxValue })
        {
            await using var peer = GopherPeer.InPieces(sent, split);
            await using var session = new InternetSession();
            foreach (var size in new[] { 1, 5, 4096 })
            {
                foreach (var isSync in new[] { false, true })
                {
                    await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
                    Assert.Equal(text, await ReadAsync(file, size, isSync));
                    Assert.Equal((terminated, terminated, true), (file.Terminated, file.LengthVerified, file.IsComplete));
                    Assert.Equal(0, file.Read(new byte[1]));
                }
            }
        }
    }

    [Theory]
    [InlineData(GopherItemType.Text, true)]
    [InlineData(GopherItemType.BinHex, true)]
    [InlineData(GopherItemType.Uuencoded, true)]
    [InlineData(GopherItemType.Binary, false)]
    [InlineData(GopherItemType.DosArchive, false)]
    [InlineData(GopherItemType.Gif, false)]
    [InlineData(GopherItemType.Image, false)]
    [InlineData(GopherItemType.Html, false)]
    [InlineData(GopherItemType.Xml, false)]
    [InlineData(GopherItemType.Pdf, false)]
    [InlineData(GopherItemType.SoundFile, false)]
    public async Task Type_alone_decides_whether_there_are_dots(GopherItemType type, bool hasDots)
    {
        const string sent = "..a\r\n.\r\nmore";
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(type), null, Token);
        Assert.Equal(hasDots ? ".a\r\n" : sent, await ReadAsync(file, 4096, isSync: false));
        Assert.Equal((hasDots, hasDots), (file.Terminated, file.LengthVerified));
    }

    [Fact]
    public async Task Unknown_type_is_octets()
    {
        await using var peer = GopherPeer.Answering("..a\r\n.\r\n");
        await using var session = new InternetSession();
        var locator = peer.Item(GopherItemType.Binary) with { TypeOctet = 0xE9 };
        await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(locator, null, Token);
        Assert.Equal("..a\r\n.\r\n", await ReadAsync(file, 4096, isSync: false));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(70_000)]
    public async Task Binary_content_comes_octet_for_octet(int size)
    {
        var octets = new byte[200_000];
        new Random(7).NextBytes(octets);
        await using var peer = GopherPeer.Answering(Encoding.Latin1.GetString(octets));
        await using var session = new InternetSession();
        foreach (var isSync in new[] { false, true })
        {
            await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Binary), null, Token);
            var read = await ReadAsync(file, size, isSync);
            Assert.Equal(octets, Encoding.Latin1.GetBytes(read));
            Assert.Equal((true, false, false, null), (file.IsComplete, file.LengthVerified, file.Terminated, file.ContentLength));
        }
    }

    [Theory]
    [InlineData(GopherItemType.Text, "one\r\n")]
    [InlineData(GopherItemType.Binary, "octets")]
    [InlineData(GopherItemType.Text, "")]
    public async Task Reset_is_an_error_whatever_came_before(GopherItemType type, string sent)
    {
        await using var peer = GopherPeer.Ending(sent, static connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });
        await using var session = new InternetSession();
        foreach (var isSync in new[] { false, true })
        {
            var error = await Assert.ThrowsAsync<GopherException>(async () =>
            {
                await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(type), null, Token);
                await ReadAsync(file, 4096, isSync);
            });
            Assert.Equal((InternetErrorKind.ConnectionReset, "gopher", $"127.0.0.1:{peer.Port}"), (error.Kind, error.Protocol, error.EndPoint));
        }
    }

    [Fact]
    public async Task Request_is_one_line_with_the_search_words_behind_a_tab()
    {
        await using var peer = GopherPeer.Answering(".\r\n");
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        foreach (var (locator, options) in new[]
        {
            (peer.Item(GopherItemType.Text, "/a b"), (GopherOpenOptions?)null),
            (peer.Item(GopherItemType.Text, string.Empty), null),
            (peer.Item(GopherItemType.Text, "/s") with { Query = "of it" }, null),
            (peer.Item(GopherItemType.Text, "/s") with { Query = "of it" }, new GopherOpenOptions { Query = "other" }),
            (peer.Item(GopherItemType.Text, "/s"), new GopherOpenOptions { Query = string.Empty }),
        })
        {
            await using var file = await connection.OpenAsync(locator, options, Token);
            await file.CompleteAsync(Token);
        }

        Assert.Equal(["/a b", string.Empty, "/s\tof it", "/s\tother", "/s\t"], peer.Requests);
        Assert.Equal(5, peer.Accepted);
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    public async Task What_would_leave_the_line_is_refused_before_anything_is_dialled(string words)
    {
        await using var peer = GopherPeer.Answering(".\r\n");
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => connection.OpenAsync(peer.Item(GopherItemType.Text), new GopherOpenOptions { Query = words }, Token).AsTask());
        await Assert.ThrowsAnyAsync<ArgumentException>(() => connection.OpenAsync(peer.Item(GopherItemType.Text), new GopherOpenOptions { View = words }, Token).AsTask());
        Assert.Equal(0, peer.Accepted);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task Selector_beyond_its_limit_is_not_sent(int length, bool isSent)
    {
        await using var peer = GopherPeer.Answering(".\r\n");
        await using var session = new InternetSession();
        var opening = session.ConnectGopher("127.0.0.1", peer.Port);
        var locator = peer.Item(GopherItemType.Text, new string('s', length));
        if (isSent)
        {
            await using var file = await opening.OpenAsync(locator, null, Token);
            Assert.Equal(length, peer.Requests[0].Length);
        }
        else
        {
            await Assert.ThrowsAsync<ArgumentException>(() => opening.OpenAsync(locator, null, Token).AsTask());
            Assert.Equal(0, peer.Accepted);
        }
    }

    [Theory]
    [InlineData('2', "/x")]
    [InlineData('8', "/x")]
    [InlineData('T', "/x")]
    [InlineData('i', "/x")]
    [InlineData('3', "/x")]
    [InlineData('h', "URL:http://example.org/")]
    [InlineData('h', "/url:http://example.org/")]
    public async Task What_is_no_file_is_refused_before_anything_is_dialled(char type, string selector)
    {
        await using var peer = GopherPeer.Answering(".\r\n");
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        var locator = peer.Item((GopherItemType)type, selector);
        await Assert.ThrowsAsync<NotSupportedException>(() => connection.OpenAsync(locator, null, Token).AsTask());
        Assert.Throws<NotSupportedException>(() => connection.EnumerateAsync(locator, null, Token));
        await Assert.ThrowsAsync<NotSupportedException>(() => session.OpenAsync(peer.Url($"/{type}{selector}"), null, Token).AsTask());
        Assert.Equal(0, peer.Accepted);
    }

    [Fact]
    public async Task File_is_read_only_and_forward_only()
    {
        await using var peer = GopherPeer.Answering("text\r\n.\r\n");
        await using var session = new InternetSession();
        await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
        Assert.Equal((true, false, false), (file.CanRead, file.CanWrite, file.CanSeek));
        Assert.Throws<NotSupportedException>(() => file.Write([1], 0, 1));
        Assert.Throws<NotSupportedException>(() => file.WriteByte(1));
        Assert.Throws<NotSupportedException>(() => file.SetLength(1));
        Assert.Throws<NotSupportedException>(() => file.Length);
        await Assert.ThrowsAsync<NotSupportedException>(() => file.WriteAsync(new byte[1], Token).AsTask());
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public async Task Text_that_is_read_at_once_has_a_limit(int limit, bool fits)
    {
        await using var peer = GopherPeer.Answering("abcd\r\n.\r\n");
        await using var session = new InternetSession();
        await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
        if (fits)
        {
            Assert.Equal("abcd\r\n", await file.ReadTextAsync(limit, Token));
            return;
        }

        var error = await Assert.ThrowsAsync<GopherException>(() => file.ReadTextAsync(limit, Token).AsTask());
        Assert.Equal((InternetErrorKind.LimitExceeded, (long?)limit), (error.Kind, error.ByteOffset));
    }

    [Theory]
    [InlineData("gr\u00FC\u00DF", GopherCharset.Utf8, "gr\u00C3\u00BC\u00C3\u009F\r\n.\r\n")]
    [InlineData("gr\u00FC\u00DF", GopherCharset.Latin1, "gr\u00FC\u00DF\r\n.\r\n")]
    [InlineData("gr\u00FC\u00DF", GopherCharset.Cp437, "gr\u0081\u00E1\r\n.\r\n")]
    public async Task Text_is_read_in_the_hosts_charset(string text, GopherCharset charset, string sent)
    {
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        await using var found = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
        Assert.Equal(GopherCharset.Automatic, found.Charset);
        Assert.Equal((text + "\r\n", charset), (await found.ReadTextAsync(cancellationToken: Token), found.Charset));
        var told = new GopherConnectOptions { Port = peer.Port, Charsets = new Dictionary<string, GopherCharset> { ["127.0.0.1"] = GopherCharset.Latin1 } };
        await using var file = await session.ConnectGopher("127.0.0.1", told).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
        Assert.Equal(sent[..^3], await file.ReadTextAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task Disposed_file_is_not_read()
    {
        await using var peer = GopherPeer.Ending("abc", static connection => connection.ClosedAsync());
        await using var session = new InternetSession();
        var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Binary), null, Token);
        file.Dispose();
        file.Dispose();
        file.Abort();
        Assert.Throws<ObjectDisposedException>(() => file.Read(new byte[1]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.ReadAsync(new byte[1], Token).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal((false, false), (file.IsComplete, file.LengthVerified));
    }

    [Fact]
    public async Task Context_is_the_connections_or_the_sessions()
    {
        await using var peer = GopherPeer.Answering(".\r\n");
        await using var session = new InternetSession(new InternetSessionOptions { Context = "session" });
        await using var one = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
        await using var other = await session.ConnectGopher("127.0.0.1", new GopherConnectOptions { Context = "own" }).OpenAsync(peer.Item(GopherItemType.Text), null, Token);
        await using var url = await session.OpenGopherAsync(peer.Url("/0/a"), new OpenOptions { Context = "opening" }, Token);
        Assert.Equal(["session", "own", "opening"], new[] { one.Context, other.Context, url.Context });
    }

    internal static async Task<string> ReadAsync(GopherFile file, int size, bool isSync)
    {
        var read = new StringBuilder();
        var buffer = new byte[size];
        while (true)
        {
            var count = isSync ? await Task.Run(() => file.Read(buffer), Token) : await file.ReadAsync(buffer, Token);
            if (count == 0)
            {
                return read.ToString();
            }

            _ = read.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }
}
