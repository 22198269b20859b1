using System.Text;

namespace HiPerf.Gopher;

/// <summary>Makes the items of one menu from its lines.</summary>
/// <param name="menu">Where the menu was had.</param>
/// <param name="charset">Reads its texts.</param>
internal sealed class GopherItemMaker(GopherLocator menu, GopherCharsetReader charset)
{
    // Most lines of a menu name one host, and those of information another: neither is read anew for each.
    private HostName _host;
    private HostName _otherHost;

    /// <summary>How the texts were read so far.</summary>
    public GopherCharset Charset => charset.Charset;

    /// <summary>Makes an item.</summary>
    /// <param name="line">What the parser answered; not the end.</param>
    /// <param name="octets">What it parsed.</param>
    public GopherItem Make(in GopherMenuItem line, ReadOnlySpan<byte> octets)
    {
        var name = charset.Read(line.Display.In(octets));
        var faults = line.Faults;
        GopherLocator? locator = null;
        var isRetrievable = line.IsRetrievable;
        ref var host = ref isRetrievable ? ref _host : ref _otherHost;
        host.Set(line.Host.In(octets));
        if (isRetrievable)
        {
            locator = LocatorOf(in line, octets, name, ref host);
            faults |= locator is null ? GopherItemFaults.BadHost : GopherItemFaults.None;
        }

        return new GopherItem(name, locator is not null && (line.Flags & GopherItemFlags.Directory) != 0, menu)
        {
            Locator = locator,
            Link = line.IsLink && line.TryGetUrl(octets, out var url) ? InternetUrl.ParseOrNull(Encoding.UTF8.GetString(url)) : null,
            TypeOctet = line.TypeOctet,
            Type = line.PrimaryType,
            Plus = line.Plus,
            Faults = faults,
            SelectorOctets = locator?.SelectorOctets ?? line.Selector.In(octets).ToArray(),
            Host = host.Text,
            Port = line.Port,
        };
    }

    // What a menu over TLS says of its own server is had over TLS: a menu has no word for it, and less would be a downgrade.
    private GopherLocator? LocatorOf(in GopherMenuItem line, ReadOnlySpan<byte> octets, string name, ref HostName host) => host.Canonical is not { } canonical ? null
        : new GopherLocator(canonical, line.Selector.In(octets), line.PrimaryTypeOctet)
        {
            Port = line.Port,
            UsesTls = menu.UsesTls && line.Port == menu.Port && canonical == menu.Host,
            Plus = line.Plus,
            DisplayName = name,
        };

    // A host as it was sent, and read once for all lines in a row that name it.
    private struct HostName
    {
        private byte[]? _octets;
        private string? _text;
        private string? _canonical;
        private bool _isRead;

        public readonly string Text => _text ?? string.Empty;

        public string? Canonical
        {
            get
            {
                if (!_isRead)
                {
                    _isRead = true;
                    _canonical = GopherLocatorText.CanonicalHost(_octets);
                    _text = _canonical == _text ? _canonical : _text;
                }

                return _canonical;
            }
        }

        public void Set(ReadOnlySpan<byte> octets)
        {
            if (octets.SequenceEqual(_octets))
            {
                return;
            }

            _octets = octets.ToArray();
            _text = GopherLocatorText.Decode(octets);
            _isRead = false;
        }
    }
}
