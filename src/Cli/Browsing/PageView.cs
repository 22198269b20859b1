namespace HiPerf.Cli.Browsing;

/// <summary>A page as it is looked at: what part is on the screen, and which entry is selected.</summary>
internal sealed class PageView
{
    private PageLayout _layout;
    private int _found = -1;
    private bool _isFitted;

    /// <summary>Looks at a page from its beginning.</summary>
    public PageView(Page page)
    {
        Page = page;
        _layout = new PageLayout(page, columns: 80);
    }

    /// <summary>The page.</summary>
    public Page Page { get; }

    /// <summary>The rows for the present width.</summary>
    public PageLayout Layout => _layout;

    /// <summary>The first row on the screen.</summary>
    public int Top { get; private set; }

    /// <summary>The selected line, always on the screen; −1 when none there can be followed.</summary>
    public int Selected { get; private set; } = -1;

    /// <summary>The link of the selected line.</summary>
    public PageLink? Link => Selected < 0 ? null : Page.Lines[Selected].Link;

    /// <summary>Rows of the screen that show the page.</summary>
    public int Height { get; private set; } = 1;

    private int Count => _layout.Rows.Count;

    private int MaxTop => Math.Max(0, Count - Height);

    private int Bottom => Math.Min(Count, Top + Height) - 1;

    /// <summary>Takes the size of the screen; what was on top stays there.</summary>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="height">Rows for the page.</param>
    public void Fit(int columns, int height)
    {
        if (_isFitted && columns == _layout.Columns && height == Height)
        {
            return;
        }

        int line = Count == 0 ? -1 : _layout.Rows[Top].Line;
        if (columns != _layout.Columns)
        {
            _layout = new PageLayout(Page, columns);
        }

        _isFitted = true;
        Height = Math.Max(1, height);
        Top = line < 0 ? 0 : Math.Min(MaxTop, _layout.FirstRow(line));
        if (Selected >= 0 && !IsVisible(Selected))
        {
            Top = Math.Min(MaxTop, _layout.FirstRow(Selected));
        }

        SelectVisible();
    }

    /// <summary>Goes to the next entry, or on by a row where none is near.</summary>
    public void Down()
    {
        int next = Next(Selected >= 0 ? Selected : FirstVisibleLine() - 1, 1);
        if (next < 0 || !IsVisible(next))
        {
            Scroll(Top + 1);
        }

        SelectIfVisible(next);
    }

    /// <summary>Goes to the entry before, or back by a row where none is near.</summary>
    public void Up()
    {
        int next = Next(Selected >= 0 ? Selected : LastVisibleLine() + 1, -1);
        if (next < 0 || !IsVisible(next))
        {
            Scroll(Top - 1);
        }

        SelectIfVisible(next);
    }

    /// <summary>Goes on by a screen.</summary>
    public void PageDown()
    {
        if (Top == MaxTop)
        {
            End();
            return;
        }

        Scroll(Top + Height);
        SelectIfVisible(Next(FirstVisibleLine() - 1, 1));
    }

    /// <summary>Goes back by a screen.</summary>
    public void PageUp()
    {
        Scroll(Top - Height);
        SelectIfVisible(Next(FirstVisibleLine() - 1, 1));
    }

    /// <summary>Goes to the beginning.</summary>
    public void Home()
    {
        Scroll(0);
        SelectIfVisible(Next(-1, 1));
    }

    /// <summary>Goes to the end.</summary>
    public void End()
    {
        Scroll(MaxTop);
        SelectIfVisible(Next(Page.Lines.Count, -1));
    }

    /// <summary>Goes to the next line that holds some words, whatever their case; from the end on at the beginning.</summary>
    /// <param name="words">What is looked for.</param>
    /// <param name="isAgain">Whether to look behind the line that was found last.</param>
    /// <returns>False when no line holds them.</returns>
    public bool Find(string words, bool isAgain)
    {
        int count = Page.Lines.Count;
        int start = isAgain && _found >= 0 ? _found + 1 : Selected >= 0 ? Selected : FirstVisibleLine();
        for (int i = 0; i < count; i++)
        {
            int line = (start + i) % count;
            if (Page.Lines[line].Text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                _found = line;
                if (!IsVisible(line))
                {
                    Scroll(_layout.FirstRow(line));
                }

                SelectIfVisible(Page.Lines[line].Link is null ? -1 : line);
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to where another view of the page stood: a page that was loaded anew.</summary>
    public void Follow(PageView other)
    {
        Fit(other._layout.Columns, other.Height);
        Scroll(other.Top);
        SelectIfVisible(other.Selected >= 0 && other.Selected < Page.Lines.Count && Page.Lines[other.Selected].Link is not null ? other.Selected : -1);
    }

    private bool IsVisible(int line) => _layout.FirstRow(line) is var row && row >= Top && row <= Bottom;

    private int FirstVisibleLine() => Count == 0 ? 0 : _layout.Rows[Top].Line;

    private int LastVisibleLine() => Count == 0 ? -1 : _layout.Rows[Bottom].Line;

    private void Scroll(int top)
    {
        Top = Math.Clamp(top, 0, MaxTop);
        SelectVisible();
    }

    private void SelectIfVisible(int line)
    {
        if (line >= 0 && IsVisible(line))
        {
            Selected = line;
        }
    }

    private void SelectVisible()
    {
        if (Selected < 0 || !IsVisible(Selected))
        {
            Selected = -1;
            SelectIfVisible(Next(FirstVisibleLine() - 1, 1));
        }
    }

    private int Next(int line, int step)
    {
        for (int i = line + step; i >= 0 && i < Page.Lines.Count; i += step)
        {
            if (Page.Lines[i].Link is not null)
            {
                return i;
            }
        }

        return -1;
    }
}
