using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http.Forms;

public class FormEncodingTests
{
    private static readonly byte[] s_all = [.. Enumerable.Range(0, 256).Select(o => (byte)o)];

    public static TheoryData<string, int> Refused => new(UrlencodedForms.Refused.Select(r => (r.Form, r.Offset)).Where(r => !r.Form.Contains('&', StringComparison.Ordinal)));

    [Fact]
    public void Every_octet_is_encoded_as_WHATWG_says_and_decoded_again()
    {
        const string Plain = "*-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        string expected = string.Concat(s_all.Select(o => o == ' ' ? "+" : Plain.Contains((char)o, StringComparison.Ordinal) ? $"{(char)o}" : $"%{o:X2}"));
        byte[] encoded = new byte[expected.Length];
        Assert.Equal(expected.Length, FormEncoding.EncodedLength(s_all));
        Assert.True(FormEncoding.TryEncode(s_all, encoded, out int written));
        Assert.Equal(expected, Encoding.ASCII.GetString(encoded, 0, written));

        byte[] decoded = new byte[256];
        Assert.Equal(ParseResult.Done(encoded.Length), FormEncoding.Decode(encoded, decoded, out written));
        Assert.Equal(s_all, decoded[..written]);
        Assert.Equal(ParseResult.Done(encoded.Length), FormEncoding.Decode(encoded, encoded, out written));
        Assert.Equal(s_all, encoded[..written]);
    }

    [Fact]
    public void Destination_too_short_is_told_at_every_length()
    {
        byte[] encoded = new byte[1024];
        Assert.True(FormEncoding.TryEncode("a b&\xC3"u8, encoded, out int whole));
        for (int length = 0; length < whole; length++)
        {
            Assert.False(FormEncoding.TryEncode("a b&\xC3"u8, encoded.AsSpan(0, length), out int written));
            Assert.Equal(0, written);
        }

        for (int length = 0; length < 5; length++)
        {
            ParseResult result = FormEncoding.Decode("a+%41bc"u8, new byte[length], out int written);
            Assert.Equal((OperationStatus.DestinationTooSmall, ParseError.TextTooLong, new[] { 0, 1, 2, 5, 6 }[length], 0), (result.Status, result.Error, result.Position, written));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_escape_is_refused_at_the_octet_that_is_no_digit(string encoded, int offset)
    {
        byte[] destination = new byte[64];
        Assert.Equal(ParseResult.Invalid(ParseError.BadFormEncoding, offset), FormEncoding.Decode(Encoding.Latin1.GetBytes(encoded), destination, out int written));
        Assert.Equal(0, written);
        ParseResult lenient = FormEncoding.Decode(Encoding.Latin1.GetBytes(encoded), destination, out _, FormLeniency.BadFormEncoding);
        Assert.Equal(ParseResult.Done(encoded.Length, Deviations.BadFormEncoding, encoded.IndexOf('%', StringComparison.Ordinal)), lenient);
    }
}
