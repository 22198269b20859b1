using System.Globalization;
using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

public class HistoryTests
{
    private readonly History _history = new();

    [Fact]
    public void Visit_forgets_what_lay_ahead()
    {
        Visit("a", "b", "c");
        Assert.True(_history.Back());
        Assert.True(_history.Back());
        Visit("d");
        Assert.Equal("d", _history.Current?.Page.Title);
        Assert.False(_history.Forward());
        Assert.True(_history.Back());
        Assert.Equal("a", _history.Current?.Page.Title);
        Assert.False(_history.Back());
    }

    [Fact]
    public void Visit_beyond_the_limit_forgets_the_oldest()
    {
        Visit([.. Enumerable.Range(0, PageLimits.MaxHistory).Select(static i => i.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal("0", First());
        Visit([.. Enumerable.Range(0, PageLimits.MaxHistory + 1).Select(static i => i.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal("1", First());
    }

    private string? First()
    {
        while (_history.Back())
        {
        }

        return _history.Current?.Page.Title;
    }

    private void Visit(params string[] titles)
    {
        foreach (string title in titles)
        {
            _history.Visit(new PageView(new Page(title, [])));
        }
    }
}
