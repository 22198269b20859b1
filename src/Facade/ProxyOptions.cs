using System.Buffers;

namespace HiPerf;

/// <summary>Which proxy a session uses for what, and for which hosts none. Immutable.</summary>
/// <remarks>A proxy that cannot be reached fails the opening; nothing is ever tried without it instead. With <see cref="InternetSessionOptions.Connector"/>
/// the environment's proxies are not used; those of <see cref="ProxyMode.Custom"/> are, and the connector makes the connection to the proxy.</remarks>
public sealed record ProxyOptions
{
    /// <summary>Octets of the head of a proxy's answer to CONNECT: 16 KiB, or <see cref="Http1.Http1Limits.MaxHead"/> of the session where that is less.</summary>
    public const int MaxConnectHead = 16 * 1024;

    private static readonly SearchValues<char> s_blanks = SearchValues.Create(" \t\r\n;");

    /// <summary>The environment's proxies; the default.</summary>
    public static ProxyOptions System { get; } = new();

    /// <summary>No proxy.</summary>
    public static ProxyOptions Direct { get; } = new() { Mode = ProxyMode.Direct };

    /// <summary>Where proxies come from; the servers below are for <see cref="ProxyMode.Custom"/> alone.</summary>
    public ProxyMode Mode { get; init; }

    /// <summary>For http; null takes <see cref="Default"/>.</summary>
    public ProxyServer? Http { get; init; }

    /// <summary>For https; null takes <see cref="Default"/>.</summary>
    public ProxyServer? Https { get; init; }

    /// <summary>For ftp and ftps; null takes <see cref="Default"/>. The only one that may be <see cref="ProxyKind.FtpUserAtHost"/>.</summary>
    public ProxyServer? Ftp { get; init; }

    /// <summary>For gopher and gophers; null takes <see cref="Default"/>.</summary>
    public ProxyServer? Gopher { get; init; }

    /// <summary>For every scheme without a proxy of its own; null goes direct.</summary>
    public ProxyServer? Default { get; init; }

    /// <summary>Hosts that go direct: names with <c>*</c> wildcards, addresses, networks (<c>10.0.0.0/8</c>), each with an optional port; <c>&lt;local&gt;</c> as
    /// <see cref="BypassLocal"/>; <c>&lt;-loopback&gt;</c> to turn off <see cref="BypassLoopback"/>. Null, the default, is the environment's <c>no_proxy</c>.</summary>
    public IReadOnlyList<string>? Bypass { get; init; }

    /// <summary>Whether names without a dot go direct; false.</summary>
    public bool BypassLocal { get; init; }

    /// <summary>Whether localhost, loopback, names under localhost and loopback addresses go direct; true.</summary>
    public bool BypassLoopback { get; init; } = true;

    /// <summary>Reads proxies in WinINet's form.</summary>
    /// <param name="servers">Entries with blanks between them: <c>protocol=server</c> for http, https, ftp or gopher, or a server alone for the others; a server
    /// as <see cref="ProxyServer.Parse"/> reads it.</param>
    /// <param name="bypass">Entries of <see cref="Bypass"/> with semicolons or blanks between them; null for the environment's, empty for none.</param>
    /// <exception cref="FormatException">An entry is none, or a protocol stands twice. The message holds no entry, which may hold a password.</exception>
    public static ProxyOptions Parse(string servers, string? bypass = null)
    {
        ArgumentNullException.ThrowIfNull(servers);
        var options = new ProxyOptions { Mode = ProxyMode.Custom, Bypass = bypass is null ? null : Split(bypass) };
        HashSet<string> seen = [];
        foreach (var entry in Split(servers))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var named = equals >= 0 && entry.AsSpan(0, equals).IndexOfAnyExceptInRange('A', 'z') < 0;
            var protocol = named ? entry[..equals].ToLowerInvariant() : string.Empty;
            var server = ProxyServer.Parse(named ? entry[(equals + 1)..] : entry);
            if (!seen.Add(protocol))
            {
                throw new FormatException("A protocol has two proxies.");
            }

            options = protocol switch
            {
                "" => options with { Default = server },
                "http" => options with { Http = server },
                "https" => options with { Https = server },
                "ftp" => options with { Ftp = server },
                "gopher" => options with { Gopher = server },
                _ => throw new FormatException("A proxy is for a protocol other than http, https, ftp and gopher."),
            };
        }

        try
        {
            options.Validate();
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }

        return options;
    }

    /// <summary>The proxy a session made now would use for a URL; null when it would go direct.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <exception cref="ArgumentException">The URL is not absolute, or the options contradict themselves.</exception>
    /// <exception cref="InternetException">ProxyFailed: the environment names a proxy that is none.</exception>
    public ProxyServer? Find(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException("The URL is not absolute.", nameof(url));
        }

        Validate();
        return new ProxySelector(this, Environment.GetEnvironmentVariable).Find(url.Scheme, url.IdnHost, url.Port);
    }

    internal void Validate()
    {
        if (Mode is < ProxyMode.System or > ProxyMode.Custom)
        {
            throw new ArgumentException($"{nameof(Mode)} is none.", nameof(Mode));
        }

        if (Mode != ProxyMode.Custom && (Http ?? Https ?? Ftp ?? Gopher ?? Default) is not null)
        {
            throw new ArgumentException($"Proxies are named, but {nameof(Mode)} is not {nameof(ProxyMode.Custom)}.", nameof(Mode));
        }

        if (Http?.Kind == ProxyKind.FtpUserAtHost || Https?.Kind == ProxyKind.FtpUserAtHost || Gopher?.Kind == ProxyKind.FtpUserAtHost || Default?.Kind == ProxyKind.FtpUserAtHost)
        {
            throw new ArgumentException("An FTP proxy serves ftp and ftps alone.", nameof(Ftp));
        }

        if (Bypass is not null)
        {
            _ = new ProxyBypass(Bypass, BypassLocal, BypassLoopback);
        }
    }

    private static string[] Split(string list)
    {
        List<string> entries = [];
        foreach (var range in list.AsSpan().SplitAny(s_blanks))
        {
            if (range.Start.Value < range.End.Value)
            {
                entries.Add(list[range]);
            }
        }

        return [.. entries];
    }
}
