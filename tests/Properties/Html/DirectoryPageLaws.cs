using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Html;

namespace HiPerf.Properties.Html;

/// <summary>What holds of a directory's page whatever names, texts and URLs a peer sends.</summary>
public sealed partial class DirectoryPageLaws
{
    private static readonly Arbitrary<byte[]> s_octets = Arb.From(
        from pieces in Gen.Frequency(
            (6, Gen.Choose(0, 0xFF).Select(octet => new[] { (byte)octet })),
            (4, Gen.Choose(0x20, 0x7E).Select(octet => new[] { (byte)octet })),
            (3, Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid).Select(point => Encoding.UTF8.GetBytes(new Rune(point).ToString()))),
            (3, Gen.Elements(
                "<script>", "</td>", "\">", "'", "&lt;", "&", "--><!--", "]]>", "javascript:", "http://", "GOPHER://", "//", "..", ".", "/", "\\", "%2e", "%", "\0", "\r\n", "\u202E", "\uFEFF", "\uFFFE")
                .Select(Encoding.UTF8.GetBytes))).ListOf()
        select pieces.SelectMany(piece => piece).ToArray());

    [Fact]
    public void Name_of_any_octets_is_text_and_leads_to_itself() => Law.Holds(3000, s_octets, octets =>
    {
        string row = Row(octets, HtmlLink.ToFile(new HtmlText(octets)));
        string text = Encoding.UTF8.GetString(octets);
        string href = Cell(row, text);
        if (text is "" or "." or "..")
        {
            Assert.Equal("", href);
            return;
        }

        // The name comes back, and is one segment below the page, whatever reads the reference.
        Assert.StartsWith("./", href, StringComparison.Ordinal);
        byte[] decoded = new byte[href.Length];
        Assert.True(PercentEncoding.Decode(Encoding.ASCII.GetBytes(href[2..]), decoded, out int length).IsDone);
        Assert.Equal(octets, decoded.AsSpan(0, length).ToArray());
        string resolved = new Uri(new Uri("http://h/d/"), href).AbsoluteUri;
        Assert.StartsWith("http://h/d/", resolved, StringComparison.Ordinal);
        Assert.DoesNotContain('/', resolved["http://h/d/".Length..]);
    });

    [Fact]
    public void Url_of_any_octets_leads_to_a_scheme_that_may_be_followed_or_nowhere() => Law.Holds(3000, s_octets, Arb.From(Gen.Elements("", "http://", "gopher://h/", "javascript:")), (octets, prefix) =>
    {
        byte[] url = [.. Encoding.ASCII.GetBytes(prefix), .. octets];
        string href = Cell(Row(octets, HtmlLink.ToUrl(new HtmlText(url))), Encoding.UTF8.GetString(octets));
        Assert.Matches("^((https?|ftps?|gophers?)://[!-~]*)?$", href.ToLowerInvariant());
        Assert.True(prefix is not ("http://" or "gopher://h/") || href.StartsWith(prefix, StringComparison.Ordinal));
    });

    [Fact]
    public void Characters_are_written_as_their_octets_are() => Law.Holds(2000, s_octets, octets =>
    {
        string text = Encoding.UTF8.GetString(octets);
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry { Name = new HtmlText(text), Link = HtmlLink.ToFolder(new HtmlText(text)) });
        byte[] same = Encoding.UTF8.GetBytes(text);
        Assert.Equal(Row(same, HtmlLink.ToFolder(new HtmlText(same))), Encoding.UTF8.GetString(output.WrittenSpan));
    });

    [Fact]
    public void Title_and_lines_hold_no_markup()
    {
        string[] tags = PageTags("plain"u8.ToArray());
        Law.Holds(1000, s_octets, octets => Assert.Equal(tags, PageTags(octets)));
    }

    // The tags but for the base's, each `<` and `>` being part of one.
    private static string[] PageTags(byte[] text)
    {
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteStart(output, new HtmlText(text), default, new HtmlText([.. "http://h/"u8, .. text]));
        DirectoryPageWriter.WriteInformation(output, new HtmlText(text));
        DirectoryPageWriter.WriteError(output, new HtmlText(text));
        DirectoryPageWriter.WriteEnd(output);
        string page = Encoding.UTF8.GetString(output.WrittenSpan);
        string[] tags = [.. Tags().Matches(page).Select(match => match.Value)];
        Assert.Equal((tags.Length, tags.Length), (page.Count(c => c == '<'), page.Count(c => c == '>')));
        Assert.Matches("^<base href=\"http://h/[!-~]*\">$", Assert.Single(tags, tag => tag.StartsWith("<base", StringComparison.Ordinal)));
        return [.. tags.Where(tag => !tag.StartsWith("<base", StringComparison.Ordinal))];
    }

    private static string Row(byte[] name, HtmlLink link)
    {
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry { Name = new HtmlText(name), Link = link });
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    // Answers the link as a browser would read it, empty for none, after the text was held against the name.
    private static string Cell(string row, string name)
    {
        Match match = Shape().Match(row);
        Assert.True(match.Success, row);
        string shown = match.Groups["text"].Value;
        Assert.DoesNotContain(shown, c => char.IsControl(c));
        Assert.Equal(name.Length == 0 ? "…" : Visible(name), WebUtility.HtmlDecode(shown));
        return WebUtility.HtmlDecode(match.Groups["href"].Value);
    }

    private static string Visible(string name) => string.Concat(name.EnumerateRunes().Select(rune => rune.Value switch
    {
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7F => "\u2421",
        < 0xA0 and >= 0x80 => "\uFFFD",
        0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xFDD0 and <= 0xFDEF) => "\uFFFD",
        _ => (rune.Value & 0xFFFF) >= 0xFFFE ? "\uFFFD" : rune.ToString(),
    }));

    [GeneratedRegex("""^<tr><td>file</td><td>(<a href="(?<href>[^"<> ]*)">)?(?<text>([^<>"'&]|&(amp|lt|gt|quot|#39);)*)(</a>)?</td><td></td><td></td></tr>\n$""")]
    private static partial Regex Shape();

    [GeneratedRegex("<[!/a-z][^<>]*>")]
    private static partial Regex Tags();
}
