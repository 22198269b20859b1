using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public class RequestHeadWriterTests
{
    [Fact]
    public void Head_is_written_in_order()
    {
        Span<byte> destination = stackalloc byte[512];
        var writer = new RequestHeadWriter(destination);
        writer.WriteRequestLine(RequestMethod.Post, "/a?b"u8, "a.example:81"u8);
        writer.WriteField(FieldName.Accept, "*/*"u8);
        writer.WriteField(FieldName.UserAgent, "caf\xE9");
        writer.WriteField("X-Own"u8, ""u8);
        writer.WriteField("X-Text", "b c");
        Assert.True(writer.TryComplete(BodyFraming.OfLength(12), ConnectionOptions.Close, out int written));
        Assert.Equal(
            "POST /a?b HTTP/1.1\r\nHost: a.example:81\r\nAccept: */*\r\nUser-Agent: caf\xE9\r\nX-Own: \r\nX-Text: b c\r\nContent-Length: 12\r\nConnection: close\r\n\r\n",
            Encoding.Latin1.GetString(destination[..written]));
    }

    [Fact]
    public void Every_shorter_span_is_too_small_and_commits_nothing()
    {
        byte[] place = new byte[200];
        Assert.True(TryWrite(place, out int length));
        byte[] exact = new byte[length];
        Assert.True(TryWrite(exact, out int again));
        Assert.Equal(length, again);
        for (int shorter = 0; shorter < length; shorter++)
        {
            Assert.False(TryWrite(new byte[shorter], out int written));
            Assert.Equal(0, written);
        }
    }

    [Theory]
    [InlineData("GET", "http://a/@b", "a")]
    [InlineData("GET", "http://a?u@b", "A:80")]
    [InlineData("GET", "https://[::1]:8443", "[::1]:8443")]
    [InlineData("GET", "urn:x", "")]
    [InlineData("GET", "urn:u@x", "")]
    [InlineData("CONNECT", "a:443", "A:443")]
    [InlineData("CONNECT", "a:443", "a")]
    [InlineData("CONNECT", "[::1]:443", "[::1]")]
    public void Host_of_its_target_is_written(string method, string target, string host)
    {
        Span<byte> destination = stackalloc byte[128];
        var writer = new RequestHeadWriter(destination);
        writer.WriteRequestLine(Encoding.Latin1.GetBytes(method), Encoding.Latin1.GetBytes(target), Encoding.Latin1.GetBytes(host));
        Assert.True(writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out int written));
        Assert.Equal($"{method} {target} HTTP/1.1\r\nHost: {host}\r\n\r\n", Encoding.Latin1.GetString(destination[..written]));
    }

    [Fact]
    public void Date_is_written_in_the_form_of_senders()
    {
        Span<byte> destination = stackalloc byte[128];
        var writer = new RequestHeadWriter(destination);
        writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
        writer.WriteDate(FieldName.IfModifiedSince, new DateTime(1994, 11, 6, 8, 49, 37, DateTimeKind.Utc).Ticks);
        Assert.True(writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out int written));
        Assert.Equal("GET / HTTP/1.1\r\nHost: a\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n", Encoding.Latin1.GetString(destination[..written]));
        AssertRefused((ref RequestHeadWriter head) => head.WriteDate(FieldName.Host, 0));
        Assert.Throws<InvalidOperationException>(() => new RequestHeadWriter(new byte[99]).WriteDate(FieldName.Date, 0));
    }

    // The array that holds a head while its buffer grows is rented by others next.
    [Fact]
    public void Growth_leaves_no_credentials_in_the_pool()
    {
        byte[] secret = Encoding.ASCII.GetBytes("Basic " + new string('S', 3000));
        var output = new ArrayBufferWriter<byte>(1);
        var writer = new RequestHeadWriter(output, sizeHint: 1);
        writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
        writer.WriteField(FieldName.Authorization, secret);
        writer.WriteField("X"u8, Encoding.ASCII.GetBytes(new string('x', 8000)));
        Assert.True(writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out int written));

        byte[] next = ArrayPool<byte>.Shared.Rent(secret.Length + 100);
        Assert.Equal(-1, next.AsSpan().IndexOf("SSSS"u8));
        ArrayPool<byte>.Shared.Return(next);
        Assert.True(output.WrittenSpan[..written].IndexOf(secret) > 0);
    }

    private static bool TryWrite(Span<byte> destination, out int written)
    {
        var writer = new RequestHeadWriter(destination);
        writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
        writer.WriteField(FieldName.Accept, "text/html"u8);
        writer.WriteField(FieldName.From, "b");
        return writer.TryComplete(BodyFraming.Chunked, ConnectionOptions.Te | ConnectionOptions.KeepAlive, out written);
    }

    [Fact]
    public void Buffer_writer_grows_and_is_advanced_once_by_the_whole_head()
    {
        var output = new ArrayBufferWriter<byte>(1);
        var writer = new RequestHeadWriter(output, sizeHint: 1);
        writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
        for (int i = 0; i < 50; i++)
        {
            writer.WriteField("X"u8, Encoding.ASCII.GetBytes(new string((char)('a' + (i % 26)), 40)));
        }

        Assert.Equal(0, output.WrittenCount);
        Assert.True(writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out int written));
        Assert.Equal(written, output.WrittenCount);

        string expected = "GET / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"X: {new string((char)('a' + (i % 26)), 40)}\r\n")) + "\r\n";
        Assert.Equal(expected, Encoding.Latin1.GetString(output.WrittenSpan));
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadValues), MemberType = typeof(HeadWriterSamples))]
    public void Bad_value_throws_and_commits_nothing(string value)
    {
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(FieldName.Accept, Encoding.Latin1.GetBytes(value)));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(FieldName.Accept, value));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField("X"u8, Encoding.Latin1.GetBytes(value)));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField("X", value));
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadCharacters), MemberType = typeof(HeadWriterSamples))]
    public void Character_without_an_octet_is_refused_not_narrowed(string value)
    {
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(FieldName.Accept, value));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField("X", value));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(value, "x"));
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadNames), MemberType = typeof(HeadWriterSamples))]
    [MemberData(nameof(HeadWriterSamples.OwnedNames), MemberType = typeof(HeadWriterSamples))]
    public void Bad_or_owned_name_throws_and_commits_nothing(string name)
    {
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(Encoding.Latin1.GetBytes(name), "x"u8));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(name, "x"));
    }

    [Theory]
    [InlineData(FieldName.Unknown)]
    [InlineData(FieldName.Connection)]
    [InlineData(FieldName.ContentLength)]
    [InlineData(FieldName.Host)]
    [InlineData(FieldName.Trailer)]
    [InlineData(FieldName.TransferEncoding)]
    [InlineData((FieldName)9999)]
    public void Owned_or_unknown_member_throws_and_commits_nothing(FieldName name)
    {
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(name, "x"u8));
        AssertRefused((ref RequestHeadWriter writer) => writer.WriteField(name, "x"));
    }

    [Theory]
    [InlineData("GET", "", "a")]
    [InlineData("GET", "a", "a")]
    [InlineData("GET", "*", "a")]
    [InlineData("GET", "/a b", "a")]
    [InlineData("GET", "/a\r\nb", "a")]
    [InlineData("GET", "/\x80", "a")]
    [InlineData("GET", "/#a", "a")]
    [InlineData("GET", "http://", "a")]
    [InlineData("GET", "http://b/", "a")]
    [InlineData("GET", "http://a:81/", "a")]
    [InlineData("GET", "a:80", "a b")]
    [InlineData("CONNECT", "/", "a")]
    [InlineData("CONNECT", "a", "a")]
    [InlineData("CONNECT", "http://a/", "a")]
    [InlineData("CONNECT", "a:443", "b:443")]
    [InlineData("CONNECT", "a:443", "a:80")]
    [InlineData("CONNECT", "a:443", "")]
    [InlineData("CONNECT", "[::1]:443", "[::2]")]
    [InlineData("GET", "http://a/", "")]
    [InlineData("GET", "http://u@a/", "a")]
    [InlineData("GET", "https://u:p@a/", "a")]
    [InlineData("GET", "http://@a/", "a")]
    [InlineData("GET", "ftp://u:p@a/", "a")]
    [InlineData("GET", "urn:x", "a")]
    [InlineData("OPTIONS", "**", "a")]
    [InlineData("", "/", "a")]
    [InlineData("GE T", "/", "a")]
    [InlineData("GET\r\n", "/", "a")]
    [InlineData("GET", "/", "a\r\nX: y")]
    [InlineData("GET", "/", "a/b")]
    [InlineData("GET", "/", " ")]
    public void Bad_request_line_throws_and_commits_nothing(string method, string target, string host)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() =>
        {
            var writer = new RequestHeadWriter(output);
            writer.WriteRequestLine(Encoding.Latin1.GetBytes(method), Encoding.Latin1.GetBytes(target), Encoding.Latin1.GetBytes(host));
        });
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Framing_and_options_that_no_request_has_throw()
    {
        AssertRefused((ref RequestHeadWriter writer) => writer.TryComplete(BodyFraming.UntilClose, ConnectionOptions.None, out _));
        AssertRefused((ref RequestHeadWriter writer) => writer.TryComplete(BodyFraming.None, ConnectionOptions.Close | ConnectionOptions.KeepAlive, out _));
        AssertRefused((ref RequestHeadWriter writer) => writer.TryComplete(BodyFraming.None, ConnectionOptions.Other, out _));
        AssertRefused((ref RequestHeadWriter writer) => writer.TryComplete(BodyFraming.None, ConnectionOptions.ExpectContinue, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => BodyFraming.OfLength(-1));
    }

    [Theory]
    [InlineData("CONNECT", "a:443")]
    [InlineData("TRACE", "/")]
    public void Method_without_content_takes_none(string method, string target)
    {
        foreach ((BodyFraming framing, bool allowed) in ((BodyFraming, bool)[])[(BodyFraming.None, true), (BodyFraming.OfLength(0), true), (BodyFraming.OfLength(1), false), (BodyFraming.Chunked, false)])
        {
            var output = new ArrayBufferWriter<byte>();
            Exception? refusal = Record.Exception(() =>
            {
                var writer = new RequestHeadWriter(output);
                writer.WriteRequestLine(Encoding.Latin1.GetBytes(method), Encoding.Latin1.GetBytes(target), Encoding.Latin1.GetBytes(method == "TRACE" ? "a" : target));
                writer.TryComplete(in framing, ConnectionOptions.None, out _);
            });
            Assert.Equal(allowed, refusal is null);
            Assert.True(allowed || refusal is ArgumentException);
            Assert.Equal(allowed, output.WrittenCount > 0);
        }
    }

    [Fact]
    public void Refused_options_leave_the_head_as_it_was()
    {
        Span<byte> destination = stackalloc byte[128];
        var writer = new RequestHeadWriter(destination);
        writer.WriteRequestLine(RequestMethod.Put, "/"u8, "a"u8);
        bool refused = false;
        try
        {
            writer.TryComplete(BodyFraming.OfLength(5), ConnectionOptions.Close | ConnectionOptions.KeepAlive, out _);
        }
        catch (ArgumentException)
        {
            refused = true;
        }

        Assert.True(refused);
        Assert.True(writer.TryComplete(BodyFraming.OfLength(5), ConnectionOptions.Close, out int written));
        Assert.Equal("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\n", Encoding.Latin1.GetString(destination[..written]));
    }

    [Fact]
    public void Parts_out_of_order_throw()
    {
        Assert.Throws<InvalidOperationException>(() => new RequestHeadWriter(new byte[99]).WriteField(FieldName.Accept, "x"u8));
        Assert.Throws<InvalidOperationException>(() => new RequestHeadWriter(new byte[99]).TryComplete(BodyFraming.None, ConnectionOptions.None, out _));
        Assert.Throws<InvalidOperationException>(() =>
        {
            var writer = new RequestHeadWriter(new byte[99]);
            writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
            writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
        });
        Assert.Throws<InvalidOperationException>(() =>
        {
            var writer = new RequestHeadWriter(new byte[99]);
            writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
            writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out _);
            writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out _);
        });
    }

    [Fact]
    public void Write_allocates_nothing()
    {
        byte[] place = new byte[200];
        Assert.True(TryWrite(place, out _));
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                TryWrite(place, out _);
            }
        }));
    }

    private delegate void Act(ref RequestHeadWriter writer);

    private static void AssertRefused(Act act)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() =>
        {
            var writer = new RequestHeadWriter(output);
            writer.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
            act(ref writer);
        });
        Assert.Equal(0, output.WrittenCount);
    }
}
