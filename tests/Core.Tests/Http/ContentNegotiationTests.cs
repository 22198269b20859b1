using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class ContentNegotiationTests
{
    // The example of RFC 9110 section 12.5.1, each weight found by an offer that outweighs it by just that.
    [Theory]
    [InlineData("text/plain;format=flowed", 1000)]
    [InlineData("text/plain", 700)]
    [InlineData("text/html", 300)]
    [InlineData("image/jpeg", 500)]
    [InlineData("text/plain;format=fixed", 400)]
    [InlineData("text/html;level=3", 700)]
    public void Most_specific_range_gives_the_weight(string offer, int weight)
    {
        string accept = offer == "text/html;level=3"
            ? "text/*;q=0.3, text/html;level=3;q=0.7, x/y;q=0.7"
            : "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5, x/y;q=" + Weight(weight);
        Assert.True(ContentNegotiation.ChooseMediaType(FieldValueRuns.Latin1(accept), FieldValueRuns.Latin1($"x/y, {offer}"), out int first).IsDone);
        Assert.Equal(0, first);
        if (weight > 1)
        {
            string less = accept.Replace("x/y;q=" + Weight(weight), "x/y;q=" + Weight(weight - 1), StringComparison.Ordinal);
            Assert.True(ContentNegotiation.ChooseMediaType(FieldValueRuns.Latin1(less), FieldValueRuns.Latin1($"x/y, {offer}"), out int second).IsDone);
            Assert.Equal(less == accept ? 0 : 1, second);
        }
    }

    [Theory]
    [InlineData("audio/*; q=0.2, audio/basic", "audio/mp3, audio/basic", 1)]
    [InlineData("text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c", "text/x-dvi, text/plain", 0)]
    [InlineData("text/html;q=0", "text/html", -1)]
    [InlineData("*/*, text/html;q=0", "text/html, a/b", 1)]
    [InlineData("a/b", "c/d", -1)]
    [InlineData("", "a/b", -1)]
    [InlineData("TEXT/HTML", "text/html", 0)]
    [InlineData("text/html;charset=\"utf-8\"", "text/html, text/html;charset=UTF-8", 1)]
    [InlineData("text/html;Q=0.1;x=y", "text/html, text/html;x=y", 1)]
    public void Media_type_is_chosen(string accept, string offers, int expected)
    {
        Assert.Equal(ParseResult.Done(accept.Length), ContentNegotiation.ChooseMediaType(FieldValueRuns.Latin1(accept), FieldValueRuns.Latin1(offers), out int best));
        Assert.Equal(expected, best);
    }

    [Theory]
    [InlineData("compress, gzip", "br, gzip, identity", 1)]
    [InlineData("", "gzip, identity", 1)]
    [InlineData("*", "gzip, identity", 0)]
    [InlineData("compress;q=0.5, gzip;q=1.0", "compress, gzip", 1)]
    [InlineData("gzip;q=1.0, identity; q=0.5, *;q=0", "br, identity", 1)]
    [InlineData("identity;q=0", "identity", -1)]
    [InlineData("*;q=0", "identity", -1)]
    [InlineData("gzip;q=0.001", "identity, gzip", 1)]
    [InlineData("gzip", "identity", 0)]
    [InlineData("GZIP", "br, gzip", 1)]
    public void Encoding_is_chosen(string accept, string offers, int expected)
    {
        Assert.Equal(ParseResult.Done(accept.Length), ContentNegotiation.ChooseEncoding(FieldValueRuns.Latin1(accept), FieldValueRuns.Latin1(offers), out int best));
        Assert.Equal(expected, best);
    }

    [Theory]
    [InlineData("da, en-gb;q=0.8, en;q=0.7", "en-US, en-GB, da", 2)]
    [InlineData("da, en-gb;q=0.8, en;q=0.7", "en-US, en-GB", 1)]
    [InlineData("en", "english, en-US", 1)]
    [InlineData("*;q=0.1, de", "fr, de-CH", 1)]
    [InlineData("de-CH", "de", -1)]
    public void Language_is_chosen(string accept, string offers, int expected)
    {
        bool valid = !offers.Contains("english", StringComparison.Ordinal);
        Assert.Equal(ParseResult.Done(accept.Length), ContentNegotiation.ChooseLanguage(FieldValueRuns.Latin1(accept), FieldValueRuns.Latin1(offers), out int best));
        Assert.True(valid || offers.Length > 0);
        Assert.Equal(expected, best);
    }

    [Theory]
    [InlineData("text", ParseError.BadMediaType, 4)]
    [InlineData("text/", ParseError.BadMediaType, 5)]
    [InlineData("text /html", ParseError.BadMediaType, 4)]
    [InlineData("text/html, ;q=1", ParseError.BadMediaType, 11)]
    [InlineData("a/b;q", ParseError.BadParameter, 5)]
    [InlineData("a/b;q=", ParseError.BadWeight, 6)]
    [InlineData("a/b;q=2", ParseError.BadWeight, 6)]
    [InlineData("a/b;q=1.1", ParseError.BadWeight, 8)]
    [InlineData("a/b;q=0.1234", ParseError.BadList, 11)]
    [InlineData("a/b;q=\"1\"", ParseError.BadWeight, 6)]
    [InlineData("a/b;q=.5", ParseError.BadWeight, 6)]
    [InlineData("a/b;q=1;q=1", ParseError.BadWeight, 9)]
    [InlineData("a/b c/d", ParseError.BadList, 4)]
    [InlineData("*", ParseError.BadMediaType, 1)]
    public void Accept_that_is_none_is_refused_and_passed_over(string accept, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), ContentNegotiation.ChooseMediaType(FieldValueRuns.Latin1(accept), "a/b"u8, out int best));
        Assert.Equal(0, best);
    }

    [Theory]
    [InlineData("gzip;q", false, ParseError.BadWeight, 6)]
    [InlineData("gzip;x=1", false, ParseError.BadWeight, 5)]
    [InlineData("gzip;;q=1", false, ParseError.BadWeight, 5)]
    [InlineData("gzip;q=1;q=1", false, ParseError.BadList, 8)]
    [InlineData("gzip q=1", false, ParseError.BadList, 5)]
    [InlineData(";q=1", false, ParseError.BadToken, 0)]
    [InlineData("e1", true, ParseError.BadLanguageRange, 1)]
    [InlineData("abcdefghi", true, ParseError.BadLanguageRange, 8)]
    [InlineData("en-", true, ParseError.BadLanguageRange, 3)]
    [InlineData("en-*", true, ParseError.BadLanguageRange, 3)]
    [InlineData("*-en", true, ParseError.BadList, 1)]
    [InlineData("en_US", true, ParseError.BadLanguageRange, 2)]
    public void Weighted_list_is_refused_where_it_cannot_go_on(string value, bool languages, ParseError error, int position)
    {
        var reader = new WeightedTokenReader(FieldValueRuns.Latin1(value), languages);
        while (reader.Read(out _))
        {
        }

        Assert.Equal(ParseResult.Invalid(error, position), reader.Result);
    }

    [Fact]
    public void Offers_that_are_none_are_misuse()
    {
        Assert.Throws<ArgumentException>(() => ContentNegotiation.ChooseMediaType("*/*"u8, "html"u8, out _));
        Assert.Throws<ArgumentException>(() => ContentNegotiation.ChooseEncoding("*"u8, "a b"u8, out _));
        Assert.Throws<ArgumentException>(() => ContentNegotiation.ChooseLanguage("*"u8, "e_"u8, out _));
    }

    [Theory]
    [InlineData("text/html", "text/html", "")]
    [InlineData("text/html; charset=utf-8", "text/html", "utf-8")]
    [InlineData("Text/HTML;Charset=\"utf-8\"", "Text/HTML", "utf-8")]
    [InlineData("text/html;;charset=a;charset=b;", "text/html", "a")]
    [InlineData("multipart/form-data; boundary=\"a b\"; charset=x", "multipart/form-data", "x")]
    public void Media_type_is_read(string value, string essence, string charset)
    {
        byte[] octets = FieldValueRuns.Latin1(value);
        Assert.Equal(ParseResult.Done(value.Length), MediaTypeParser.Parse(octets, out MediaType type));
        Assert.Equal(essence, FieldValueRuns.Text(type.EssenceIn(octets)));
        Assert.True(type.Is(octets, FieldValueRuns.Latin1(essence.ToUpperInvariant())));
        Assert.Equal(charset.Length > 0, type.TryFindParameter(octets, "CHARSET"u8, out FieldText text));
        Assert.Equal(charset, FieldValueRuns.Text(text.In(octets)));
    }

    [Theory]
    [InlineData("", ParseError.BadMediaType, 0)]
    [InlineData("text/html,a/b", ParseError.BadMediaType, 9)]
    [InlineData("text/html x", ParseError.BadMediaType, 10)]
    [InlineData("text/html;charset", ParseError.BadParameter, 17)]
    [InlineData("text/html;charset =x", ParseError.BadParameter, 17)]
    [InlineData("text/html;a=\"", ParseError.BadQuotedString, 13)]
    public void Media_type_is_refused_where_it_cannot_go_on(string value, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), MediaTypeParser.Parse(FieldValueRuns.Latin1(value), out MediaType type));
        Assert.Equal(default, type);
    }

    private static string Weight(int weight) => weight == 1000 ? "1" : $"0.{weight:D3}";
}
