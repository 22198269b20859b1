using System.Globalization;
using System.Text;

namespace HiPerf.Cli.Browsing;

/// <summary>Measures text in cells of a terminal: wide characters take two, combining ones none.</summary>
/// <remarks>Terminals differ in the rare ones; rows are placed one by one and never wrap, so that a wrong guess moves nothing but its own row's end. UAX #11.</remarks>
internal static class CellText
{
    // First and last of each block whose characters are wide: Hangul, the marks and ideographs of East Asia, full-width forms, pictures.
    private static ReadOnlySpan<int> Wide =>
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x2705, 0x2705, 0x270A, 0x270B,
        0x2728, 0x2728, 0x274C, 0x274C, 0x2753, 0x2755, 0x2795, 0x2797, 0x2B1B, 0x2B1C, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18CFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E,
        0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
        0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F567, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D7, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB,
        0x1F90C, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD,
    ];

    /// <summary>Cells of one character: 0, 1 or 2.</summary>
    public static int WidthOf(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        // An odd place: behind a first and before or at its last.
        int place = Wide.BinarySearch(rune.Value);
        return place >= 0 || (~place & 1) == 1 ? 2 : 1;
    }

    /// <summary>Cells of a text.</summary>
    public static int WidthOf(string text)
    {
        int cells = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            cells += WidthOf(rune);
        }

        return cells;
    }

    /// <summary>How many characters from a place on fit into a number of cells; one at least, so that whoever cuts gets on.</summary>
    public static int Fit(string text, int start, int cells)
    {
        int end = start;
        int used = 0;
        foreach (Rune rune in text.AsSpan(start).EnumerateRunes())
        {
            used += WidthOf(rune);
            if (used > cells && end > start)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return end - start;
    }

    /// <summary>Cuts a text that is too wide, and marks the cut.</summary>
    public static string Cut(string text, int cells) =>
        WidthOf(text) <= cells ? text : cells < 2 ? text[..Math.Min(text.Length, Fit(text, 0, 1))] : text[..Fit(text, 0, cells - 1)] + "…";

    /// <summary>Cuts a text at its front: what is typed is read at its end.</summary>
    public static string CutFront(string text, int cells)
    {
        int start = 0;
        while (start < text.Length && WidthOf(text[start..]) > cells)
        {
            start += char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1;
        }

        return text[start..];
    }
}
