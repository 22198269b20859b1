using System.Text;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>Makes lines of what peers send: bounded in number and length, tabs expanded, controls escaped.</summary>
internal static class PageText
{
    private const int TabStop = 8;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes a line harmless, and no longer than it may be.</summary>
    public static string Clean(string line)
    {
        bool isLong = line.Length > PageLimits.MaxLineLength;
        string kept = isLong ? line[..(char.IsHighSurrogate(line[PageLimits.MaxLineLength - 1]) ? PageLimits.MaxLineLength - 1 : PageLimits.MaxLineLength)] : line;
        string expanded = Expand(TerminalText.EscapeLine(kept));
        return isLong ? expanded + "…" : expanded;
    }

    /// <summary>Splits a text into lines.</summary>
    /// <param name="text">CRLF and LF end a line.</param>
    /// <param name="isCut">Whether there are more lines than a page may have.</param>
    public static IReadOnlyList<PageLine> Lines(string text, out bool isCut)
    {
        List<PageLine> lines = [];
        int start = 0;
        while (start < text.Length && lines.Count < PageLimits.MaxLines)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end + 1;
            int length = (end < 0 ? text.Length : end) - start;
            lines.Add(new PageLine(length > 0 && text[start + length - 1] == '\r' ? text.Substring(start, length - 1) : text.Substring(start, length)));
            start = next;
        }

        isCut = start < text.Length;
        return lines;
    }

    /// <summary>Reads octets as UTF-8, or as ISO-8859-1 where they are none.</summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        ReadOnlySpan<byte> content = octets.StartsWith("\uFEFF"u8) ? octets[3..] : octets;
        try
        {
            return s_strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    private static string Expand(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line;
        }

        var text = new StringBuilder(line.Length + 32);
        int cells = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            int width = rune.Value == '\t' ? TabStop - (cells % TabStop) : CellText.WidthOf(rune);
            _ = rune.Value == '\t' ? text.Append(' ', width) : text.Append(rune.ToString());
            cells += width;
        }

        return text.ToString();
    }
}
