namespace HiPerf.Gopher;

/// <summary>One Gopher server of a session. Holds nothing open: each request is a connection of its own, as RFC 1436 section 2 has it, so any number may run at once.</summary>
/// <remarks>Locators are absolute: one that names another host is fetched from there, under the same port policy; over TLS when it says so, and never without then.</remarks>
public sealed class GopherConnection
{
    private readonly GopherClientCore _core;

    internal GopherConnection(InternetSession session, GopherClientCore core, string host, GopherConnectOptions options)
    {
        options.Validate();
        _core = core;
        Session = session;
        Options = options;
        Context = options.Context ?? session.Context;
        Root = new GopherLocator(host) { Port = options.Port == 0 ? GopherPortPolicy.DefaultPort : options.Port, UsesTls = options.UseTls };
    }

    /// <summary>The session it belongs to.</summary>
    public InternetSession Session { get; }

    /// <summary>What it was made with.</summary>
    public GopherConnectOptions Options { get; }

    /// <summary>The value given by the options, or else by the session.</summary>
    public object? Context { get; }

    /// <summary>The server's top menu.</summary>
    public GopherLocator Root { get; }

    /// <summary>Makes a locator for this server.</summary>
    /// <param name="selector">What is sent; empty for the top menu.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="displayName">What it is called.</param>
    public GopherLocator CreateLocator(string selector = "", GopherItemType type = GopherItemType.Menu, string? displayName = null) =>
        new(Root.Host, selector, type) { Port = Root.Port, UsesTls = Root.UsesTls, DisplayName = displayName };

    /// <summary>Opens an item.</summary>
    /// <param name="locator">Where it is had.</param>
    /// <param name="options">What is asked for beside it.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <returns>The file, its first octets, or the status line of Gopher+, read.</returns>
    /// <exception cref="ArgumentException">Something cannot be sent.</exception>
    /// <exception cref="NotSupportedException">The item is a session (telnet, phone book), information or a link.</exception>
    /// <exception cref="InternetException">The work failed; AccessDenied: the port is refused.</exception>
    public ValueTask<GopherFile> OpenAsync(GopherLocator locator, GopherOpenOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(locator);
        options ??= GopherOpenOptions.Default;
        return _core.OpenAsync<GopherFile>(new GopherOpening(options.Complete(locator), Options)
        {
            DirectoryFormat = options.DirectoryFormat,
            AskAnswers = options.AskAnswers,
            Timeouts = options.Timeouts,
            Context = Context,
        }, cancellationToken);
    }

    /// <summary>Lists a menu, or searches. No I/O before the first item is asked for.</summary>
    /// <param name="locator">The menu or the search server; null is the top menu.</param>
    /// <param name="query">Search words; null sends those of the locator, or none.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="ArgumentException">Something cannot be sent.</exception>
    /// <exception cref="NotSupportedException">It is no menu.</exception>
    public GopherMenu EnumerateAsync(GopherLocator? locator = null, string? query = null, CancellationToken cancellationToken = default)
    {
        locator ??= Root;
        return _core.Enumerate(new GopherOpening(query is null ? locator : locator with { Query = query }, Options), cancellationToken);
    }

    /// <summary>Asks for the Gopher+ attributes of an item.</summary>
    /// <param name="locator">The item; its server must have said that it has them.</param>
    /// <param name="names">Blocks asked for, as in <c>VIEWS</c>; null, or none, asks for all. A server may tell more, and less: what it does not tell is null, or empty, and no error.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="ArgumentException">A name is none, or the request is too long.</exception>
    /// <exception cref="NotSupportedException">The locator is not of Gopher+ (<see cref="GopherLocator.Plus"/>).</exception>
    /// <exception cref="InternetException">The work failed.</exception>
    /// <remarks>Gopher+ section 2.4.</remarks>
    public ValueTask<GopherItemAttributes> GetAttributesAsync(GopherLocator locator, IEnumerable<string>? names = null, CancellationToken cancellationToken = default) =>
        GopherAttributeRequest.GetAsync(_core, new GopherOpening(GopherAttributeRequest.Of(locator, '!', names), Options), cancellationToken);

    /// <summary>Asks for the Gopher+ attributes of all items of a menu, in one request. No I/O before the first is asked for.</summary>
    /// <param name="locator">The menu; its server must have said that it has them.</param>
    /// <param name="names">Blocks asked for beside INFO, as in <c>VIEWS</c>; null, or none, asks for all.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="ArgumentException">A name is none, or the request is too long.</exception>
    /// <exception cref="NotSupportedException">The locator is not of Gopher+, or no menu.</exception>
    /// <exception cref="InternetException">Thrown by the enumerator: the work failed.</exception>
    /// <remarks>Gopher+ section 2.7.</remarks>
    public IAsyncEnumerable<GopherItemAttributes> EnumerateAttributesAsync(GopherLocator locator, IEnumerable<string>? names = null, CancellationToken cancellationToken = default) =>
        GopherAttributeRequest.EnumerateAsync(_core, new GopherOpening(GopherAttributeRequest.Of(locator, '$', names), Options), cancellationToken);

    /// <summary>Walks menus below one, breadth first, each once however often it is linked to. Searches and sessions are named and never entered.</summary>
    /// <param name="start">Where it begins; null is the top menu.</param>
    /// <param name="options">How far it goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    /// <exception cref="NotSupportedException">It begins at no menu.</exception>
    /// <exception cref="InternetException">Thrown by the enumerator: the first menu cannot be read; LimitExceeded: there are more menus or items than the options allow, and as many were handed out.</exception>
    public IAsyncEnumerable<GopherVisit> CrawlAsync(GopherLocator? start = null, GopherCrawlOptions? options = null, CancellationToken cancellationToken = default)
    {
        start ??= Root;
        GopherTypes.CheckMenu(start);
        options ??= GopherCrawlOptions.Default;
        options.Validate();
        return new GopherCrawl(this, start, options).RunAsync(cancellationToken);
    }
}
