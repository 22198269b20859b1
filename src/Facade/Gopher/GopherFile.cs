namespace HiPerf.Gopher;

/// <summary>A Gopher item, open for reading. A text comes without its dots; a menu as HTML or as the server sent it; everything else octet for octet.</summary>
/// <remarks>The type decides, never the content. RFC 1436 section 3; Gopher+ section 2.3.</remarks>
public sealed class GopherFile : InternetFile
{
    /// <summary>Where it is had.</summary>
    public GopherLocator Locator => throw new NotSupportedException();

    /// <inheritdoc/>
    public override InternetUrl Url => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long? ContentLength => throw new NotSupportedException();

    /// <summary>Whether the end that was read is known to be the true one: the line of a dot, the length of Gopher+, TLS's own end.</summary>
    public override bool LengthVerified => throw new NotSupportedException();

    /// <summary>Whether the content ended in a line of a dot, where its type has one. A text that did not may be cut short.</summary>
    public bool Terminated => throw new NotSupportedException();

    /// <inheritdoc/>
    public override bool IsComplete => throw new NotSupportedException();

    /// <inheritdoc/>
    public override object? Context => throw new NotSupportedException();

    /// <summary>How <see cref="ReadTextAsync"/> read it; <see cref="GopherCharset.Automatic"/> before.</summary>
    public GopherCharset Charset => throw new NotSupportedException();

    /// <summary>Reads the rest as text in the host's charset.</summary>
    /// <param name="maxLength">The most octets, 1 to 2^30; 16 MiB.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="InternetException">LimitExceeded: it is longer. Or the work failed.</exception>
    public ValueTask<string> ReadTextAsync(int maxLength = 16 * 1024 * 1024, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Abort() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
