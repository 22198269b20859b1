using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public class ResponseHeadWriterTests
{
    [Fact]
    public void Head_is_written_in_order()
    {
        Span<byte> destination = stackalloc byte[512];
        var writer = new ResponseHeadWriter(destination);
        writer.WriteStatusLine(200);
        writer.WriteDate(FieldName.Date, new DateTime(1994, 11, 6, 8, 49, 37).Ticks);
        writer.WriteField(FieldName.ContentType, "text/html"u8);
        Assert.True(writer.TryComplete(BodyFraming.OfLength(long.MaxValue), ConnectionOptions.None, out int written));
        Assert.Equal(
            "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/html\r\nContent-Length: 9223372036854775807\r\n\r\n",
            Encoding.Latin1.GetString(destination[..written]));
    }

    [Fact]
    public void Refused_options_leave_the_head_as_it_was()
    {
        Span<byte> destination = stackalloc byte[128];
        var writer = new ResponseHeadWriter(destination);
        writer.WriteStatusLine(200);
        bool refused = false;
        try
        {
            writer.TryComplete(BodyFraming.OfLength(5), ConnectionOptions.ExpectOther, out _);
        }
        catch (ArgumentException)
        {
            refused = true;
        }

        Assert.True(refused);
        Assert.True(writer.TryComplete(BodyFraming.OfLength(6), ConnectionOptions.None, out int written));
        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n", Encoding.Latin1.GetString(destination[..written]));
    }

    [Theory]
    [InlineData(100, "HTTP/1.1 100 Continue\r\n")]
    [InlineData(404, "HTTP/1.1 404 Not Found\r\n")]
    [InlineData(599, "HTTP/1.1 599 \r\n")]
    public void Status_line_has_the_registered_phrase_or_none(int status, string line) =>
        Assert.Equal(line + "\r\n", Write(BodyFraming.None, ConnectionOptions.None, (ref ResponseHeadWriter writer) => writer.WriteStatusLine(status)));

    [Theory]
    [InlineData("")]
    [InlineData("All\tis well ~!")]
    public void Reason_phrase_may_be_the_callers(string reason) =>
        Assert.Equal(
            $"HTTP/1.1 299 {reason}\r\n\r\n",
            Write(BodyFraming.None, ConnectionOptions.None, (ref ResponseHeadWriter writer) => writer.WriteStatusLine(299, Encoding.Latin1.GetBytes(reason))));

    [Theory]
    [InlineData("a\r\nX: y")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("\x7F")]
    [InlineData("caf\xE9")]
    [InlineData("\x80")]
    [InlineData("\xFF")]
    public void Bad_reason_phrase_throws(string reason) =>
        Assert.Throws<ArgumentException>(() => new ResponseHeadWriter(new byte[99]).WriteStatusLine(200, Encoding.Latin1.GetBytes(reason)));

    [Theory]
    [InlineData(99)]
    [InlineData(600)]
    [InlineData(1000)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Status_out_of_range_throws(int status)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseHeadWriter(new byte[99]).WriteStatusLine(status));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseHeadWriter(new byte[99]).WriteStatusLine(status, "x"u8));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(199)]
    [InlineData(204)]
    [InlineData(304)]
    public void Status_without_content_takes_no_framing(int status)
    {
        Act start = (ref ResponseHeadWriter writer) => writer.WriteStatusLine(status);
        Assert.Throws<ArgumentException>(() => Write(BodyFraming.Chunked, ConnectionOptions.None, start));
        Assert.Throws<ArgumentException>(() => Write(BodyFraming.UntilClose, ConnectionOptions.None, start));
        if (status == 304)
        {
            Assert.EndsWith("\r\nContent-Length: 0\r\n\r\n", Write(BodyFraming.OfLength(0), ConnectionOptions.None, start), StringComparison.Ordinal);
        }
        else
        {
            Assert.Throws<ArgumentException>(() => Write(BodyFraming.OfLength(0), ConnectionOptions.None, start));
        }
    }

    [Fact]
    public void Reset_content_has_a_length_of_0_at_most()
    {
        Act start = (ref ResponseHeadWriter writer) => writer.WriteStatusLine(205);
        Assert.EndsWith("\r\nContent-Length: 0\r\n\r\n", Write(BodyFraming.OfLength(0), ConnectionOptions.None, start), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Write(BodyFraming.OfLength(1), ConnectionOptions.None, start));
        Assert.Throws<ArgumentException>(() => Write(BodyFraming.Chunked, ConnectionOptions.None, start));
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.Answers), MemberType = typeof(HeadWriterSamples))]
    public void Answer_to_a_known_request_has_the_framing_it_may_have(RequestMethod method, HttpVersion version, int status, BodyFramingKind kind, string? fields)
    {
        BodyFraming framing = kind switch
        {
            BodyFramingKind.Length => BodyFraming.OfLength(5),
            BodyFramingKind.Chunked => BodyFraming.Chunked,
            BodyFramingKind.UntilClose => BodyFraming.UntilClose,
            _ => BodyFraming.None,
        };
        var output = new ArrayBufferWriter<byte>();
        bool refused = false;
        try
        {
            var writer = new ResponseHeadWriter(output);
            writer.WriteStatusLine(status);
            Assert.True(writer.TryComplete(in framing, ConnectionOptions.None, method, version, out _));
        }
        catch (ArgumentException)
        {
            refused = true;
        }

        string written = Encoding.Latin1.GetString(output.WrittenSpan);
        Assert.Equal(fields is null, refused);
        Assert.Equal(fields is null ? "" : fields + "\r\n", written[(written.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(3155378976000000000)]
    public void Ticks_that_are_no_date_throw_and_leave_the_head_as_it_was(long ticks)
    {
        Span<byte> destination = stackalloc byte[128];
        var writer = new ResponseHeadWriter(destination);
        writer.WriteStatusLine(200);
        bool refused = false;
        try
        {
            writer.WriteDate(FieldName.Date, ticks);
        }
        catch (ArgumentOutOfRangeException)
        {
            refused = true;
        }

        Assert.True(refused);
        Assert.True(writer.TryComplete(BodyFraming.OfLength(0), ConnectionOptions.None, out int written));
        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", Encoding.Latin1.GetString(destination[..written]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(999_999_999_999_999_999)]
    [InlineData(1_000_000_000_000_000_000)]
    [InlineData(long.MaxValue)]
    public void Length_is_written_in_decimal(long length) =>
        Assert.Equal(
            $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n",
            Write(BodyFraming.OfLength(length), ConnectionOptions.None, (ref ResponseHeadWriter writer) => writer.WriteStatusLine(200)));

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadValues), MemberType = typeof(HeadWriterSamples))]
    public void Refused_value_leaves_the_head_as_it_was(string value)
    {
        Act[] acts =
        [
            (ref ResponseHeadWriter writer) => writer.WriteField(FieldName.Server, Encoding.Latin1.GetBytes(value)),
            (ref ResponseHeadWriter writer) => writer.WriteField(FieldName.Server, value),
            (ref ResponseHeadWriter writer) => writer.WriteField("X"u8, Encoding.Latin1.GetBytes(value)),
            (ref ResponseHeadWriter writer) => writer.WriteField("X", value),
            (ref ResponseHeadWriter writer) => writer.WriteField("X", new string('a', 500) + value),
        ];
        foreach (Act act in acts)
        {
            byte[] place = new byte[100];
            var writer = new ResponseHeadWriter(place);
            writer.WriteStatusLine(200);
            bool refused = false;
            try
            {
                act(ref writer);
            }
            catch (ArgumentException)
            {
                refused = true;
            }

            writer.WriteField(FieldName.Age, "1"u8);
            Assert.True(refused || value == "\ta" || value == " a");
            Assert.Equal(refused, writer.TryComplete(BodyFraming.OfLength(0), ConnectionOptions.None, out int written));
            Assert.Equal(refused ? "HTTP/1.1 200 OK\r\nAge: 1\r\nContent-Length: 0\r\n\r\n" : "", Encoding.Latin1.GetString(place, 0, written));
        }
    }

    [Theory]
    [InlineData(ConnectionOptions.None, "")]
    [InlineData(ConnectionOptions.Close, "Connection: close\r\n")]
    [InlineData(ConnectionOptions.KeepAlive, "Connection: keep-alive\r\n")]
    [InlineData(ConnectionOptions.Close | ConnectionOptions.Upgrade, "Connection: close, upgrade\r\n")]
    [InlineData(ConnectionOptions.KeepAlive | ConnectionOptions.Upgrade | ConnectionOptions.Te, "Connection: keep-alive, upgrade, TE\r\n")]
    public void Connection_options_are_one_field(ConnectionOptions options, string field) =>
        Assert.Equal(
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{field}\r\n",
            Write(BodyFraming.Chunked, options, (ref ResponseHeadWriter writer) => writer.WriteStatusLine(200)));

    [Fact]
    public void Content_until_close_says_close() =>
        Assert.Equal(
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
            Write(BodyFraming.UntilClose, ConnectionOptions.None, (ref ResponseHeadWriter writer) => writer.WriteStatusLine(200)));

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadValues), MemberType = typeof(HeadWriterSamples))]
    public void Bad_value_throws_and_commits_nothing(string value)
    {
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField(FieldName.Location, Encoding.Latin1.GetBytes(value)));
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField(FieldName.Location, value));
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField("X"u8, Encoding.Latin1.GetBytes(value)));
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField("X", value));
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadCharacters), MemberType = typeof(HeadWriterSamples))]
    public void Character_without_an_octet_is_refused_not_narrowed(string value)
    {
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField(FieldName.Location, value));
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField(value, "x"));
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadNames), MemberType = typeof(HeadWriterSamples))]
    [MemberData(nameof(HeadWriterSamples.OwnedNames), MemberType = typeof(HeadWriterSamples))]
    public void Bad_or_owned_name_throws_and_commits_nothing(string name)
    {
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField(Encoding.Latin1.GetBytes(name), "x"u8));
        AssertRefused((ref ResponseHeadWriter writer) => writer.WriteField(name, "x"));
    }

    [Fact]
    public void Parts_out_of_order_throw()
    {
        Assert.Throws<InvalidOperationException>(() => new ResponseHeadWriter(new byte[99]).WriteField(FieldName.Age, "1"u8));
        Assert.Throws<InvalidOperationException>(() => new ResponseHeadWriter(new byte[99]).TryComplete(BodyFraming.None, ConnectionOptions.None, out _));
    }

    [Fact]
    public void Write_allocates_nothing()
    {
        byte[] place = new byte[300];
        Assert.True(Fill(place));
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Fill(place);
            }
        }));
    }

    private static bool Fill(Span<byte> place)
    {
        var writer = new ResponseHeadWriter(place);
        writer.WriteStatusLine(200);
        writer.WriteDate(FieldName.Date, 630_000_000_000_000_000);
        writer.WriteField(FieldName.Server, "HiPerf");
        writer.WriteField("X-Own", "b");
        return writer.TryComplete(BodyFraming.OfLength(12345), ConnectionOptions.KeepAlive, out _);
    }

    private delegate void Act(ref ResponseHeadWriter writer);

    private static string Write(BodyFraming framing, ConnectionOptions options, Act act)
    {
        byte[] place = new byte[300];
        var writer = new ResponseHeadWriter(place);
        act(ref writer);
        Assert.True(writer.TryComplete(framing, options, out int written));
        return Encoding.Latin1.GetString(place, 0, written);
    }

    private static void AssertRefused(Act act)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() =>
        {
            var writer = new ResponseHeadWriter(output);
            writer.WriteStatusLine(200);
            act(ref writer);
        });
        Assert.Equal(0, output.WrittenCount);
    }
}
