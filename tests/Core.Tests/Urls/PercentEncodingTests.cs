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

    // Catalogue RQ-28, every stimulus that is one segment: what decoding it as a name answers, and as a path that stays one.
    public static TheoryData<string, string?, ParseError, int, string> Traps => new()
    {
        { "a%00.txt", null, ParseError.BadPercentEncoding, 1, "a%00.txt" },
        { "a%0d%0ab", null, ParseError.BadPercentEncoding, 1, "a%0d%0ab" },
        { "%2e%2e", "..", ParseError.None, 0, ".." },
        { "..%5c", null, ParseError.BadPercentEncoding, 2, "..%5c" },
        { "..%5C", null, ParseError.BadPercentEncoding, 2, "..%5C" },
        { "a%2Fb", null, ParseError.BadPercentEncoding, 1, "a%2Fb" },
        { "a%2fb", null, ParseError.BadPercentEncoding, 1, "a%2fb" },
        { "%c0%ae%c0%ae", null, ParseError.BadUrlCharacter, 0, "\xC0\xAE\xC0\xAE" },
        { "%e0%80%ae", null, ParseError.BadUrlCharacter, 3, "\xE0\x80\xAE" },
        { "%f0%80%80%ae", null, ParseError.BadUrlCharacter, 3, "\xF0\x80\x80\xAE" },
        { "%252e%252e", "%2e%2e", ParseError.None, 0, "%252e%252e" },
        { "%252f", "%2f", ParseError.None, 0, "%252f" },
        { "..\\a", null, ParseError.BadUrlCharacter, 2, "..\\a" },
        { "a;param=1", "a;param=1", ParseError.None, 0, "a;param=1" },
        { "", "", ParseError.None, 0, "" },
    };

    [Fact]
    public void Traps_are_all_there() => Assert.Equal(15, Traps.Count);

    [Theory]
    [MemberData(nameof(Traps))]
    public void Encoded_separator_never_becomes_one(string encoded, string? name, ParseError error, int position, string path)
    {
        var destination = new byte[64];
        var result = PercentEncoding.DecodeName(UrlSamples.Utf8(encoded), destination, out var written);
        Assert.Equal(name is null ? ParseResult.Invalid(error, position) : ParseResult.Done(encoded.Length), result);
        Assert.Equal(name ?? "", Encoding.Latin1.GetString(destination, 0, written));
        Assert.True(PercentEncoding.DecodePath(UrlSamples.Utf8(encoded), destination, out written).IsDone);
        Assert.Equal(path, Encoding.Latin1.GetString(destination, 0, written));
    }

    [Fact]
    public void Name_is_text_exactly_where_the_base_library_says_so()
    {
        // Every pair of octets behind every first octet that begins a longer character; raw and escaped alike.
        byte[] firsts = [(byte)'a', 0x80, 0xC0, 0xC2, 0xC3, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF];
        var name = new byte[3];
        var escaped = new byte[9];
        var destination = new byte[9];
        foreach (var first in firsts)
        {
            for (var pair = 0; pair < 65536; pair++)
            {
                (name[0], name[1], name[2]) = (first, (byte)(pair >> 8), (byte)pair);
                var expected = IsName(name);
                if (name.AsSpan().Contains((byte)'%'))
                {
                    continue;
                }

                Assert.Equal(expected, PercentEncoding.DecodeName(name, destination, out _).IsDone);
                for (var i = 0; i < 3; i++)
                {
                    (escaped[3 * i], escaped[(3 * i) + 1], escaped[(3 * i) + 2]) = ((byte)'%', (byte)"0123456789abcdef"[name[i] >> 4], (byte)"0123456789abcdef"[name[i] & 15]);
                }

                Assert.Equal(expected, PercentEncoding.DecodeName(escaped, destination, out _).IsDone);
            }
        }

        static bool IsName(ReadOnlySpan<byte> octets)
        {
            while (!octets.IsEmpty)
            {
                if (Rune.DecodeFromUtf8(octets, out var rune, out var consumed) != OperationStatus.Done || Rune.IsControl(rune) || rune.Value is '/' or '\\')
                {
                    return false;
                }

                octets = octets[consumed..];
            }

            return true;
        }
    }

    [Theory]
    [InlineData("%c3", 3)]
    [InlineData("%c3a", 3)]
    [InlineData("%c2%85", 3)]
    [InlineData("%ed%a0%80", 3)]
    [InlineData("%f4%90%80%80", 3)]
    [InlineData("a%ff", 1)]
    [InlineData("%f0%9f%90", 9)]
    public void Name_that_is_no_text_is_refused_at_the_octet_that_spoils_it(string encoded, int position) =>
        Assert.Equal(ParseResult.Invalid(ParseError.BadUrlCharacter, position), PercentEncoding.DecodeName(UrlSamples.Utf8(encoded), new byte[64], out _));

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
