using HiPerf.Ftp;
using HiPerf.Gopher;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>What one opening does differently from its session. Immutable; null members inherit.</summary>
public sealed record OpenOptions
{
    internal static readonly OpenOptions Default = new();

    /// <summary>Carried by this file as <see cref="InternetFile.Context"/>; null inherits the session's.</summary>
    public object? Context { get; init; }

    /// <summary>Receives the phase events of this opening; null inherits the session's.</summary>
    public IPhaseSink? StatusChanged { get; init; }

    /// <summary>Time limits; null inherits the session's.</summary>
    public InternetTimeouts? Timeouts { get; init; }

    /// <summary>The HTTP method, a token; GET by default. Only http and https look at it.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>HTTP field lines to send behind the session's own, in this order. A name the session would send too replaces the session's.</summary>
    /// <remarks>Authorization, Cookie, Cookie2, Proxy-Authorization, Referer and Origin are dropped when a redirect leaves the origin. Host, Content-Length,
    /// Transfer-Encoding, Trailer and Connection are the exchange's own: <see cref="ArgumentException"/>.</remarks>
    public IReadOnlyList<HttpField> Headers { get; init; } = [];

    /// <summary>How the FTP server is worked with; null inherits the session's. Only ftp and ftps look at it.</summary>
    public FtpConnectOptions? Ftp { get; init; }

    /// <summary>How Gopher servers are worked with; null inherits the session's. Only gopher and gophers look at it.</summary>
    public GopherConnectOptions? Gopher { get; init; }

    /// <summary>How a folder or a menu is handed out: as HTML by default. http and https do not look at it.</summary>
    public DirectoryFormat DirectoryFormat { get; init; }

    /// <summary>Whether redirects are followed; null inherits the session's.</summary>
    public bool? AutoRedirect { get; init; }
}
