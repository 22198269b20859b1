namespace HiPerf.Cli.Browsing;

/// <summary>The rows that the lines of a page take in a width: a line that is too wide goes on in the next row.</summary>
internal sealed class PageLayout
{
    /// <summary>Cells before a line of a page with entries: the mark of the selected one, and the tag.</summary>
    public const int TagCells = 7;

    // Narrower, rows are cut by the screen instead, so that their number stays bounded.
    private const int MinColumns = 20;

    private readonly List<Row> _rows = [];
    private readonly int[] _firstRows;

    /// <summary>Lays a page out.</summary>
    /// <param name="page">The page.</param>
    /// <param name="columns">Cells of the screen.</param>
    public PageLayout(Page page, int columns)
    {
        Columns = columns;
        HasTags = page.Lines.Any(static line => line.Tag.Length > 0);
        int cells = Math.Max(MinColumns, HasTags ? columns - TagCells : columns);
        _firstRows = new int[page.Lines.Count];
        for (int i = 0; i < page.Lines.Count; i++)
        {
            _firstRows[i] = _rows.Count;
            string text = page.Lines[i].Text;
            int start = 0;
            do
            {
                int length = start < text.Length ? CellText.Fit(text, start, cells) : 0;
                _rows.Add(new Row(i, start, length));
                start += length;
            }
            while (start < text.Length);
        }
    }

    /// <summary>The width it was made for.</summary>
    public int Columns { get; }

    /// <summary>Whether lines stand behind a mark and a tag.</summary>
    public bool HasTags { get; }

    /// <summary>All rows, in order.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>The first row of a line.</summary>
    public int FirstRow(int line) => _firstRows[line];

    /// <summary>One row.</summary>
    /// <param name="Line">The line's index.</param>
    /// <param name="Start">Where in its text the row begins.</param>
    /// <param name="Length">Characters of the row.</param>
    internal readonly record struct Row(int Line, int Start, int Length);
}
