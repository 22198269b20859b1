using System.Text;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

public class Http1LimitsTests
{
    private const int Most = 1 << 30;

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Limit_below_one_octet_throws(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxMethod = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxStartLine = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxFieldLine = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxHead = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxChunkLine = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxTrailers = value });
    }

    [Fact]
    public void Limit_beyond_its_range_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxMethod = 256 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxStartLine = Most + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxFieldLine = 65_536 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxHead = Most + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxChunkLine = Most + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxChunkExtensions = Most + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxChunkExtensions = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxTrailers = Most + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxTrailerFields = Most + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxTrailerFields = -1 });
    }

    [Fact]
    public void Greatest_limits_let_a_long_name_through_uncut()
    {
        var limits = new Http1Limits
        {
            MaxMethod = 255,
            MaxStartLine = Most,
            MaxFieldLine = 65_535,
            MaxHead = Most,
            MaxChunkLine = Most,
            MaxChunkExtensions = Most,
            MaxTrailers = Most,
            MaxTrailerFields = Most,
        };
        string name = new('n', 65_533);
        var fields = new FieldLine[1];

        // The empty line moves the request-line, and with it the offset its limit ends at.
        byte[] octets = Encoding.ASCII.GetBytes($"\r\n{new string('M', 255)} / HTTP/1.1\r\n{name}: \r\n\r\n");
        RequestHead head = default;
        Assert.True(RequestHeadParser.Parse(octets, fields, ref head, in limits).IsDone);
        Assert.Equal(name, Encoding.ASCII.GetString(fields[0].NameIn(octets)));

        byte[] trailers = Encoding.ASCII.GetBytes($"{name}: \r\n\r\n");
        var parser = default(ChunkedBodyParser);
        Assert.True(parser.Parse("0\r\n"u8, fields, out _, in limits).IsDone);
        Assert.True(parser.Parse(trailers, fields, out ChunkPiece end, in limits).IsDone);
        Assert.Equal(ChunkPieceKind.End, end.Kind);
        Assert.Equal(name, Encoding.ASCII.GetString(fields[0].NameIn(trailers)));
    }

    [Fact]
    public void Limits_that_nobody_made_refuse_every_message()
    {
        RequestHead head = default;
        Assert.Equal(ParseResult.Invalid(ParseError.HeadTooLarge, 0), RequestHeadParser.Parse("GET / HTTP/1.1\r\n\r\n"u8, [], ref head, default));
        Assert.Equal(ParseError.ChunkLineTooLong, default(ChunkedBodyParser).Parse("0\r\n\r\n"u8, [], out _, default).Error);
    }
}
