using HiPerf.Html;

namespace HiPerf.Gopher;

/// <summary>A menu as an HTML page, written row by row as its lines come.</summary>
internal sealed class GopherPageContent(ConnectionKey key, GopherLimits limits, GopherItemMaker maker, GopherLocator menu) : GopherMenuContent(key, limits)
{
    // Rows that were written and not yet taken.
    private readonly GopherWindow _page = new();
    private bool _hasBegun;
    private bool _ended;

    public override bool TryTake(Span<byte> destination, out int taken)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            DirectoryPageWriter.WriteStart(_page, new HtmlText(menu.DisplayName ?? menu.ToString()));
        }

        while (!_ended && _page.Length < destination.Length && TryParse(0, out var line, out var consumed))
        {
            if (line.Kind == GopherLineKind.End)
            {
                _ended = true;
                DirectoryPageWriter.WriteEnd(_page);
            }
            else
            {
                Write(maker.Make(in line, Window.Octets));
                Window.Consume(consumed);
            }
        }

        taken = _page.Take(destination);
        IsComplete = _ended && _page.IsEmpty;
        return taken > 0 || IsComplete;
    }

    public override void Release()
    {
        base.Release();
        _page.Release();
    }

    // What is malformed is shown as the text it is, and leads nowhere; a session too, with the place another program may turn to.
    private void Write(GopherItem item)
    {
        if (item.IsError)
        {
            DirectoryPageWriter.WriteError(_page, new HtmlText(item.Name));
        }
        else if (item.IsInformation || (item.Locator is null && item.Link is null && !GopherTypes.IsSession(item.Type)))
        {
            DirectoryPageWriter.WriteInformation(_page, new HtmlText(item.Name));
        }
        else
        {
            var leads = item.Link is not null || item.Locator is not null;
            DirectoryPageWriter.WriteEntry(_page, new DirectoryPageEntry
            {
                Name = new HtmlText(leads ? item.Name : $"{item.Name} ({item.Host}:{item.Port})"),
                Link = leads ? HtmlLink.ToUrl(new HtmlText(item.Link?.Href ?? item.Locator!.ToString())) : default,
                Kind = item.Link is not null ? DirectoryPageKind.Link
                    : item.IsSearch ? DirectoryPageKind.Search
                    : item.IsDirectory ? DirectoryPageKind.Directory
                    : leads ? DirectoryPageKind.File
                    : DirectoryPageKind.Other,
            });
        }
    }
}
