using System.Globalization;
using System.Text;

namespace HiPerf.Cli.Browsing;

/// <summary>Draws frames on a terminal's other screen, so that what stood there before is back at the end.</summary>
/// <remarks>Each row is placed by itself and never wraps: whatever a terminal makes of a character, no row touches another. ECMA-48.</remarks>
/// <param name="output">The terminal.</param>
/// <param name="usesColour">Whether colour may be used.</param>
internal sealed class AnsiScreen(Stream output, bool usesColour)
{
    private readonly Lock _gate = new();

    /// <summary>Goes to the other screen.</summary>
    public void Enter() => Write("\e[?1049h\e[?7l\e[?25l");

    /// <summary>Goes back to the screen that was.</summary>
    public void Leave() => Write("\e[0m\e[?7h\e[?25h\e[?1049l");

    /// <summary>Draws a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">Cells of a row.</param>
    public void Show(Frame frame, int columns)
    {
        var text = new StringBuilder("\e[?25l", frame.Rows.Count * (columns + 16));
        for (int i = 0; i < frame.Rows.Count; i++)
        {
            FrameRow row = frame.Rows[i];
            _ = text.Append(CultureInfo.InvariantCulture, $"\e[{i + 1};1H\e[0;{Attributes(row.Style)}m");
            AppendHarmless(text, row.Text);
            if (row.Style == FrameStyle.Title)
            {
                _ = text.Append(' ', Math.Max(0, columns - CellText.WidthOf(row.Text)));
            }

            _ = text.Append("\e[0m\e[K");
        }

        if (frame.CursorColumn is { } column)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\e[{frame.Rows.Count};{column + 1}H\e[?25h");
        }

        Write(text.ToString());
    }

    // Text is harmless long before; here is the last place where it can be seen to.
    private static void AppendHarmless(StringBuilder text, string row)
    {
        foreach (char character in row)
        {
            _ = text.Append(char.IsControl(character) ? '\uFFFD' : character);
        }
    }

    private string Attributes(FrameStyle style) => style switch
    {
        FrameStyle.Title => usesColour ? "1;7" : "7",
        FrameStyle.Selected => "7",
        FrameStyle.Error => usesColour ? "1;31" : "1",
        _ => "0",
    };

    private void Write(string text)
    {
        lock (_gate)
        {
            output.Write(Encoding.UTF8.GetBytes(text));
            output.Flush();
        }
    }
}
