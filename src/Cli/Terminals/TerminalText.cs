using System.Globalization;
using System.Text;

namespace HiPerf.Cli.Terminals;

/// <summary>Makes text that came from a peer harmless on a terminal.</summary>
/// <remarks>Control characters (C0, DEL, C1), line separators, formatting characters that reorder or hide text, and half surrogate pairs become
/// <c>\xHH</c> or <c>\u{H…}</c>; a backslash is doubled, so that the result is unambiguous. Everything else stays.</remarks>
internal static class TerminalText
{
    /// <summary>Escapes text that stands in a line of ours; the result can be read back.</summary>
    public static string Escape(string text) => Escape(text, keepsText: false);

    /// <summary>Escapes a line of content that is shown as it is: tabs and backslashes stay.</summary>
    public static string EscapeLine(string line) => Escape(line, keepsText: true);

    private static string Escape(string text, bool keepsText)
    {
        StringBuilder? escaped = null;
        int kept = 0;
        for (int i = 0; i < text.Length;)
        {
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            if (whole && ((keepsText && rune.Value is '\t' or '\\') || !IsHarmful(rune)))
            {
                i += length;
                continue;
            }

            escaped ??= new StringBuilder(text.Length + 16);
            _ = escaped.Append(text, kept, i - kept).Append(Escaped(whole ? rune.Value : text[i]));
            i += length;
            kept = i;
        }

        return escaped is null ? text : escaped.Append(text, kept, text.Length - kept).ToString();
    }

    private static bool IsHarmful(Rune rune) => rune.Value == '\\' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Escaped(int value) => value switch
    {
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{value:X2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{{{value:X}}}"),
    };
}
