using System.Security.Cryptography;
using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;

namespace HiPerf.Facade.Tests.Http;

public class HttpBodyTests
{
    private const string Text = "The quick brown fox jumps over the lazy dog.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> FramingsAndSplits()
    {
        var data = new TheoryData<string, int>();
        foreach (var framing in new[] { "length", "chunked", "close" })
        {
            foreach (var split in new[] { 1, 2, 3, 7, 19, 64, 1000 })
            {
                data.Add(framing, split);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FramingsAndSplits))]
    public async Task Body_in_any_framing_and_any_split_is_the_same(string framing, int split)
    {
        await using var peer = ScriptedPeer.Once(Response(framing, Text), split);
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);

        Assert.Equal(Text, await ReadTextAsync(file));
        Assert.True(file.IsComplete);
        Assert.Equal(framing != "close", file.LengthVerified);
        Assert.Equal(framing == "length" ? Text.Length : null, file.ContentLength);
    }

    [Theory]
    [MemberData(nameof(FramingsAndSplits))]
    public async Task Synchronous_reads_give_the_same(string framing, int split)
    {
        await using var peer = ScriptedPeer.Once(Response(framing, Text), split);
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: Token);

        var text = new MemoryStream();
        var buffer = new byte[5];
        for (var count = file.Read(buffer); count > 0; count = file.Read(buffer))
        {
            text.Write(buffer, 0, count);
        }

        Assert.Equal(Text, Encoding.Latin1.GetString(text.ToArray()));
        Assert.True(file.IsComplete);
    }

    public static TheoryData<string, int> Truncations()
    {
        var data = new TheoryData<string, int>();
        foreach (var framing in new[] { "length", "chunked" })
        {
            var body = Body(framing, Text);
            for (var kept = 0; kept < body.Length; kept++)
            {
                data.Add(framing, kept);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Truncations))]
    public async Task Framed_body_that_ends_early_is_truncated(string framing, int kept)
    {
        var response = Response(framing, Text);
        var missing = Body(framing, Text).Length - kept;
        await using var peer = ScriptedPeer.Once(response[..^missing]);
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);

        var error = await Assert.ThrowsAsync<HttpException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.Equal(InternetPhase.ReceivingContent, error.Phase);
        Assert.Equal($"127.0.0.1:{peer.Port}", error.EndPoint);
        Assert.False(file.LengthVerified);
    }

    [Fact]
    public async Task Body_that_ends_early_fails_synchronous_reads_too()
    {
        await using var peer = ScriptedPeer.Once("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: Token);

        var error = Assert.Throws<HttpException>(() => file.CopyTo(Stream.Null));
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.Equal(3, error.ByteOffset);
    }

    [Theory]
    [InlineData("5x\r\nabcde\r\n0\r\n\r\n", ParseError.BadChunkSize, 1)]
    [InlineData("5\r\nabcdeXY0\r\n\r\n", ParseError.MissingChunkEnd, 8)]
    public async Task Broken_chunk_framing_says_what_and_where(string body, ParseError expected, int offset)
    {
        await using var peer = ScriptedPeer.Once($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body}");
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: Token);

        var error = await Assert.ThrowsAsync<HttpException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal(InternetErrorKind.ProtocolViolation, error.Kind);
        Assert.Equal(expected, error.ParseError);
        Assert.Equal(offset, error.ByteOffset);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("chunked")]
    [InlineData("close")]
    public async Task Reset_inside_a_body_is_an_error(string framing)
    {
        var resumed = new TaskCompletionSource();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(Response(framing, Text).AsMemory()[..^20]);
            await resumed.Task;
            connection.Reset();
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: Token);
        _ = await file.ReadAsync(new byte[4], Token);
        resumed.SetResult();

        var error = await Assert.ThrowsAnyAsync<InternetException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal(InternetErrorKind.ConnectionReset, error.Kind);
    }

    [Theory]
    [InlineData("HEAD", "200 OK", "Content-Length: 44\r\n")]
    [InlineData("GET", "204 No Content", "")]
    [InlineData("GET", "304 Not Modified", "Content-Length: 44\r\n")]
    public async Task Response_without_content_has_none(string method, string status, string fields)
    {
        await using var peer = ScriptedPeer.Once($"HTTP/1.1 {status}\r\n{fields}\r\n", end: PeerEnd.KeepOpen);
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), new OpenOptions { Method = method }, Token);

        Assert.Equal(0, await file.ReadAsync(new byte[10], Token));
        Assert.True(file.IsComplete);
        Assert.True(file.LengthVerified);
        Assert.Equal(fields.Length == 0 ? null : 44, file.ContentLength);
    }

    [Theory]
    [InlineData("length", 1)]
    [InlineData("length", 65_536)]
    [InlineData("length", 3_145_729)]
    [InlineData("chunked", 1)]
    [InlineData("chunked", 65_536)]
    [InlineData("chunked", 3_145_729)]
    [InlineData("close", 3_145_729)]
    public async Task Body_of_any_size_keeps_its_hash(string framing, int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        await using var peer = ScriptedPeer.Once(Frame(framing, content));
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: Token);

        Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(file, Token));
    }

    [Fact]
    public async Task Trailers_end_a_chunked_body_like_none()
    {
        await using var peer = ScriptedPeer.Once(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nDigest: x\r\nX: y\r\n\r\n", split: 4);
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        Assert.Equal("abc", await ReadTextAsync(file));
        Assert.True(file.LengthVerified);
    }

    internal static async Task<string> ReadTextAsync(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.Latin1, leaveOpen: true);
        return await reader.ReadToEndAsync(Token);
    }

    internal static byte[] Response(string framing, string text) => Frame(framing, PeerConnection.Latin1(text));

    private static string Body(string framing, string text) => framing == "chunked"
        ? $"{10:x}\r\n{text[..10]}\r\n{text.Length - 10:x}\r\n{text[10..]}\r\n0\r\n\r\n"
        : text;

    private static byte[] Frame(string framing, byte[] content)
    {
        var field = framing switch
        {
            "length" => $"Content-Length: {content.Length}\r\n",
            "chunked" => "Transfer-Encoding: chunked\r\n",
            _ => string.Empty,
        };
        var response = new MemoryStream();
        response.Write(PeerConnection.Latin1($"HTTP/1.1 200 OK\r\n{field}\r\n"));
        if (framing != "chunked")
        {
            response.Write(content);
            return response.ToArray();
        }

        // A small first chunk, then one of the rest: sizes of one digit and of many.
        var first = Math.Min(10, content.Length);
        response.Write(PeerConnection.Latin1($"{first:x}\r\n"));
        response.Write(content, 0, first);
        response.Write("\r\n"u8);
        if (content.Length > first)
        {
            response.Write(PeerConnection.Latin1($"{content.Length - first:x}\r\n"));
            response.Write(content, first, content.Length - first);
            response.Write("\r\n"u8);
        }

        response.Write("0\r\n\r\n"u8);
        return response.ToArray();
    }
}
