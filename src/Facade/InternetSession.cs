using HiPerf.Ftp;
using HiPerf.Gopher;
using HiPerf.Http;
using HiPerf.Mirroring;

namespace HiPerf;

/// <summary>The one door: opens URLs as files. Holds the options, the connection pool and nothing else; make one and share it.</summary>
/// <remarks>Safe for any number of threads. The constructor does no I/O. Disposing closes idle connections; files that are open stay open.</remarks>
public sealed class InternetSession : IAsyncDisposable, IDisposable
{
    private readonly HttpClientCore _http;
    private readonly FtpClientCore _ftp;
    private readonly GopherClientCore _gopher;
    private volatile bool _disposed;

    /// <summary>Makes a session.</summary>
    /// <param name="options">What it shall do differently from the defaults.</param>
    /// <exception cref="ArgumentException">A limit lies outside its range.</exception>
    public InternetSession(InternetSessionOptions? options = null)
    {
        Options = options ?? new InternetSessionOptions();
        Options.Validate();
        _http = new HttpClientCore(Options);
        _ftp = new FtpClientCore(Options, _http.Dialer);
        _gopher = new GopherClientCore(Options, _http.Dialer);
    }

    /// <summary>What the session was made with.</summary>
    public InternetSessionOptions Options { get; }

    /// <summary>The value every file and connection carries unless its opening brought its own.</summary>
    public object? Context => Options.Context;

    /// <summary>Idle connections kept for reuse at this moment.</summary>
    public int IdleConnections => _http.Pool.Count + _ftp.Pool.Count;

    /// <summary>Opens a URL for reading: an <see cref="HttpFile"/> for http and https, an <see cref="FtpFile"/> for ftp and ftps,
    /// a <see cref="GopherFile"/> for gopher and gophers, a <see cref="LocalFile"/> for file; a <see cref="DirectoryFile"/>, the page of what they hold, for local folders and those of FTP servers.</summary>
    /// <param name="url">An absolute URL. An ftp URL names a folder by the slash at its end.</param>
    /// <param name="options">What this opening does differently.</param>
    /// <param name="cancellationToken">Ends the work and closes its connection.</param>
    /// <returns>The file, its response head read; its content waits to be read.</returns>
    /// <remarks>On a kept-alive connection an http opening costs about 1.1 KiB (file, URL, exchange); <see cref="HttpFile.ReopenAsync(CancellationToken)"/> costs nothing.</remarks>
    /// <exception cref="UriFormatException">The text is no absolute URL.</exception>
    /// <exception cref="NotSupportedException">No protocol serves the scheme, or <see cref="DirectoryFormat.Raw"/> is asked of a local folder.</exception>
    /// <exception cref="InternetException">The work failed; its kind, phase and end point say how.</exception>
    public ValueTask<InternetFile> OpenAsync(string url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(Parse(url), options, cancellationToken);

    /// <inheritdoc cref="OpenAsync(string, OpenOptions?, CancellationToken)"/>
    public ValueTask<InternetFile> OpenAsync(Uri url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(Parse(url), options, cancellationToken);

    /// <summary>Opens an http or https URL.</summary>
    /// <inheritdoc cref="OpenAsync(string, OpenOptions?, CancellationToken)"/>
    public ValueTask<HttpFile> OpenHttpAsync(string url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenHttpAsync<HttpFile>(Parse(url), options ?? OpenOptions.Default, cancellationToken);

    /// <inheritdoc cref="OpenHttpAsync(string, OpenOptions?, CancellationToken)"/>
    public ValueTask<HttpFile> OpenHttpAsync(Uri url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenHttpAsync<HttpFile>(Parse(url), options ?? OpenOptions.Default, cancellationToken);

    /// <summary>Opens a file on an FTP server for reading, by an ftp or ftps URL (RFC 1738 section 3.2).</summary>
    /// <param name="url">An absolute URL. Its path is relative to where the login leads; <c>//a</c> and <c>%2Fa</c> are absolute. <c>;type=a</c> asks for text.</param>
    /// <param name="options">What this opening does differently.</param>
    /// <param name="cancellationToken">Ends the work and closes its connection.</param>
    /// <returns>The file, its transfer begun. When it is read to its end the connection is kept for the next one.</returns>
    /// <exception cref="UriFormatException">The text is no absolute URL, or its path none: an encoded CR, LF or NUL, a type code that is none.</exception>
    /// <exception cref="ArgumentException">The URL has a password and no user.</exception>
    /// <exception cref="NotSupportedException">The scheme is not ftp or ftps, or the URL names a folder whose page is asked for: that is no file of FTP. Its
    /// <see cref="DirectoryFormat.Raw"/> form is one, and <see cref="OpenAsync(string, OpenOptions?, CancellationToken)"/> opens the page.</exception>
    /// <exception cref="InternetException">The work failed; its kind, phase and end point say how.</exception>
    public ValueTask<FtpFile> OpenFtpAsync(string url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenFtpAsync<FtpFile>(Parse(url), options ?? OpenOptions.Default, cancellationToken);

    /// <inheritdoc cref="OpenFtpAsync(string, OpenOptions?, CancellationToken)"/>
    public ValueTask<FtpFile> OpenFtpAsync(Uri url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenFtpAsync<FtpFile>(Parse(url), options ?? OpenOptions.Default, cancellationToken);

    /// <summary>Opens a Gopher item for reading, by a gopher or gophers URL (RFC 4266).</summary>
    /// <param name="url">An absolute URL. Its path names type, selector, search words and the form of Gopher+.</param>
    /// <param name="options">What this opening does differently.</param>
    /// <param name="cancellationToken">Closes its connection.</param>
    /// <exception cref="UriFormatException">The text is no absolute URL, or its path none: an encoded CR, LF or NUL.</exception>
    /// <exception cref="NotSupportedException">The scheme is not gopher or gophers, or the item is a session.</exception>
    /// <exception cref="InternetException">The work failed; AccessDenied: the port is refused.</exception>
    public ValueTask<GopherFile> OpenGopherAsync(string url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenGopherAsync<GopherFile>(Parse(url), options ?? OpenOptions.Default, cancellationToken);

    /// <inheritdoc cref="OpenGopherAsync(string, OpenOptions?, CancellationToken)"/>
    public ValueTask<GopherFile> OpenGopherAsync(Uri url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenGopherAsync<GopherFile>(Parse(url), options ?? OpenOptions.Default, cancellationToken);

    /// <summary>Opens a file URL.</summary>
    /// <param name="url">An absolute URL with no authority but <c>localhost</c>.</param>
    /// <param name="options">What this opening does differently.</param>
    /// <exception cref="UriFormatException">The text is no absolute URL.</exception>
    /// <exception cref="NotSupportedException">The scheme is not file.</exception>
    /// <exception cref="InternetException">There is no such file, it may not be read, or it is no regular file; a folder is opened by
    /// <see cref="OpenAsync(string, OpenOptions?, CancellationToken)"/>.</exception>
    public LocalFile OpenLocal(string url, OpenOptions? options = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return LocalFile.Open(Parse(url), options?.Context ?? Context);
    }

    /// <summary>Makes a connection to one HTTP origin. No I/O: traffic begins with its first request.</summary>
    /// <param name="host">A name or an address, without a port.</param>
    /// <param name="options">Port, TLS, credentials.</param>
    /// <exception cref="ArgumentException">The host is no host, or the port none.</exception>
    public HttpConnection ConnectHttp(string host, HttpConnectOptions? options = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new HttpConnection(this, host, options ?? HttpConnectOptions.Default);
    }

    /// <summary>Connects to an FTP server and logs in.</summary>
    /// <param name="host">A name or an address, without a port.</param>
    /// <param name="options">Port, TLS, credentials, and how the connection is used.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The connection, ready for commands; the caller's to dispose of.</returns>
    /// <exception cref="ArgumentException">The host is no host; a password without a user; a CR, LF or NUL in what is said at the login; a number outside its range.</exception>
    /// <exception cref="InternetException">No connection, no TLS, or no login; its kind and phase say which.</exception>
    public ValueTask<FtpConnection> ConnectFtpAsync(string host, FtpConnectOptions? options = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return FtpConnector.ConnectAsync(this, _ftp, host, options ?? FtpConnectOptions.Default, cancellationToken);
    }

    /// <summary>Makes a connection to one Gopher server. No I/O: traffic begins with its first request.</summary>
    /// <param name="host">A name or an address, without a port.</param>
    /// <param name="options">Port, TLS, charset, limits.</param>
    /// <exception cref="ArgumentException">The host is no host, or the port none.</exception>
    public GopherConnection ConnectGopher(string host, GopherConnectOptions? options = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new GopherConnection(this, _gopher, host, options ?? Options.Gopher);
    }

    /// <summary>Makes a connection to one Gopher server, without TLS. No I/O: traffic begins with its first request.</summary>
    /// <param name="host">A name or an address, without a port.</param>
    /// <param name="port">1 to 65535.</param>
    /// <exception cref="ArgumentException">The host is no host, or the port none.</exception>
    public GopherConnection ConnectGopher(string host, int port)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        return ConnectGopher(host, Options.Gopher with { Port = port, UseTls = false });
    }

    /// <summary>Lists the folder a URL names, entry by entry.</summary>
    /// <param name="url">An absolute URL; file, ftp, ftps, gopher and gophers are served, http has no listing.</param>
    /// <param name="options">What this listing does differently.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="UriFormatException">The text is no absolute URL.</exception>
    /// <exception cref="NotSupportedException">No protocol serves the scheme, or it has no folders.</exception>
    /// <exception cref="InternetException">There is no such folder, or it may not be read.</exception>
    public IAsyncEnumerable<InternetEntry> EnumerateAsync(string url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        EnumerateAsync(Parse(url), options, cancellationToken);

    /// <inheritdoc cref="EnumerateAsync(string, OpenOptions?, CancellationToken)"/>
    public IAsyncEnumerable<InternetEntry> EnumerateAsync(Uri url, OpenOptions? options = null, CancellationToken cancellationToken = default) =>
        EnumerateAsync(Parse(url), options, cancellationToken);

    /// <summary>Compares two folders and says what makes the second like the first. Changes nothing: <see cref="MirrorPlan.ExecuteAsync"/> does.</summary>
    /// <param name="source">The folder that is mirrored: an ftp, ftps or file URL, or a local path.</param>
    /// <param name="destination">The folder that becomes like it, in the same words; it need not be there.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="UriFormatException">A place looks like a URL and is none.</exception>
    /// <exception cref="NotSupportedException">A scheme has no folders, or a hash is to be compared that a server does not offer.</exception>
    /// <exception cref="MirrorException">NotFound: no source. LimitExceeded: too deep, too many entries, too many deletes. AccessDenied: a name is refused, and that is to be an error.</exception>
    /// <exception cref="InternetException">A folder cannot be listed: without all of it nothing is planned.</exception>
    public async ValueTask<MirrorPlan> PlanMirrorAsync(string source, string destination, MirrorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        options ??= MirrorOptions.Default;
        options.Validate();
        var planner = new MirrorPlanner(MirrorPlace.Read(source), MirrorPlace.Read(destination), options);
        return await planner.PlanAsync(this, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes idle connections; later openings throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _disposed = true;
        _http.Dispose();
        _ftp.Dispose();
        _gopher.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal ValueTask<T> OpenHttpAsync<T>(InternetUrl url, OpenOptions options, CancellationToken cancellationToken)
        where T : InternetFile
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (url.Scheme is not ("http" or "https"))
        {
            throw new NotSupportedException($"The URL's scheme is not http or https but '{url.Scheme}'.");
        }

        var exchange = new HttpExchange(_http, url, options);
        var file = new HttpFile(exchange, options.Context ?? Context);
        return exchange.OpenAsync((T)(InternetFile)file, cancellationToken);
    }

    internal ValueTask<T> OpenFtpAsync<T>(InternetUrl url, OpenOptions options, CancellationToken cancellationToken)
        where T : InternetFile
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return FtpUrlRequest.Read(_ftp, url, options).OpenAsync<T>(options.Context ?? Context, cancellationToken);
    }

    internal IAsyncEnumerable<InternetEntry> EnumerateFtp(InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        FtpUrlRequest.Read(_ftp, url, options).EnumerateAsync(cancellationToken);

    internal ValueTask<T> OpenGopherAsync<T>(InternetUrl url, OpenOptions options, CancellationToken cancellationToken)
        where T : InternetFile
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _gopher.OpenAsync<T>(GopherOpening.Of(url, options, Options), cancellationToken);
    }

    internal IAsyncEnumerable<InternetEntry> EnumerateGopher(InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        _gopher.Enumerate(GopherOpening.Of(url, options, Options), cancellationToken);

    private ValueTask<InternetFile> OpenAsync(InternetUrl url, OpenOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return SchemeTable.Find(url.Scheme).OpenAsync(this, url, options ?? OpenOptions.Default, cancellationToken);
    }

    private IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetUrl url, OpenOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return SchemeTable.Find(url.Scheme).EnumerateAsync(this, url, options ?? OpenOptions.Default, cancellationToken);
    }

    private static InternetUrl Parse(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return InternetUrl.Parse(url);
    }

    private static InternetUrl Parse(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return InternetUrl.FromUri(url);
    }
}
