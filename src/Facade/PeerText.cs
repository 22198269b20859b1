using System.Globalization;
using System.Text;

namespace HiPerf;

/// <summary>What a peer wrote, made fit for a message.</summary>
internal static class PeerText
{
    private const int MostShown = 400;

    /// <summary>A text for a message: one line, nothing that moves a terminal, not without end.</summary>
    public static string Shown(string text, int most = MostShown)
    {
        var shown = new StringBuilder(Math.Min(text.Length, most) + 8);
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, most)))
        {
            _ = character == '\n' ? shown.Append(" / ")
                : char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format
                    ? shown.Append('\\').Append('u').Append(((int)character).ToString("x4", CultureInfo.InvariantCulture))
                    : shown.Append(character);
        }

        return (text.Length > most ? shown.Append('…') : shown).ToString();
    }
}
