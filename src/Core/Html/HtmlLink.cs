namespace HiPerf.Html;

/// <summary>Where a row of a page leads: a name within the folder, the folder above, a URL; or nowhere, which is the default.</summary>
/// <remarks>A name is percent-encoded and put behind <c>./</c>, so that none can become a scheme, a host, a query or a path of several segments (RFC 3986 section 4.2).
/// A URL leads somewhere only if its scheme is http, https, ftp, ftps, gopher or gophers: no <c>javascript:</c>, <c>data:</c>, <c>file:</c>.</remarks>
public readonly ref struct HtmlLink
{
    private readonly HtmlText _text;
    private readonly Target _target;

    private HtmlLink(Target target, HtmlText text)
    {
        _target = target;
        _text = text;
    }

    private enum Target : byte
    {
        Nowhere,
        Parent,
        File,
        Folder,
        Url,
    }

    /// <summary>Leads to the folder above: <c>../</c>.</summary>
    public static HtmlLink Parent => new(Target.Parent, default);

    /// <summary>Whether it leads somewhere.</summary>
    public bool LeadsSomewhere => _target != Target.Nowhere;

    /// <summary>Leads to a file of the folder.</summary>
    /// <param name="name">Its own name, not encoded. Empty, <c>.</c> and <c>..</c> lead nowhere: no encoding keeps them from being dot segments.</param>
    public static HtmlLink ToFile(HtmlText name) => new(IsDots(in name) ? Target.Nowhere : Target.File, name);

    /// <summary>Leads to a folder within: the name with a slash behind it.</summary>
    /// <param name="name">Its own name, not encoded. Empty, <c>.</c> and <c>..</c> lead nowhere.</param>
    public static HtmlLink ToFolder(HtmlText name) => new(IsDots(in name) ? Target.Nowhere : Target.Folder, name);

    /// <summary>Leads to a URL.</summary>
    /// <param name="url">An absolute one. What a URL cannot hold is percent-encoded, percent signs stay. Leads nowhere when its scheme is none of those that may be followed.</param>
    public static HtmlLink ToUrl(HtmlText url) => new(HtmlHref.MayFollow(in url) ? Target.Url : Target.Nowhere, url);

    /// <summary>Whether it is a folder's name, which is shown with its slash.</summary>
    internal bool IsFolder => _target == Target.Folder;

    /// <summary>Writes it as the value of an attribute.</summary>
    internal void Write(ref HtmlOutput output)
    {
        switch (_target)
        {
            case Target.Parent:
                output.Append("../"u8);
                break;
            case Target.File:
            case Target.Folder:
                output.Append("./"u8);
                HtmlHref.WriteSegment(ref output, in _text);
                output.Append(IsFolder ? "/"u8 : default);
                break;
            case Target.Url:
                HtmlHref.WriteUrl(ref output, in _text);
                break;
            default:
                break;
        }
    }

    private static bool IsDots(in HtmlText name) => name.IsEmpty || name.Is("."u8) || name.Is(".."u8);
}
