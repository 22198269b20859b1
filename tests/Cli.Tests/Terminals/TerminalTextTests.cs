using System.Text;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Tests.Terminals;

public class TerminalTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("grüße 語 🙂", "grüße 語 🙂")]
    [InlineData("\u001b[31mred", "\\x1B[31mred")]
    [InlineData("a\r\nb\tc", "a\\r\\nb\\tc")]
    [InlineData("\0\u007f\u009b", "\\x00\\x7F\\x9B")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("\u202egpj.exe", "\\u{202E}gpj.exe")]
    [InlineData("\u2028", "\\u{2028}")]
    public void Escape_leaves_nothing_a_terminal_obeys(string text, string expected) => Assert.Equal(expected, TerminalText.Escape(text));

    // Half a pair cannot stand in an attribute: metadata is UTF-8.
    [Fact]
    public void Escape_shows_half_a_surrogate_pair() => Assert.Equal("\\u{D800}x", TerminalText.Escape("\ud800x"));

    [Fact]
    public void Escape_without_need_makes_no_new_text()
    {
        string text = new('a', 3);
        Assert.Same(text, TerminalText.Escape(text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void TerminalStream_shows_the_same_however_content_is_cut(int piece)
    {
        byte[] content = Encoding.UTF8.GetBytes("line\r\nnext\ttab \\ 🙂\u001b]0;title\u0007 lone\rcr\n\u009b end\r");
        using var terminal = new MemoryStream();
        using (var shown = new TerminalStream(terminal))
        {
            foreach (byte[] part in content.Chunk(piece))
            {
                shown.Write(part);
            }
        }

        Assert.Equal("line\nnext\ttab \\ 🙂\\x1B]0;title\\x07 lone\\rcr\n\\x9B end\\r", Encoding.UTF8.GetString(terminal.ToArray()));
    }
}
