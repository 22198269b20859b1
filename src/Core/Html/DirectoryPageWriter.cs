// One HTML page for every kind of directory: a folder, an FTP listing, a Gopher menu. It is written row by row as entries come, holds no script, fetches
// nothing, and is the same whatever names a peer sends: they are text in it and nothing else. The policy in its head says so to the browser too, by the
// hash of its one style (CSP3 section 2.3.1), which a test computes anew.

using System.Buffers;
using System.Globalization;

namespace HiPerf.Html;

/// <summary>Writes the page of a directory: its start, a row an entry, lines of information and errors, its end.</summary>
/// <remarks>
/// <para>Texts are escaped: <c>&amp; &lt; &gt; " '</c> become references, control characters their pictures, what is no UTF-8, turns the direction of text or is no character U+FFFD.
/// Links are percent-encoded names of the folder, or URLs of schemes that may be followed (<see cref="HtmlLink"/>).</para>
/// <para>Nothing is collected or allocated: each call writes whole rows into the buffer writer. A page without its end is recognizable as one that was cut short.</para>
/// </remarks>
public static class DirectoryPageWriter
{
    /// <summary>The Content-Type of the page.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>Writes the start: head, heading, and the row of the folder above where there is one.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="title">Title and heading; an empty one is written <c>/</c>.</param>
    /// <param name="parent">Where the folder above is had; nowhere leaves the row out.</param>
    /// <param name="baseUrl">Where relative links begin: an absolute URL, http, https, ftp, ftps, gopher, gophers or file. Empty: at the page itself. Say no password in it.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is none of these.</exception>
    public static void WriteStart(IBufferWriter<byte> output, HtmlText title, HtmlLink parent = default, HtmlText baseUrl = default)
    {
        if (!baseUrl.IsEmpty && !HtmlHref.MayBeBase(in baseUrl))
        {
            HtmlMisuse.BadBase();
        }

        HtmlText heading = title.IsEmpty ? new HtmlText("/"u8) : title;
        var page = new HtmlOutput(output);
        page.Append(DirectoryPageParts.Head);
        if (!baseUrl.IsEmpty)
        {
            page.Append("<base href=\""u8);
            HtmlHref.WriteUrl(ref page, in baseUrl);
            page.Append("\">\n"u8);
        }

        page.Append("<title>"u8);
        HtmlEscape.Write(ref page, in heading);
        page.Append("</title>\n<style>"u8);
        page.Append(DirectoryPageParts.Style);
        page.Append("</style>\n</head>\n<body>\n<h1>"u8);
        HtmlEscape.Write(ref page, in heading);
        page.Append(DirectoryPageParts.TableStart);
        if (parent.LeadsSomewhere)
        {
            page.Append("<tr><td>directory</td><td><a href=\""u8);
            parent.Write(ref page);
            page.Append("\">../</a></td><td></td><td></td></tr>\n"u8);
        }

        page.Complete();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="entry">What it says.</param>
    public static void WriteEntry(IBufferWriter<byte> output, in DirectoryPageEntry entry)
    {
        var page = new HtmlOutput(output);
        page.Append(DirectoryPageParts.RowStart(entry.Kind));
        if (entry.Link.LeadsSomewhere)
        {
            page.Append("<a href=\""u8);
            entry.Link.Write(ref page);
            page.Append("\">"u8);
        }

        HtmlText name = entry.Name.IsEmpty ? new HtmlText("…"u8) : entry.Name;
        HtmlEscape.Write(ref page, in name);
        page.Append(entry.Link.IsFolder ? "/"u8 : default);
        page.Append(entry.Link.LeadsSomewhere ? "</a></td><td>"u8 : "</td><td>"u8);
        if (entry.Size is >= 0 and var size)
        {
            page.Append(size);
        }

        page.Append("</td><td>"u8);
        WriteTime(ref page, in entry);
        page.Append("</td></tr>\n"u8);
        page.Complete();
    }

    /// <summary>Writes a line of information over the whole width; its spaces stay, for there are drawings of characters.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="text">May be empty.</param>
    public static void WriteInformation(IBufferWriter<byte> output, HtmlText text) => WriteLine(output, "<tr><td class=\"i\" colspan=\"4\">"u8, in text);

    /// <summary>Writes an error over the whole width: what a peer said went wrong, or what is missing of the directory.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="text">May be empty.</param>
    public static void WriteError(IBufferWriter<byte> output, HtmlText text) => WriteLine(output, "<tr><td class=\"e\" colspan=\"4\">"u8, in text);

    /// <summary>Writes the end.</summary>
    /// <param name="output">Takes it.</param>
    public static void WriteEnd(IBufferWriter<byte> output)
    {
        var page = new HtmlOutput(output);
        page.Append("</tbody>\n</table>\n</body>\n</html>\n"u8);
        page.Complete();
    }

    private static void WriteLine(IBufferWriter<byte> output, ReadOnlySpan<byte> start, in HtmlText text)
    {
        var page = new HtmlOutput(output);
        page.Append(start);
        HtmlEscape.Write(ref page, in text);
        page.Append("</td></tr>\n"u8);
        page.Complete();
    }

    private static void WriteTime(ref HtmlOutput page, in DirectoryPageEntry entry)
    {
        if (entry.Modified is not { } time)
        {
            return;
        }

        Span<byte> text = stackalloc byte[32];
        _ = time.TryFormat(text, out int written, entry.Precision switch
        {
            DirectoryPagePrecision.Day => "yyyy-MM-dd",
            DirectoryPagePrecision.Minute => "yyyy-MM-dd HH:mm",
            _ => "yyyy-MM-dd HH:mm:ss",
        }, CultureInfo.InvariantCulture);
        page.Append(text[..written]);
    }
}
