using HiPerf.Html;

namespace HiPerf.Core.Tests.Html;

public class HtmlEscapeTests
{
    /// <summary>Names that a peer may send, and how they are shown.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "plain name.txt", "plain name.txt" },
        { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
        { "\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;" },
        { "' onmouseover='alert(1)", "&#39; onmouseover=&#39;alert(1)" },
        { "&lt;&#60;&amp", "&amp;lt;&amp;#60;&amp;amp" },
        { "--><!--", "--&gt;&lt;!--" },
        { "</td></table></style></title>", "&lt;/td&gt;&lt;/table&gt;&lt;/style&gt;&lt;/title&gt;" },
        { "a\0b\tc\r\nd\u001B[31me\u007F", "a␀b␉c␍␊d␛[31me␡" },
        { "a\u0085b\u009Bc", "a\uFFFDb\uFFFDc" },
        { "evil\u202Etxt.exe", "evil\uFFFDtxt.exe" },
        { "\u061C\u200E\u200F\u2028\u2029\u202A\u2066\u2069\u206F\uFEFF\uFFF9", new string('\uFFFD', 11) },
        { "\uFFFE\uFFFF\uFDD0\uFDEF\U0001FFFE\U0010FFFF", new string('\uFFFD', 6) },
        { "ü שלום é می\u200Cخواهم 👩\u200D💻", "ü שלום é می\u200Cخواهم 👩\u200D💻" },
        { "a  b  ", "a  b  " },
    };

    [Theory, MemberData(nameof(Names))]
    public void Text_is_text_as_characters_and_as_octets(string name, string shown)
    {
        Assert.Equal($"<tr><td>file</td><td>{shown}</td><td></td><td></td></tr>\n", DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText(name) }));
        byte[] octets = System.Text.Encoding.UTF8.GetBytes(name);
        Assert.Equal($"<tr><td>file</td><td>{shown}</td><td></td><td></td></tr>\n", DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText(octets) }));
    }

    [Theory]
    [InlineData("a\\xFFb", "a\uFFFDb")]
    [InlineData("\\xC0\\xBCscript>", "\uFFFD\uFFFDscript&gt;")]
    [InlineData("\\xE2\\x82", "\uFFFD")]
    [InlineData("\\xE2<\\x82", "\uFFFD&lt;\uFFFD")]
    [InlineData("\\xED\\xA0\\x80", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("\\xF4\\x90\\x80\\x80", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    public void What_is_no_UTF8_is_replaced(string octets, string shown)
    {
        byte[] name = [.. System.Text.RegularExpressions.Regex.Matches(octets, @"\\x(..)|.").Select(m => m.Groups[1].Success ? Convert.ToByte(m.Groups[1].Value, 16) : (byte)m.Value[0])];
        Assert.Contains($"<td>{shown}</td>", DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText(name) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Surrogate_alone_is_replaced()
    {
        Assert.Contains("<td>a\uFFFDb</td>", DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText("a\uD800b") }), StringComparison.Ordinal);
        Assert.Contains("<td>\uFFFD\uFFFD</td>", DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText("\uDC00\uD800") }), StringComparison.Ordinal);
    }
}
