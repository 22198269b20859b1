using System.Globalization;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>Draws what is looked at: a title, the rows of the page, a line that tells or asks.</summary>
internal static class FrameMaker
{
    /// <summary>Rows that are not the page's.</summary>
    public const int OtherRows = 2;

    /// <summary>Makes a frame.</summary>
    /// <param name="view">The page, fitted to the screen; null before there is one.</param>
    /// <param name="status">What is told; null tells where the selected entry leads.</param>
    /// <param name="prompt">What is asked; null when nothing is.</param>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="rows">Rows of the screen.</param>
    public static Frame Make(PageView? view, string? status, LinePrompt? prompt, int columns, int rows)
    {
        List<FrameRow> made = [new(view is null ? string.Empty : Title(view, columns), FrameStyle.Title)];
        for (int row = 0; row < rows - OtherRows; row++)
        {
            made.Add(view is not null && view.Top + row < view.Layout.Rows.Count ? PageRow(view, view.Top + row, columns) : new FrameRow(string.Empty, FrameStyle.Plain));
        }

        string last = prompt?.Show(columns) ?? CellText.Cut(status ?? Hint(view), columns);
        made.Add(new FrameRow(last, FrameStyle.Status));
        return new Frame(made, prompt is null ? null : CellText.WidthOf(last));
    }

    private static string Title(PageView view, int columns)
    {
        int count = view.Layout.Rows.Count;
        int end = Math.Min(count, view.Top + view.Height);
        string place = end == count && view.Top == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"  {end}/{count}");
        return CellText.Cut(view.Page.Title, Math.Max(1, columns - place.Length)) + place;
    }

    private static FrameRow PageRow(PageView view, int index, int columns)
    {
        PageLayout.Row row = view.Layout.Rows[index];
        PageLine line = view.Page.Lines[row.Line];
        bool isSelected = row.Line == view.Selected;
        string text = line.Text.Substring(row.Start, row.Length);
        if (view.Layout.HasTags)
        {
            text = $"{(isSelected && row.Start == 0 ? "> " : "  ")}{(row.Start == 0 ? line.Tag : string.Empty),-5}{text}";
        }

        return new FrameRow(CellText.Cut(text, columns), isSelected ? FrameStyle.Selected : line.IsError ? FrameStyle.Error : FrameStyle.Plain);
    }

    private static string Hint(PageView? view) => view?.Link is { } link ? TerminalText.Escape(link.Url.ToString()) : "? help  q quit";
}
