using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Every default limit of Http1Limits at its boundary (DS-05 of the attack catalogue): so much passes, one more is refused, with that error, at that octet.</summary>
public class Http1LimitPairTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: a\r\n";
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    /// <summary>Limit, what stands before and behind the run of octets that the limit counts, how long the run may be, error and its offset beyond the run's start.</summary>
    public static TheoryData<string, string, string, int, ParseError> Pairs => new()
    {
        { "MaxMethod", "", " / HTTP/1.1\r\nHost: a\r\n\r\n", 32, ParseError.MethodTooLong },
        { "MaxStartLine, server", "GET /", " HTTP/1.1\r\nHost: a\r\n\r\n", 8192 - 14, ParseError.StartLineTooLong },
        { "MaxStartLine, client", "HTTP/1.1 200 ", "\r\n\r\n", 4096 - 13, ParseError.StartLineTooLong },
        { "MaxFieldLine, server", Get + "X: ", "\r\n\r\n", 8192 - 3, ParseError.FieldLineTooLong },
        { "MaxFieldLine, client", Ok + "X: ", "\r\n\r\n", 16_384 - 3, ParseError.FieldLineTooLong },
        { "MaxHead, server", Get + Fields(4, 8000), "\r\n\r\n", 32_768 - Get.Length - Fields(4, 8000).Length - 4, ParseError.HeadTooLarge },
        { "MaxHead, client", Ok + Fields(4, 16_000), "\r\n\r\n", 65_536 - Ok.Length - Fields(4, 16_000).Length - 4, ParseError.HeadTooLarge },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Default_limit_of_a_head_passes_and_one_more_is_refused(string limit, string before, string behind, int most, ParseError error)
    {
        Assert.True(Read(before + new string('x', most) + behind).IsDone, limit);
        ParseResult refused = Read(before + new string('x', most + 1) + behind);
        Assert.Equal((limit, error), (limit, refused.Error));

        // A run in the middle of what is counted is refused where the count ends; a head may still have to end behind it.
        int counted = limit.StartsWith("MaxStartLine", StringComparison.Ordinal) ? (before[0] == 'H' ? 4096 : 8192) : error == ParseError.HeadTooLarge ? before.Length + most + 4 : before.Length + most;
        Assert.Equal(counted, refused.Position);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(256)]
    public void Table_takes_as_many_field_lines_as_it_holds(int fields)
    {
        string lines = string.Concat(Enumerable.Repeat("A: b\r\n", fields));
        ResponseHead head = default;
        Assert.True(ResponseHeadParser.Parse(Encoding.ASCII.GetBytes(Ok + lines + "\r\n"), new FieldLine[fields], ref head, Http1Limits.Client).IsDone);
        Assert.Equal(
            ParseResult.TooSmall(ParseError.TooManyFields, Ok.Length + lines.Length),
            ResponseHeadParser.Parse(Encoding.ASCII.GetBytes(Ok + lines + "A: b\r\n\r\n"), new FieldLine[fields], ref head, Http1Limits.Client));
    }

    /// <summary>Limit, body at it, body one beyond, error, its offset.</summary>
    public static TheoryData<string, string, string, ParseError, int> Bodies => new()
    {
        { "MaxChunkLine", "1;" + X(4094) + "\r\nx\r\n", "1;" + X(4095) + "\r\nx\r\n", ParseError.ChunkLineTooLong, 4096 },
        { "MaxChunkExtensions", Chunks(4) + "1;aaa\r\nx\r\n", Chunks(4) + "1;aaaa\r\nx\r\n", ParseError.ChunkOverhead, (4 * 4101) + 5 },
        { "MaxTrailerFields", "0\r\n" + Lines(16) + "\r\n", "0\r\n" + Lines(17) + "\r\n", ParseError.TooManyFields, 3 + Lines(16).Length },
        { "MaxTrailers", "0\r\nA: " + X(4096 - 7) + "\r\n\r\n", "0\r\nA: " + X(4096 - 6) + "\r\n\r\n", ParseError.TrailersTooLarge, 3 + 4096 },
    };

    [Theory, MemberData(nameof(Bodies))]
    public void Default_limit_of_a_chunked_body_passes_and_one_more_is_refused(string limit, string at, string beyond, ParseError error, int offset)
    {
        Assert.Equal((limit, ParseError.None), (limit, ChunkedBodyRun.Over(Encoding.ASCII.GetBytes(at), Http1Limits.Server).Error));
        ChunkedBodyRun run = ChunkedBodyRun.Over(Encoding.ASCII.GetBytes(beyond), Http1Limits.Server);
        Assert.Equal((limit, error, (long)offset), (limit, run.Error, run.Offset));
    }

    [Fact]
    public void Limits_of_zero_refuse_the_first()
    {
        var limits = new Http1Limits { MaxChunkExtensions = 0, MaxTrailerFields = 0 };
        Assert.Equal(ParseError.None, ChunkedBodyRun.Over("5\r\nhello\r\n0\r\n\r\n"u8.ToArray(), in limits).Error);
        ChunkedBodyRun extension = ChunkedBodyRun.Over("5;a\r\n"u8.ToArray(), in limits);
        Assert.Equal((ParseError.ChunkOverhead, 1L), (extension.Error, extension.Offset));
        ChunkedBodyRun trailer = ChunkedBodyRun.Over("0\r\nA: b\r\n\r\n"u8.ToArray(), in limits);
        Assert.Equal((ParseError.TooManyFields, 3L), (trailer.Error, trailer.Offset));
    }

    [Fact]
    public void Every_limit_has_a_pair()
    {
        string[] tested = [.. Pairs.Select(row => row.Data.Item1.Split(',')[0]).Concat(Bodies.Select(row => row.Data.Item1)), nameof(Http1Limits.MaxInterimResponses)];
        Assert.Equal(
            typeof(Http1Limits).GetProperties().Where(property => property.Name.StartsWith("Max", StringComparison.Ordinal)).Select(property => property.Name).Order(StringComparer.Ordinal),
            tested.Distinct().Order(StringComparer.Ordinal));
    }

    private static ParseResult Read(string text)
    {
        byte[] octets = Encoding.ASCII.GetBytes(text);
        var fields = new FieldLine[16];
        RequestHead request = default;
        ResponseHead response = default;
        return text.StartsWith("HTTP/", StringComparison.Ordinal)
            ? ResponseHeadParser.Parse(octets, fields, ref response, Http1Limits.Client)
            : RequestHeadParser.Parse(octets, fields, ref request, Http1Limits.Server);
    }

    private static string X(int count) => new('x', count);

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("A: b\r\n", count));

    // 4,095 octets of extension each.
    private static string Chunks(int count) => string.Concat(Enumerable.Repeat($"1;{X(4094)}\r\nx\r\n", count));

    // Whole field lines, then the beginning of one more.
    private static string Fields(int count, int length) => string.Concat(Enumerable.Repeat($"X: {X(length)}\r\n", count)) + "Y: ";
}
