using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HiPerf.Core.Tests.Ftp;
using HiPerf.Html;

namespace HiPerf.Core.Tests.Html;

public class DirectoryPageWriterTests
{
    private static readonly DateTime s_time = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Page_is_the_written_one()
    {
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteStart(output, new HtmlText("ftp://h/a b/"), HtmlLink.Parent, new HtmlText("ftp://h/a%20b/"));
        DirectoryPageWriter.WriteInformation(output, new HtmlText("  /\\_/\\  "u8));
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
        {
            Name = new HtmlText("docs"),
            Link = HtmlLink.ToFolder(new HtmlText("docs")),
            Kind = DirectoryPageKind.Directory,
            Modified = s_time,
            Precision = DirectoryPagePrecision.Day,
        });
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
        {
            Name = new HtmlText("a&b.txt"u8),
            Link = HtmlLink.ToFile(new HtmlText("a&b.txt"u8)),
            Size = long.MaxValue,
            Modified = s_time,
        });
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
        {
            Name = new HtmlText("Find"u8),
            Link = HtmlLink.ToUrl(new HtmlText("gopher://h:70/7/find?a&b"u8)),
            Kind = DirectoryPageKind.Search,
            Size = 0,
        });
        DirectoryPageWriter.WriteError(output, new HtmlText("The menu was cut short."));
        DirectoryPageWriter.WriteEnd(output);

        Assert.Equal(
            """
            <!DOCTYPE html>
            <html lang="">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-STYLE'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width">
            <base href="ftp://h/a%20b/">
            <title>ftp://h/a b/</title>
            <style></style>
            </head>
            <body>
            <h1>ftp://h/a b/</h1>
            <table>
            <thead lang="en">
            <tr><th scope="col">Type</th><th scope="col">Name</th><th scope="col">Size</th><th scope="col">Modified (UTC)</th></tr>
            </thead>
            <tbody>
            <tr><td>directory</td><td><a href="../">../</a></td><td></td><td></td></tr>
            <tr><td class="i" colspan="4">  /\_/\  </td></tr>
            <tr><td>directory</td><td><a href="./docs/">docs/</a></td><td></td><td>2020-01-02</td></tr>
            <tr><td>file</td><td><a href="./a%26b.txt">a&amp;b.txt</a></td><td>9223372036854775807</td><td>2020-01-02 03:04:05</td></tr>
            <tr><td>search</td><td><a href="gopher://h:70/7/find?a&amp;b">Find</a></td><td>0</td><td></td></tr>
            <tr><td class="e" colspan="4">The menu was cut short.</td></tr>
            </tbody>
            </table>
            </body>
            </html>

            """,
            Regex.Replace(Regex.Replace(Page(output), "<style>.*</style>", "<style></style>"), "sha256-[^']+", "sha256-STYLE"));
    }

    [Fact]
    public void Style_is_the_one_the_policy_allows()
    {
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteStart(output, new HtmlText("x"));
        string page = Page(output);
        string style = Regex.Match(page, "<style>(.*)</style>").Groups[1].Value;
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))), Regex.Match(page, "style-src 'sha256-([^']+)'").Groups[1].Value);
    }

    [Theory]
    [InlineData(DirectoryPageKind.File, "file")]
    [InlineData(DirectoryPageKind.Directory, "directory")]
    [InlineData(DirectoryPageKind.Link, "link")]
    [InlineData(DirectoryPageKind.Search, "search")]
    [InlineData(DirectoryPageKind.Other, "other")]
    public void Kind_is_told(DirectoryPageKind kind, string word) =>
        Assert.Equal($"<tr><td>{word}</td><td>a</td><td></td><td></td></tr>\n", Row(new DirectoryPageEntry { Name = new HtmlText("a"), Kind = kind, Size = -1 }));

    [Theory]
    [InlineData(DirectoryPagePrecision.Second, "2020-01-02 03:04:05")]
    [InlineData(DirectoryPagePrecision.Minute, "2020-01-02 03:04")]
    [InlineData(DirectoryPagePrecision.Day, "2020-01-02")]
    public void Time_is_shown_as_far_as_it_is_known(DirectoryPagePrecision precision, string text) =>
        Assert.Contains($"<td>{text}</td>", Row(new DirectoryPageEntry { Name = new HtmlText("a"), Modified = s_time, Precision = precision }), StringComparison.Ordinal);

    [Fact]
    public void Empty_names_and_titles_are_shown()
    {
        Assert.Contains("<a href=\"./a\">…</a>", Row(new DirectoryPageEntry { Link = HtmlLink.ToFile(new HtmlText("a")) }), StringComparison.Ordinal);
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteStart(output, default);
        Assert.Contains("<title>/</title>", Page(output), StringComparison.Ordinal);
        Assert.DoesNotContain("../", Page(output), StringComparison.Ordinal);
        Assert.DoesNotContain("<base", Page(output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative/")]
    [InlineData("http:/x")]
    public void Base_of_another_kind_throws_before_anything_is_written(string url)
    {
        var output = new ArrayBufferWriter<byte>();
        _ = Assert.Throws<ArgumentException>(() => DirectoryPageWriter.WriteStart(output, new HtmlText("a"), default, new HtmlText(url)));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void No_output_throws() => Assert.Throws<ArgumentNullException>(() => DirectoryPageWriter.WriteEnd(null!));

    [Fact]
    public void Row_longer_than_the_writers_spans_is_whole()
    {
        string name = string.Concat(Enumerable.Repeat("a<ü😀", 1000));
        string row = Row(new DirectoryPageEntry { Name = new HtmlText(name), Link = HtmlLink.ToFile(new HtmlText(name)) }, new ShortSpans());
        string href = string.Concat(Enumerable.Repeat("a%3C%C3%BC%F0%9F%98%80", 1000));
        Assert.Equal($"<tr><td>file</td><td><a href=\"./{href}\">{name.Replace("<", "&lt;", StringComparison.Ordinal)}</a></td><td></td><td></td></tr>\n", row);
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_written()
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        FtpAllocation.IsNone(() =>
        {
            output.ResetWrittenCount();
            var text = new HtmlText("<a>\u202E\uD800ü&");
            var octets = new HtmlText("\u0000<a>\xFFü&"u8);
            DirectoryPageWriter.WriteStart(output, text, HtmlLink.Parent, new HtmlText("http://h/"));
            DirectoryPageWriter.WriteInformation(output, octets);
            DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry { Name = octets, Link = HtmlLink.ToFile(text), Size = 12, Modified = s_time });
            DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry { Name = text, Link = HtmlLink.ToUrl(new HtmlText("http://h/<a>"u8)), Modified = s_time, Precision = DirectoryPagePrecision.Day });
            DirectoryPageWriter.WriteError(output, text);
            DirectoryPageWriter.WriteEnd(output);
            return output.WrittenCount > 0;
        });
    }

    internal static string Row(DirectoryPageEntry entry, IBufferWriter<byte>? output = null)
    {
        var page = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteEntry(output ?? page, entry);
        return output is ShortSpans pieces ? Encoding.UTF8.GetString([.. pieces.Octets]) : Page(page);
    }

    private static string Page(ArrayBufferWriter<byte> output) => Encoding.UTF8.GetString(output.WrittenSpan);

    // Hands out exactly what was asked for, as a pipe near the end of its segment does.
    private sealed class ShortSpans : IBufferWriter<byte>
    {
        private byte[] _piece = [];

        public List<byte> Octets { get; } = [];

        public void Advance(int count) => Octets.AddRange(_piece.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => _piece = new byte[Math.Max(sizeHint, 1)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
