namespace HiPerf.Gopher;

/// <summary>A Gopher item, open for reading. A text comes without its dots; a menu as HTML or as the server sent it; everything else octet for octet.</summary>
/// <remarks>The type decides, never the content: types 0, 4 and 6 have dots, all others end with the connection. RFC 1436 section 3; Gopher+ section 2.3, whose status line goes first.</remarks>
public sealed class GopherFile : InternetFile
{
    private static readonly GopherConnectOptions s_page = new() { Charset = GopherCharset.Utf8 };

    private readonly GopherReader _reader;
    private readonly GopherCharsetMemory _charsets;
    private readonly GopherConnectOptions _settings;
    private InternetUrl? _url;
    private bool _disposed;

    internal GopherFile(GopherReader reader, GopherCharsetMemory charsets, in GopherOpening opening)
    {
        _reader = reader;
        _charsets = charsets;
        _settings = opening.Settings;
        _url = opening.Url;
        Locator = opening.Locator;
        Context = opening.Context;
    }

    /// <summary>Where it is had, with all that was asked for: search words, the representation.</summary>
    public GopherLocator Locator { get; }

    /// <inheritdoc/>
    public override InternetUrl Url => _url ??= Locator.ToUrl();

    /// <summary>Octets of the content as the status line of Gopher+ counted them; null where there was none, where it did not, and for a menu as HTML.</summary>
    public override long? ContentLength => IsPage ? null : _reader.Length;

    /// <summary>Whether the end that was read is known to be the true one: the line of a dot, the length of Gopher+, TLS's own end.</summary>
    public override bool LengthVerified => _reader.IsVerified;

    /// <summary>Whether the content ended in a line of a dot, where its type has one. A text that did not may be cut short.</summary>
    public bool Terminated => _reader.IsComplete && _reader.Content.Terminated;

    /// <summary>What was let pass so far.</summary>
    public Deviations Deviations => _reader.Content.Deviations;

    /// <inheritdoc/>
    public override bool IsComplete => _reader.IsComplete;

    /// <inheritdoc/>
    public override object? Context { get; }

    /// <summary>How <see cref="ReadTextAsync"/> read it; <see cref="GopherCharset.Automatic"/> before.</summary>
    public GopherCharset Charset { get; private set; }

    /// <summary>Reads the rest as text in the host's charset.</summary>
    /// <param name="maxLength">The most octets, 1 to 2^30; 16 MiB.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="InternetException">LimitExceeded: it is longer, and given up. Or the work failed.</exception>
    public async ValueTask<string> ReadTextAsync(int maxLength = 16 * 1024 * 1024, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, 1 << 30);
        var text = new GopherWindow();
        try
        {
            int count;
            do
            {
                count = await ReadAsync(text.Room, cancellationToken).ConfigureAwait(false);
                text.Advance(count);
                if (text.Length > maxLength)
                {
                    Abort();
                    throw GopherErrors.TooLong(maxLength, _reader.Exchange.Key);
                }
            }
            while (count > 0);

            // A page is written here, in UTF-8.
            var charset = new GopherCharsetReader(IsPage ? s_page : _settings, Locator.Host, IsPage ? null : _charsets);
            var read = charset.Read(text.Octets);
            Charset = charset.Charset;
            return read;
        }
        finally
        {
            text.Release();
        }
    }

    private bool IsPage => _reader.Content is GopherPageContent;

    /// <inheritdoc/>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return IsComplete ? ValueTask.CompletedTask : new ValueTask(CopyToAsync(Null, cancellationToken));
    }

    /// <inheritdoc/>
    public override void Abort() => _reader.Exchange.Abort();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return buffer.IsEmpty ? 0 : _reader.Read(buffer);
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return buffer.IsEmpty ? default : _reader.ReadAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _reader.Close();
        }

        base.Dispose(disposing);
    }
}
