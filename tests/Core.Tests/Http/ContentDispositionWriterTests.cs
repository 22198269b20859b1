using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class ContentDispositionWriterTests
{
    [Theory]
    [InlineData(DispositionType.Inline, "", "inline")]
    [InlineData(DispositionType.Attachment, "plans.pdf", "attachment; filename=\"plans.pdf\"")]
    [InlineData(DispositionType.Attachment, "a b;c=d.txt", "attachment; filename=\"a b;c=d.txt\"")]
    [InlineData(DispositionType.Attachment, "100%.txt", "attachment; filename*=UTF-8''100%25.txt")]
    [InlineData(DispositionType.Attachment, "a\"b", "attachment; filename*=UTF-8''a%22b")]
    [InlineData(DispositionType.Inline, "\u20AC rates", "inline; filename*=UTF-8''%E2%82%AC%20rates")]
    [InlineData(DispositionType.Attachment, "\U0001F600'*()", "attachment; filename*=UTF-8''%F0%9F%98%80%27%2A%28%29")]
    public void File_name_is_quoted_or_encoded(DispositionType type, string fileName, string expected)
    {
        byte[] place = new byte[32 + (9 * fileName.Length)];
        Assert.True(ContentDispositionWriter.TryWrite(place, type, fileName, out int written));
        Assert.Equal(expected, Encoding.ASCII.GetString(place, 0, written));
        for (int length = 0; length < written; length++)
        {
            Assert.False(ContentDispositionWriter.TryWrite(place.AsSpan(0, length), type, fileName, out int none));
            Assert.Equal(0, none);
        }
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\r\nb: c")]
    [InlineData("a\0")]
    [InlineData("a\x7F")]
    [InlineData("a\u0085")]
    public void What_is_no_plain_component_throws_before_the_first_octet(string fileName)
    {
        byte[] place = new byte[100];
        Assert.Throws<ArgumentException>(() => ContentDispositionWriter.TryWrite(place, DispositionType.Attachment, fileName, out _));
        Assert.All(place, octet => Assert.Equal(0, octet));
    }

    // Not as data of a theory: what carries it between processes makes U+FFFD of it.
    [Fact]
    public void Half_a_surrogate_pair_throws()
    {
        Assert.Throws<ArgumentException>(() => ContentDispositionWriter.TryWrite(new byte[100], DispositionType.Attachment, "a\uD83D", out _));
        Assert.Throws<ArgumentException>(() => ContentDispositionWriter.TryWrite(new byte[100], DispositionType.Attachment, "\uDE00\uD83D", out _));
        Assert.Throws<ArgumentException>(() => ContentDispositionWriter.TryWrite(new byte[100], DispositionType.Attachment, "\uD83Da", out _));
    }

    [Theory]
    [InlineData(DispositionType.Unknown)]
    [InlineData(DispositionType.FormData)]
    [InlineData((DispositionType)99)]
    public void Other_types_throw(DispositionType type) => Assert.Throws<ArgumentException>(() => ContentDispositionWriter.TryWrite(new byte[100], type, "a", out _));
}
