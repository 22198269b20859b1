namespace HiPerf.Cli.Browsing;

/// <summary>The pages that were looked at, to go back and forward between without asking their servers again.</summary>
internal sealed class History
{
    private readonly List<PageView> _views = [];
    private int _place = -1;

    /// <summary>The page that is looked at; null before the first.</summary>
    public PageView? Current => _place < 0 ? null : _views[_place];

    /// <summary>Goes to a new page: those that lay ahead are gone, and the oldest beyond <see cref="PageLimits.MaxHistory"/>.</summary>
    public void Visit(PageView view)
    {
        _views.RemoveRange(_place + 1, _views.Count - _place - 1);
        _views.Add(view);
        if (_views.Count > PageLimits.MaxHistory)
        {
            _views.RemoveAt(0);
        }

        _place = _views.Count - 1;
    }

    /// <summary>Puts a page that was loaded anew in the place of the present one.</summary>
    public void Replace(PageView view) => _views[_place] = view;

    /// <summary>Goes back.</summary>
    /// <returns>False at the first page.</returns>
    public bool Back()
    {
        if (_place <= 0)
        {
            return false;
        }

        _place--;
        return true;
    }

    /// <summary>Goes forward.</summary>
    /// <returns>False at the last page.</returns>
    public bool Forward()
    {
        if (_place >= _views.Count - 1)
        {
            return false;
        }

        _place++;
        return true;
    }
}
