using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class FieldValueReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a,b", "a|b")]
    [InlineData("foo ,bar,charlie", "foo|bar|charlie")]
    [InlineData(", ,, a ,\t, b,,", "a|b")]
    [InlineData(" a ", "a")]
    [InlineData(",", "")]
    [InlineData(" \t", "")]
    public void List_elements_are_found_and_empty_ones_passed_over(string value, string expected)
    {
        var reader = new FieldValueReader(Latin1(value));
        var found = new List<string>();
        while (reader.NextElement() && reader.ReadToken(out FieldText token))
        {
            found.Add(Encoding.Latin1.GetString(token.In(reader.Value)));
        }

        Assert.Equal(expected, string.Join('|', found));
        Assert.Equal(ParseResult.Done(value.Length), reader.Result);
    }

    [Theory]
    [InlineData("a b", ParseError.BadList, 2)]
    [InlineData("a\t \tb", ParseError.BadList, 4)]
    [InlineData("a=", ParseError.BadList, 1)]
    [InlineData("a,\0", ParseError.BadToken, 2)]
    [InlineData("a, \"b\"", ParseError.BadToken, 3)]
    [InlineData("\x80", ParseError.BadToken, 0)]
    public void List_of_tokens_refuses_anything_else(string value, ParseError error, int position)
    {
        var reader = new FieldValueReader(Latin1(value));
        while (reader.NextElement() && reader.ReadToken(out _))
        {
        }

        Assert.Equal(ParseResult.Invalid(error, position), reader.Result);
        Assert.False(reader.NextElement());
        Assert.False(reader.ReadToken(out _));
        Assert.False(reader.ReadNumber(out _, ParseError.BadWeight));
        Assert.False(reader.NextParameter(out _));
        Assert.Equal(ParseResult.Invalid(error, position), reader.Result);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"\\\\\"", "\\")]
    [InlineData("\"\\a\\b\"", "ab")]
    [InlineData("\"a\tb\x80\xFF,;=\"", "a\tb\x80\xFF,;=")]
    [InlineData("\"\\\t\\\xFF\"", "\t\xFF")]
    public void Quoted_string_is_read_and_unescaped(string value, string expected)
    {
        byte[] octets = Latin1(value);
        var reader = new FieldValueReader(octets);
        Assert.True(reader.ReadQuotedString(out FieldText text));
        Assert.True(reader.ReadEnd(ParseError.BadList));
        byte[] place = new byte[text.Length];
        Assert.True(text.TryUnescape(octets, place, out int written));
        Assert.Equal(expected, Encoding.Latin1.GetString(place, 0, written));
        Assert.Equal(value.Contains('\\'), text.Form == FieldTextForm.EscapedString);
        Assert.True(text.EqualsIn(octets, Latin1(expected)));
        Assert.True(text.EqualsIgnoreCaseIn(octets, Latin1(expected.ToUpperInvariant().Replace('Ÿ', 'ÿ'))));
        Assert.False(text.EqualsIn(octets, Latin1(expected + "x")));
        Assert.False(text.EqualsIgnoreCaseIn(octets, Latin1(expected + "x")));
        for (int length = 0; length < written; length++)
        {
            Assert.False(text.TryUnescape(octets, place.AsSpan(0, length), out int none));
            Assert.Equal(0, none);
            Assert.False(text.EqualsIn(octets, Latin1(expected[..length])));
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData("\"", 1)]
    [InlineData("\"abc", 4)]
    [InlineData("\"abc\\\"", 6)]
    [InlineData("\"abc\\", 5)]
    [InlineData("\"a\0\"", 2)]
    [InlineData("\"a\\\0\"", 3)]
    [InlineData("\"a\x7F\"", 2)]
    [InlineData("\"a\r\n\"", 2)]
    [InlineData("\"a\\\n\"", 3)]
    public void Quoted_string_is_refused_where_it_cannot_go_on(string value, int position)
    {
        var reader = new FieldValueReader(Latin1(value));
        Assert.False(reader.ReadQuotedString(out FieldText text));
        Assert.Equal(default, text);
        Assert.Equal(ParseResult.Invalid(ParseError.BadQuotedString, position), reader.Result);
    }

    [Theory]
    [InlineData("()", "")]
    [InlineData("(a (b) \"c)", "a (b) \"c")]
    [InlineData("(\\()", "\\(")]
    [InlineData("((((()))))", "(((())))")]
    public void Comment_is_read_with_those_within(string value, string expected)
    {
        byte[] octets = Latin1(value);
        var reader = new FieldValueReader(octets);
        Assert.True(reader.ReadComment(out FieldText text));
        Assert.Equal(expected, Encoding.Latin1.GetString(text.In(octets)));
        Assert.True(reader.IsAtEnd);
    }

    [Theory]
    [InlineData("a", 0)]
    [InlineData("(", 1)]
    [InlineData("(a(b)", 5)]
    [InlineData("(\\)", 3)]
    [InlineData("(a\0)", 2)]
    public void Comment_is_refused_where_it_cannot_go_on(string value, int position)
    {
        var reader = new FieldValueReader(Latin1(value));
        Assert.False(reader.ReadComment(out _));
        Assert.Equal(ParseResult.Invalid(ParseError.BadComment, position), reader.Result);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(";a=b", "a=b")]
    [InlineData(" ; a=b\t;c=\"d;e\"", "a=b|c=d;e")]
    [InlineData(";;; a=b ;;", "a=b")]
    [InlineData(";", "")]
    [InlineData("; , x", "")]
    public void Parameters_are_found_and_empty_ones_passed_over(string value, string expected)
    {
        byte[] octets = Latin1(value);
        var reader = new FieldValueReader(octets);
        var found = new List<string>();
        while (reader.NextParameter(out FieldParameter parameter))
        {
            found.Add($"{Encoding.Latin1.GetString(parameter.Name.In(octets))}={Encoding.Latin1.GetString(parameter.Value.In(octets))}");
        }

        Assert.Equal(expected, string.Join('|', found));
        Assert.Equal(ParseError.None, reader.Error);
    }

    [Theory]
    [InlineData(";a", ParseError.BadParameter, 2)]
    [InlineData(";a =b", ParseError.BadParameter, 2)]
    [InlineData(";a= b", ParseError.BadParameter, 3)]
    [InlineData(";a=", ParseError.BadParameter, 3)]
    [InlineData(";=b", ParseError.BadParameter, 1)]
    [InlineData(";a=\"b", ParseError.BadQuotedString, 5)]
    [InlineData(";a=b;c", ParseError.BadParameter, 6)]
    public void Parameter_is_refused_where_it_cannot_go_on(string value, ParseError error, int position)
    {
        var reader = new FieldValueReader(Latin1(value));
        while (reader.NextParameter(out _))
        {
        }

        Assert.Equal(ParseResult.Invalid(error, position), reader.Result);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("007", 7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", long.MaxValue)]
    [InlineData("99999999999999999999999999", long.MaxValue)]
    public void Number_saturates(string value, long expected)
    {
        var reader = new FieldValueReader(Latin1(value));
        Assert.True(reader.ReadNumber(out long number, ParseError.BadRange));
        Assert.Equal(expected, number);
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Value_of_a_field_line_is_read_with_offsets_of_the_buffer()
    {
        ReadOnlySpan<byte> buffer = "Vary: a, b\r\n"u8;
        var reader = new FieldValueReader(buffer, new HiPerf.Http1.FieldLine { ValueStart = 6, ValueLength = 4 });
        Assert.True(reader.NextElement() && reader.ReadToken(out _) && reader.NextElement() && reader.ReadToken(out FieldText last) && last.Start == 9);
        Assert.False(reader.NextElement());
        Assert.Equal(10, reader.Position);
    }

    [Fact]
    public void Start_outside_the_value_is_misuse() => Assert.Throws<ArgumentOutOfRangeException>(() => new FieldValueReader("ab"u8, 3));

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
