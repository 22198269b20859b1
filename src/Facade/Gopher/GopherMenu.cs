namespace HiPerf.Gopher;

/// <summary>A menu that is read item by item as it comes; each enumeration asks the server anew. Not for two enumerations at once.</summary>
/// <remarks>An enumeration that is left before its end closes its connection.</remarks>
public sealed class GopherMenu : IAsyncEnumerable<GopherItem>
{
    private readonly GopherClientCore _core;
    private readonly GopherOpening _opening;
    private readonly CancellationToken _cancellationToken;

    internal GopherMenu(GopherClientCore core, in GopherOpening opening, CancellationToken cancellationToken)
    {
        _core = core;
        _opening = opening;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Where it is had, search words included.</summary>
    public GopherLocator Locator => _opening.Locator;

    /// <summary>Whether the last enumeration read the line of a dot that ends a menu. One that did not may be cut short: only TLS, or a length by Gopher+, would have told.</summary>
    public bool Terminated { get; private set; }

    /// <summary>What the last enumeration let pass.</summary>
    public Deviations Deviations { get; private set; }

    /// <summary>How its texts were read: never <see cref="GopherCharset.Automatic"/> once an item was read.</summary>
    public GopherCharset Charset { get; private set; }

    /// <summary>Asks the server for the menu.</summary>
    /// <param name="cancellationToken">Closes the connection, as the token given to <see cref="GopherConnection.EnumerateAsync"/> does.</param>
    /// <exception cref="InternetException">Thrown by the enumerator. AccessDenied: the port is refused. LimitExceeded: a line, the lines or the octets are more than <see cref="GopherLimits"/> allow. Or the work failed.</exception>
    public IAsyncEnumerator<GopherItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new GopherMenuEnumerator(this, _cancellationToken, cancellationToken);

    /// <summary>Begins an enumeration.</summary>
    /// <exception cref="GopherException">AccessDenied: the port is refused.</exception>
    internal GopherReader Begin(out GopherItemContent items)
    {
        (Terminated, Deviations, Charset) = (false, Deviations.None, GopherCharset.Automatic);
        return _core.List(in _opening, out items);
    }

    /// <summary>Takes note of how far the enumeration has come.</summary>
    internal void Note(GopherItemContent items) => (Terminated, Deviations, Charset) = (items.Terminated, items.Deviations, items.Charset);
}
