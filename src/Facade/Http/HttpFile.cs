using System.Text;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Http;

/// <summary>The answer to an HTTP request, read as a stream. A status of 400 and above is an answer too: see <see cref="EnsureSuccess"/>.</summary>
/// <remarks>
/// <para>Content that is framed (a length, chunks) and ends early is <see cref="InternetErrorKind.Truncated"/>, always. Content that only the
/// end of a plain TCP connection ends has <see cref="LengthVerified"/> false; over TLS its end must be announced.</para>
/// <para>Cancelling a read closes the connection: the file is of no use then. Disposing of a file whose content was read to its end gives its
/// connection back for reuse.</para>
/// <para><see cref="ReopenAsync(CancellationToken)"/> asks again with the same object and, on a kept-alive connection, allocates nothing.</para>
/// </remarks>
public sealed class HttpFile : InternetFile
{
    private readonly HttpExchange _exchange;
    private HttpHeaders? _headers;
    private string? _reasonPhrase;
    private bool _disposed;

    internal HttpFile(HttpExchange exchange, object? context)
    {
        _exchange = exchange;
        Context = context;
    }

    /// <inheritdoc/>
    public override object? Context { get; }

    /// <summary>The URL the answer came from: after redirects.</summary>
    public override InternetUrl Url => _exchange.Request.Url;

    /// <summary>The URL that was asked for.</summary>
    public InternetUrl RequestUrl => _exchange.Request.RequestUrl;

    /// <summary>The redirects that were followed, in order; empty for most.</summary>
    public IReadOnlyList<HttpRedirect> Redirects => _exchange.Redirects;

    /// <summary>The status code, 200 to 599. RFC 9110 section 15.</summary>
    public int StatusCode => _exchange.Status;

    /// <summary>Whether the status is one of success: 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;

    /// <summary>The reason phrase as it came, ISO-8859-1; may be empty. RFC 9112 section 4.</summary>
    public string ReasonPhrase => _reasonPhrase ??= Encoding.Latin1.GetString(HeadForReading().Head.ReasonIn(HeadForReading().Octets));

    /// <summary>The version of the response.</summary>
    public HttpVersion Version => _exchange.Version;

    /// <summary>The response's field lines.</summary>
    public HttpHeaders Headers => _headers ??= new HttpHeaders(this);

    /// <summary>How long each phase took, so far.</summary>
    public PhaseTimings Timings => _exchange.Timings;

    /// <summary>The declared Content-Length; null when there is none. A response to HEAD declares it without sending any content.</summary>
    public override long? ContentLength => _exchange.DeclaredLength;

    /// <inheritdoc/>
    public override bool LengthVerified => _exchange.IsVerified;

    /// <inheritdoc/>
    public override bool IsComplete => _exchange.IsComplete;

    /// <summary>Throws unless the status is one of success.</summary>
    /// <returns>This file.</returns>
    /// <exception cref="HttpException">The status is not 200 to 299.</exception>
    public HttpFile EnsureSuccess()
    {
        if (IsSuccess)
        {
            return this;
        }

        throw HttpErrors.Status(StatusCode, ReasonPhrase, _exchange.Request.Key);
    }

    /// <summary>Completes this exchange and sends its request again, into the same object: same URL, method and fields.</summary>
    /// <remarks>Stays on its connection when that may be kept; little content that was not read is read first, much of it costs a new
    /// connection. What the file held (headers, content) is replaced.</remarks>
    /// <returns>This file.</returns>
    public ValueTask<HttpFile> ReopenAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _reasonPhrase = null;
        return _exchange.OpenAsync(this, cancellationToken);
    }

    /// <summary>Completes this exchange and asks the same origin for another target, in the same object.</summary>
    /// <param name="target">Path and query, percent-encoded, beginning with a slash. RFC 9112 section 3.2.1.</param>
    /// <param name="cancellationToken">Closes the connection when it fires.</param>
    /// <returns>This file.</returns>
    /// <exception cref="ArgumentException">The target is not in origin-form; the file is as it was.</exception>
    public ValueTask<HttpFile> ReopenAsync(string target, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _reasonPhrase = null;
        return _exchange.OpenAsync(this, target, cancellationToken);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _exchange.Content.Read(buffer);
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _exchange.Content.ReadAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return IsComplete ? ValueTask.CompletedTask : new ValueTask(CopyToAsync(Null, cancellationToken));
    }

    /// <inheritdoc/>
    public override void Abort() => _exchange.Abort();

    internal ResponseHeadReader HeadForReading()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _exchange.Head;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _exchange.Finish();
        }

        base.Dispose(disposing);
    }
}
