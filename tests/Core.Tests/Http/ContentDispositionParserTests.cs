using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class ContentDispositionParserTests
{
    public static TheoryData<int> Valid => [.. Enumerable.Range(0, ContentDispositions.Valid.Count)];

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, ContentDispositions.Refused.Count)];

    [Theory, MemberData(nameof(Valid))]
    public void Type_and_file_name_are_read(int index)
    {
        (string text, string type, string? fileName) = ContentDispositions.Valid[index];
        byte[] value = Encoding.Latin1.GetBytes(text);
        Assert.Equal(ParseResult.Done(value.Length), ContentDispositionParser.Parse(value, out ContentDisposition disposition));
        Assert.Equal((type, text[..disposition.TypeText.Length]), (disposition.Type.ToString(), Encoding.Latin1.GetString(disposition.TypeText.In(value))));
        char[] place = new char[value.Length];
        bool named = disposition.TryGetFileName(value, place, out int written);
        Assert.Equal(fileName, named ? new string(place, 0, written) : null);
        Assert.True(disposition.HasFileName || !named);
        for (int length = 0; named && length < written; length++)
        {
            Assert.False(disposition.TryGetFileName(value, place.AsSpan(0, length), out int none));
            Assert.Equal(0, none);
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void Value_is_refused_at_the_first_octet_that_spoils_it(int index)
    {
        (string text, ParseError error, int position) = ContentDispositions.Refused[index];
        byte[] value = Encoding.Latin1.GetBytes(text);
        Assert.Equal(ParseResult.Invalid(error, position), ContentDispositionParser.Parse(value, out ContentDisposition disposition));
        Assert.Equal(default, disposition);
        if (position < value.Length)
        {
            Assert.Equal(ParseResult.Invalid(error, position), ContentDispositionParser.Parse([.. value[..(position + 1)], .. "\0\"';=%"u8], out _));
        }
    }

    [Fact]
    public void Parameters_fill_their_limit_and_no_more()
    {
        string text = "inline" + string.Concat(Enumerable.Range(0, 16).Select(i => $"; a{i}=b"));
        Assert.True(ContentDispositionParser.Parse(Encoding.ASCII.GetBytes(text), out _).IsDone);
        Assert.Equal(
            ParseResult.Invalid(ParseError.TooManyDispositionParameters, text.Length + 3),
            ContentDispositionParser.Parse(Encoding.ASCII.GetBytes(text + "; x=\""), out _));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[][] values = [.. ContentDispositions.Valid.Select(s => Encoding.Latin1.GetBytes(s.Text)), .. ContentDispositions.Refused.Select(s => Encoding.Latin1.GetBytes(s.Text))];
        char[] place = new char[100];
        char[] safe = new char[101];
        Use();
        Assert.Equal(0, Allocation.Least(Use));

        void Use()
        {
            foreach (byte[] value in values)
            {
                if (ContentDispositionParser.Parse(value, out ContentDisposition disposition).IsDone && disposition.TryGetFileName(value, place, out int written))
                {
                    _ = SafeFileName.TryMake(place.AsSpan(0, written), safe, out _);
                }
            }
        }
    }
}
