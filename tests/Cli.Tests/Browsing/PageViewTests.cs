using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

public class PageViewTests
{
    [Fact]
    public void Down_goes_from_entry_to_entry_and_scrolls_to_those_below()
    {
        PageView view = Fitted(height: 3, "text", "*a", "text", "text", "text", "*b");
        Assert.Equal(1, view.Selected);
        view.Down();
        Assert.Equal((1, 1), (view.Top, view.Selected));
        view.Down();
        Assert.Equal((2, -1), (view.Top, view.Selected));
        view.Down();
        Assert.Equal((3, 5), (view.Top, view.Selected));
        view.Down();
        Assert.Equal((3, 5), (view.Top, view.Selected));
    }

    [Fact]
    public void Up_goes_back_the_same_way()
    {
        PageView view = Fitted(height: 3, "text", "*a", "text", "text", "text", "*b");
        view.End();
        Assert.Equal((3, 5), (view.Top, view.Selected));
        view.Up();
        Assert.Equal((2, -1), (view.Top, view.Selected));
        view.Up();
        Assert.Equal((1, 1), (view.Top, view.Selected));
        view.Up();
        Assert.Equal((0, 1), (view.Top, view.Selected));
        view.Up();
        Assert.Equal((0, 1), (view.Top, view.Selected));
    }

    [Fact]
    public void Page_down_and_up_move_by_the_screen_and_end_at_the_ends()
    {
        PageView view = Fitted(height: 4, [.. Enumerable.Range(0, 10).Select(static i => $"*{i}")]);
        view.PageDown();
        Assert.Equal((4, 4), (view.Top, view.Selected));
        view.PageDown();
        Assert.Equal((6, 6), (view.Top, view.Selected));
        view.PageDown();
        Assert.Equal((6, 9), (view.Top, view.Selected));
        view.PageUp();
        Assert.Equal((2, 2), (view.Top, view.Selected));
        view.Home();
        Assert.Equal((0, 0), (view.Top, view.Selected));
    }

    [Fact]
    public void Text_scrolls_by_rows()
    {
        PageView view = Fitted(height: 2, "1", "2", "3");
        view.Down();
        Assert.Equal((1, -1), (view.Top, view.Selected));
        view.Down();
        Assert.Equal(1, view.Top);
        view.Up();
        Assert.Equal(0, view.Top);
    }

    [Fact]
    public void Fit_to_another_size_keeps_the_line_on_top_and_the_entry_in_view()
    {
        PageView view = Fitted(height: 4, [.. Enumerable.Range(0, 10).Select(static i => $"*{i} {new string('x', 40)}")]);
        view.PageDown();
        view.Down();
        view.Fit(columns: 30, height: 4);
        Assert.Equal((4, 5), (view.Layout.Rows[view.Top].Line, view.Selected));
        view.Fit(columns: 80, height: 1);
        Assert.Equal((5, 5), (view.Layout.Rows[view.Top].Line, view.Selected));
    }

    [Fact]
    public void Empty_page_can_be_moved_in()
    {
        PageView view = Fitted(height: 3);
        view.Down();
        view.Up();
        view.PageDown();
        view.PageUp();
        view.End();
        view.Home();
        Assert.Equal((0, -1, null), (view.Top, view.Selected, view.Link));
        Assert.False(view.Find("x", isAgain: true));
    }

    [Fact]
    public void Layout_goes_on_in_the_next_row_and_takes_no_wide_character_apart()
    {
        PageLayout layout = Fitted(height: 3, new string('語', 15) + "ab", string.Empty, "c").Layout;
        Assert.Equal(3, layout.Rows.Count);
        layout = new PageLayout(Made(new string('語', 15) + "ab", string.Empty, "c"), columns: 21);
        Assert.Equal([(0, 0, 10), (0, 10, 7), (1, 0, 0), (2, 0, 1)], layout.Rows.Select(static row => (row.Line, row.Start, row.Length)));
        Assert.Equal(2, layout.FirstRow(1));
    }

    private static PageView Fitted(int height, params string[] lines)
    {
        var view = new PageView(Made(lines));
        view.Fit(columns: 80, height);
        return view;
    }

    private static Page Made(params string[] lines) => new("title",
        [.. lines.Select(static line => line.StartsWith('*') ? new PageLine(line[1..]) { Tag = "MENU", Link = ScriptedPages.Link("x") } : new PageLine(line))]);
}
