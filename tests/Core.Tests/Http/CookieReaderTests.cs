using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class CookieReaderTests
{
    public static TheoryData<string, string, CookieDeviations, int> Valid => new()
    {
        { "", "", CookieDeviations.None, -1 },
        { "a=b", "a=b", CookieDeviations.None, -1 },
        { "SID=31d4; lang=en-US", "SID=31d4|lang=en-US", CookieDeviations.None, -1 },
        { "a=; b=\"c\"; a=d=e", "a=|b=\"c\"|a=d=e", CookieDeviations.None, -1 },
        { "a=b;c=d", "a=b|c=d", CookieDeviations.WhiteSpace, 4 },
        { "a=b;  c=d", "a=b|c=d", CookieDeviations.WhiteSpace, 4 },
        { "a=b;\tc=d", "a=b|c=d", CookieDeviations.WhiteSpace, 4 },
        { " a=b", "a=b", CookieDeviations.WhiteSpace, 0 },
        { "a=b ; c = d ", "a=b|c=d", CookieDeviations.WhiteSpace, 0 },
        { "a=b; ", "a=b", CookieDeviations.EmptyPair, 4 },
        { ";a=b;;", "a=b", CookieDeviations.EmptyPair | CookieDeviations.WhiteSpace, 0 },
        { "=; = ; a=b", "a=b", CookieDeviations.EmptyPair, 0 },
        { "abc; =def", "=abc|=def", CookieDeviations.Nameless, 0 },
        { "a b=c; d=e f", "a b=c|d=e f", CookieDeviations.NameOctets | CookieDeviations.ValueOctets, 0 },
        { "$Version=1; a=\"b;c\"", "$Version=1|a=\"b|=c\"", CookieDeviations.ValueOctets | CookieDeviations.WhiteSpace | CookieDeviations.Nameless, 11 },
        { "a=\xE9", "a=\xE9", CookieDeviations.ValueOctets, 0 },
        { "a=b, c=d", "a=b, c=d", CookieDeviations.ValueOctets, 0 },
    };

    [Theory, MemberData(nameof(Valid))]
    public void Cookies_are_read_in_order_with_their_deviations(string text, string expected, CookieDeviations deviations, int first)
    {
        var reader = new CookieReader(Encoding.Latin1.GetBytes(text));
        Assert.Equal(ParseResult.Done(text.Length), reader.Result);
        Assert.Equal(expected, Read(ref reader));
        Assert.Equal((deviations, first), (reader.Deviations, reader.FirstDeviation));
        Assert.False(reader.Read(out CookiePair cookie));
        Assert.Equal(default, cookie);
    }

    [Theory]
    [InlineData("a=b; c=\0", 7)]
    [InlineData("\r", 0)]
    [InlineData("a=b\n; c=d", 3)]
    [InlineData("a=b; c=d\x7F", 8)]
    public void Control_refuses_the_field_before_any_cookie_is_read(string text, int position)
    {
        var reader = new CookieReader(Encoding.Latin1.GetBytes(text));
        Assert.Equal(ParseResult.Invalid(ParseError.BadCookieOctet, position), reader.Result);
        Assert.False(reader.Read(out _));
    }

    [Fact]
    public void Cookies_fill_their_limit_and_no_more()
    {
        Assert.True(new CookieReader("a=1; b=2; c=3"u8, 3).Result.IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.TooManyCookies, 8), new CookieReader("a=1; b=2; c=3"u8, 2).Result);
        Assert.Equal(ParseResult.Invalid(ParseError.TooManyCookies, 0), new CookieReader(";\0"u8, 1).Result);
        Assert.Equal(ParseResult.Invalid(ParseError.BadCookieOctet, 0), new CookieReader("\0;"u8, 1).Result);
        Assert.True(new CookieReader(Encoding.ASCII.GetBytes(new string(';', 149))).Result.IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.TooManyCookies, 149), new CookieReader(Encoding.ASCII.GetBytes(new string(';', 150))).Result);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CookieReader("a"u8, 0).Result);
    }

    [Fact]
    public void Find_answers_the_first_of_a_name_and_letter_case_matters()
    {
        var reader = new CookieReader("A=1; a=2; b=3; a=4"u8);
        Assert.True(reader.TryFind("a"u8, out CookiePair cookie));
        Assert.Equal("2", Encoding.ASCII.GetString(cookie.ValueIn(reader.Value)));
        Assert.True(reader.TryFind("a"u8, out cookie));
        Assert.Equal("4", Encoding.ASCII.GetString(cookie.ValueIn(reader.Value)));
        Assert.False(reader.TryFind("a"u8, out _));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Use();
        Assert.Equal(0, Allocation.Least(Use));

        static void Use()
        {
            var reader = new CookieReader("SID=31d4; lang=en-US; ; x"u8);
            while (reader.Read(out _))
            {
            }

            _ = new CookieReader("a=b\0"u8).Result;
        }
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("a=b", 0, "a=b")]
    [InlineData(";a=b; c", 1, "a=b|=c")]
    [InlineData("a=b;\t c", 1, "a=b|=c")]
    public void Field_line_is_read_as_its_value_is(string value, int deviations, string expected)
    {
        byte[] buffer = Encoding.Latin1.GetBytes($"Cookie: {value}\r\n;\0");
        var line = new HiPerf.Http1.FieldLine { ValueStart = 8, ValueLength = value.Length };
        var reader = new CookieReader(buffer, in line);
        var alone = new CookieReader(buffer.AsSpan(8, value.Length));
        Assert.Equal((expected, expected), (Read(ref reader), Read(ref alone)));
        Assert.Equal((ParseResult.Done(8 + value.Length), alone.Deviations), (reader.Result, reader.Deviations));
        Assert.Equal(deviations > 0, reader.FirstDeviation >= 8);
        Assert.Equal(alone.FirstDeviation < 0 ? -1 : 8 + alone.FirstDeviation, reader.FirstDeviation);
        line.ValueLength += 4;
        Assert.Equal(ParseResult.Invalid(ParseError.BadCookieOctet, 8 + value.Length), new CookieReader(buffer, in line).Result);
        buffer.AsSpan(8).Fill((byte)';');
        Assert.Equal(ParseResult.Invalid(ParseError.TooManyCookies, 9), new CookieReader(buffer, in line, 2).Result);
    }

    internal static string Read(ref CookieReader reader)
    {
        List<string> cookies = [];
        while (reader.Read(out CookiePair cookie))
        {
            cookies.Add(Encoding.Latin1.GetString(cookie.NameIn(reader.Value)) + "=" + Encoding.Latin1.GetString(cookie.ValueIn(reader.Value)));
        }

        return string.Join('|', cookies);
    }
}
