namespace HiPerf.Gopher;

/// <summary>A menu that is read item by item as it comes; each enumeration asks the server anew. Not for two enumerations at once.</summary>
public sealed class GopherMenu : IAsyncEnumerable<GopherItem>
{
    /// <summary>Where it is had.</summary>
    public GopherLocator Locator => throw new NotSupportedException();

    /// <summary>Whether the last enumeration read the line of a dot that ends a menu. One that did not may be cut short: only TLS would have told.</summary>
    public bool Terminated { get; private set; }

    /// <summary>What the last enumeration let pass.</summary>
    public Deviations Deviations { get; private set; }

    /// <summary>How its texts were read: never <see cref="GopherCharset.Automatic"/> once an item was read.</summary>
    public GopherCharset Charset { get; private set; }

    /// <inheritdoc/>
    public IAsyncEnumerator<GopherItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
