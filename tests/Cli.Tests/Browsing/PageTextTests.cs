using System.Text;
using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

public class PageTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\tb", "a       b")]
    [InlineData("語\tb", "語      b")]
    [InlineData("/\\_/\\", "/\\_/\\")]
    [InlineData("\u001b[2J", "\\x1B[2J")]
    public void Clean_leaves_what_a_terminal_shows_and_nothing_it_obeys(string line, string expected) => Assert.Equal(expected, PageText.Clean(line));

    [Fact]
    public void Clean_cuts_behind_the_longest_line()
    {
        string longest = new('x', PageLimits.MaxLineLength);
        Assert.Equal(longest, PageText.Clean(longest));
        Assert.Equal(longest + "…", PageText.Clean(longest + "x"));
        Assert.Equal(longest[1..] + "…", PageText.Clean(longest[1..] + "🙂"));
    }

    [Fact]
    public void Lines_end_in_LF_or_CRLF_and_the_last_in_nothing()
    {
        Assert.Equal(["a", "b", string.Empty, "c\\rd"], PageText.Lines("a\r\nb\n\nc\rd", out bool isCut).Select(static line => line.Text));
        Assert.False(isCut);
        Assert.Empty(PageText.Lines(string.Empty, out _));
    }

    [Fact]
    public void Lines_beyond_the_limit_are_left_out()
    {
        string most = string.Concat(Enumerable.Repeat("x\n", PageLimits.MaxLines));
        Assert.Equal(PageLimits.MaxLines, PageText.Lines(most, out bool isCut).Count);
        Assert.False(isCut);
        Assert.Equal(PageLimits.MaxLines, PageText.Lines(most + "y", out isCut).Count);
        Assert.True(isCut);
    }

    [Fact]
    public void Decode_takes_what_is_no_utf8_for_latin1()
    {
        Assert.Equal("grün", PageText.Decode(Encoding.UTF8.GetBytes("\uFEFFgrün")));
        Assert.Equal("grün", PageText.Decode(Encoding.Latin1.GetBytes("grün")));
    }
}
