using System.Reflection;
using HiPerf.Ftp;
using HiPerf.Gopher;
using HiPerf.Http1;
using HiPerf.Transport;
using Microsoft.Extensions.Logging;

namespace HiPerf;

/// <summary>Everything a session can be told. Immutable: a session never changes under the operations it runs; use <c>with</c>.</summary>
public sealed record InternetSessionOptions
{
    /// <summary>The User-Agent to send, RFC 9110 section 10.1.5; the entry assembly's name and version by default, empty sends none.</summary>
    public string UserAgent { get; init; } = DefaultUserAgent;

    /// <summary>Time limits of every phase.</summary>
    public InternetTimeouts Timeouts { get; init; } = new();

    /// <summary>Limits of the connection pool.</summary>
    public ConnectionPoolOptions Pool { get; init; } = new();

    /// <summary>How TLS connections are made and judged.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>Which proxies are used; those of the environment by default.</summary>
    public ProxyOptions Proxy { get; init; } = ProxyOptions.System;

    /// <summary>Whether redirects are followed; true.</summary>
    public bool AutoRedirect { get; init; } = true;

    /// <summary>Redirects followed for one opening before it fails, 0 to 1,000; 20.</summary>
    public int MaxRedirects { get; init; } = 20;

    /// <summary>How much of an HTTP/1 response is read before it is refused.</summary>
    public Http1Limits Http1Limits { get; init; } = Http1Limits.Client;

    /// <summary>What an HTTP/1 response may do wrong and still be read; nothing by default.</summary>
    public Http1Leniency Http1Leniency { get; init; } = Http1Leniency.None;

    /// <summary>How FTP servers are worked with whose files are opened by URL; what a URL says itself (user, password, port, ftps) goes first.</summary>
    /// <remarks>A user name here is said to every server that a URL without one names.</remarks>
    public FtpConnectOptions Ftp { get; init; } = new();

    /// <summary>How Gopher servers are worked with whose items are opened by URL; what a URL says itself (port, gophers) goes first.</summary>
    public GopherConnectOptions Gopher { get; init; } = new();

    /// <summary>Makes the transport to a host instead of TCP: a tunnel, a Unix socket, an in-memory duplex. Null, the default, dials TCP.</summary>
    /// <remarks>TLS is still laid over the stream for https. The session owns the stream it gets.</remarks>
    public Func<string, int, CancellationToken, ValueTask<Stream>>? Connector { get; init; }

    /// <summary>The clock of every time limit; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the session logs its phase events, category <c>HiPerf</c>, level Debug; null logs nothing.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Receives the phase events of everything the session does; null sends none.</summary>
    public IPhaseSink? StatusChanged { get; init; }

    /// <summary>Carried by every file and connection, for the caller to know them by; a file opened with its own <see cref="OpenOptions.Context"/> carries that instead.</summary>
    public object? Context { get; init; }

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(UserAgent);
        ArgumentNullException.ThrowIfNull(Timeouts);
        ArgumentNullException.ThrowIfNull(Pool);
        ArgumentNullException.ThrowIfNull(Tls);
        ArgumentNullException.ThrowIfNull(Ftp);
        ArgumentNullException.ThrowIfNull(Gopher);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Proxy);
        if (MaxRedirects is < 0 or > 1000)
        {
            throw new ArgumentException($"{nameof(MaxRedirects)} is outside 0 to 1,000.", nameof(MaxRedirects));
        }

        Timeouts.Validate();
        Pool.Validate();
        FtpCredentials.Check(Ftp);
        Gopher.Validate();
        Proxy.Validate();
    }

    private static string DefaultUserAgent { get; } = MakeUserAgent(Assembly.GetEntryAssembly()?.GetName());

    private static string MakeUserAgent(AssemblyName? entry)
    {
        // An assembly's name may hold what a product token may not.
        var name = string.Concat((entry?.Name ?? string.Empty).Where(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
        return name.Length == 0 ? "HiPerf" : $"{name}/{entry?.Version?.ToString(3) ?? "0"}";
    }
}
