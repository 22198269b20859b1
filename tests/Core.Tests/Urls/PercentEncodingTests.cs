using System.Buffers;
using System.Text;

namespace HiPerf.Core.Tests.Urls;

public class PercentEncodingTests
{
    [Theory]
    [InlineData("a%2Fb%5c%00%25%41%ff", "a/b\\\0%A\u00FF")]
    [InlineData("", "")]
    public void Decode_turns_every_escape_into_its_octet(string encoded, string octets)
    {
        var destination = new byte[64];
        Assert.True(PercentEncoding.Decode(UrlSamples.Utf8(encoded), destination, out var written).IsDone);
        Assert.Equal(octets, Encoding.Latin1.GetString(destination, 0, written));
    }

    [Theory]
    [InlineData("/a%2Fb/%2e%2e/%5c%00%0d%0A%7f%25%2541%20c", "/a%2Fb/../%5c%00%0d%0A%7f%25%2541 c")]
    public void Path_decoding_keeps_what_would_separate(string encoded, string octets)
    {
        var destination = new byte[64];
        Assert.True(PercentEncoding.DecodePath(UrlSamples.Utf8(encoded), destination, out var written).IsDone);
        Assert.Equal(octets, Encoding.Latin1.GetString(destination, 0, written));
        Assert.Equal(encoded.Count(c => c == '/'), destination.AsSpan(..written).Count((byte)'/'));
    }

    [Theory]
    [InlineData("a%2fb", ParseError.BadPercentEncoding, 1)]
    [InlineData("ab%5C", ParseError.BadPercentEncoding, 2)]
    [InlineData("%00", ParseError.BadPercentEncoding, 0)]
    [InlineData("%0d", ParseError.BadPercentEncoding, 0)]
    [InlineData("%7F", ParseError.BadPercentEncoding, 0)]
    [InlineData("a/b", ParseError.BadUrlCharacter, 1)]
    [InlineData("a\\b", ParseError.BadUrlCharacter, 1)]
    [InlineData("a\0", ParseError.BadUrlCharacter, 1)]
    [InlineData("%", ParseError.BadPercentEncoding, 1)]
    [InlineData("%4", ParseError.BadPercentEncoding, 2)]
    [InlineData("%4x", ParseError.BadPercentEncoding, 2)]
    [InlineData("%x4", ParseError.BadPercentEncoding, 1)]
    public void Segment_decoding_refuses_what_would_separate(string encoded, ParseError error, int position)
    {
        var result = PercentEncoding.DecodeSegment(UrlSamples.Utf8(encoded), new byte[64], out var written);
        Assert.Equal(ParseResult.Invalid(error, position), result);
        Assert.Equal(0, written);
    }

    [Fact]
    public void Segment_encoding_and_decoding_give_every_octet_back()
    {
        var octets = Enumerable.Range(0, 256).Select(o => (byte)o).ToArray();
        var encoded = new byte[768];
        var decoded = new byte[768];
        Assert.True(PercentEncoding.EncodeSegment(octets, encoded, out var length).IsDone);
        foreach (var separator in "/\\?# \0"u8)
        {
            Assert.False(encoded.AsSpan(..length).Contains(separator));
        }

        Assert.True(PercentEncoding.Decode(encoded.AsSpan(..length), decoded, out var written).IsDone);
        Assert.Equal(octets, decoded[..written]);
        Assert.True(PercentEncoding.EncodeComponent(octets, encoded, out length).IsDone);
        Assert.True(PercentEncoding.Decode(encoded.AsSpan(..length), decoded, out written).IsDone);
        Assert.Equal(octets, decoded[..written]);
    }

    [Fact]
    public void Path_encoding_keeps_slashes_alone()
    {
        var encoded = new byte[64];
        Assert.True(PercentEncoding.EncodePath("/a b/%/c?d#\\:@"u8, encoded, out var length).IsDone);
        Assert.Equal("/a%20b/%25/c%3Fd%23%5C:@", Encoding.ASCII.GetString(encoded, 0, length));
    }

    [Fact]
    public void Destination_too_small_says_so()
    {
        Assert.Equal(OperationStatus.DestinationTooSmall, PercentEncoding.EncodeSegment("/"u8, new byte[2], out var written).Status);
        Assert.Equal(0, written);
        Assert.Equal(OperationStatus.DestinationTooSmall, PercentEncoding.Decode("ab"u8, new byte[1], out written).Status);
        Assert.Equal(0, written);
        Assert.Equal(OperationStatus.DestinationTooSmall, PercentEncoding.DecodePath("%2f"u8, new byte[2], out _).Status);
    }
}
