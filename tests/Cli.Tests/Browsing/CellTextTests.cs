using System.Text;
using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

public class CellTextTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("grün", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("語", 2)]
    [InlineData("한글", 4)]
    [InlineData("ＡＢ", 4)]
    [InlineData("🙂", 2)]
    [InlineData("─│█", 3)]
    public void Width_counts_cells(string text, int expected) => Assert.Equal(expected, CellText.WidthOf(text));

    [Theory]
    [InlineData(0x10FF, 1)]
    [InlineData(0x1100, 2)]
    [InlineData(0x115F, 2)]
    [InlineData(0x1160, 1)]
    [InlineData(0x2705, 2)]
    [InlineData(0x2706, 1)]
    [InlineData(0x3FFFD, 2)]
    public void Width_turns_at_the_ends_of_a_block(int value, int expected) => Assert.Equal(expected, CellText.WidthOf(new Rune(value)));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("語語", 3, "語…")]
    [InlineData("a語b", 3, "a…")]
    [InlineData("abc", 1, "a")]
    public void Cut_marks_what_it_cut(string text, int cells, string expected) => Assert.Equal(expected, CellText.Cut(text, cells));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "bcd")]
    [InlineData("a語b", 3, "語b")]
    [InlineData("🙂b", 1, "b")]
    public void Cut_at_the_front_keeps_the_end(string text, int cells, string expected) => Assert.Equal(expected, CellText.CutFront(text, cells));
}
