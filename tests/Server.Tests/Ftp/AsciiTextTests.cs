using System.Text;

namespace HiPerf.Server.Tests.Ftp;

public sealed class AsciiTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("\n", "\r\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("a\nb", "a\r\nb")]
    [InlineData("a\r\nb\n", "a\r\nb\r\n")]
    [InlineData("\n\n", "\r\n\r\n")]
    [InlineData("\r\r\n", "\r\r\n")]
    [InlineData("\r", "\r")]
    public void Text_is_expanded_however_it_is_cut(string text, string expanded)
    {
        for (var cut = 0; cut <= text.Length; cut++)
        {
            var destination = new byte[2 * text.Length];
            byte previous = 0;
            var length = AsciiText.Expand(Encoding.ASCII.GetBytes(text[..cut]), destination, ref previous);
            length += AsciiText.Expand(Encoding.ASCII.GetBytes(text[cut..]), destination.AsSpan(length), ref previous);
            Assert.Equal(expanded, Encoding.ASCII.GetString(destination, 0, length));
        }
    }
}
