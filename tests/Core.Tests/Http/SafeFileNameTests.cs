using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class SafeFileNameTests
{
    [Theory]
    [InlineData("plans.pdf", "plans.pdf")]
    [InlineData("a b c", "a b c")]
    [InlineData("\u00E4\u20AC\U0001F600.txt", "\u00E4\u20AC\U0001F600.txt")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("a/../b", "b")]
    [InlineData("C:autoexec.bat", "C_autoexec.bat")]
    [InlineData("C:\\x", "x")]
    [InlineData("a:stream", "a_stream")]
    [InlineData("a<b>c|d?e*f\"g", "a_b_c_d_e_f_g")]
    [InlineData(".bashrc", "_bashrc")]
    [InlineData("..a", "_.a")]
    [InlineData(" .a", "_a")]
    [InlineData("a.", "a")]
    [InlineData("a. . ", "a")]
    [InlineData("a\r\nb\0c\x7F\u0085", "abc")]
    [InlineData("exe.\u202Etxt", "exe.txt")]
    [InlineData("CON", "_CON")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("conout$ .txt", "_conout$ .txt")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Com1", "_Com1")]
    [InlineData("lpt\u00B9.x", "_lpt\u00B9.x")]
    [InlineData("aux .txt", "_aux .txt")]
    [InlineData("console", "console")]
    [InlineData("com", "com")]
    [InlineData("%2e%2e%2fx", "%2e%2e%2fx")]
    public void One_plain_component_is_made(string name, string expected)
    {
        char[] place = new char[name.Length + 1];
        Assert.True(SafeFileName.TryMake(name, place, out int written));
        Assert.Equal(expected, new string(place, 0, written));
        for (int length = 0; length < written; length++)
        {
            Assert.False(SafeFileName.TryMake(name, place.AsSpan(0, length), out int none));
            Assert.Equal(0, none);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData(" ")]
    [InlineData("a/")]
    [InlineData("a\\..")]
    [InlineData("..\u200E")]
    [InlineData("\r\n\0")]
    [InlineData(". .")]
    [InlineData("?*")]
    public void Nothing_is_made_of_nothing(string name)
    {
        Assert.False(SafeFileName.TryMake(name, new char[100], out int written));
        Assert.Equal(0, written);
    }

    // Not as data of a theory: what carries it between processes makes U+FFFD of it.
    [Fact]
    public void Half_a_surrogate_pair_is_dropped()
    {
        char[] place = new char[10];
        Assert.True(SafeFileName.TryMake("a\uD800b\uDC00", place, out int written));
        Assert.Equal("ab", new string(place, 0, written));
        Assert.False(SafeFileName.TryMake("\uD800", place, out _));
    }

    [Fact]
    public void Longest_name_fills_its_limit_and_no_more()
    {
        char[] place = new char[300];
        Assert.True(SafeFileName.TryMake(new string('a', 255), place, out _));
        Assert.False(SafeFileName.TryMake(new string('a', 256), place, out _));
        Assert.True(SafeFileName.TryMake(new string('\u20AC', 85), place, out _));
        Assert.False(SafeFileName.TryMake(new string('\u20AC', 85) + "a", place, out _));
    }

    [Fact]
    public void Every_character_is_made_safe_or_dropped()
    {
        char[] place = new char[10];
        for (int c = 0; c <= char.MaxValue; c++)
        {
            Assert.True(SafeFileName.TryMake("a" + (char)c + "b", place, out int written));
            string made = new(place, 0, written);
            Assert.DoesNotContain(made, character => character is '/' or '\\' or ':' or '\0' || char.IsControl(character) || char.IsSurrogate(character));
            Assert.InRange(made.Length, 1, 3);
        }
    }
}
