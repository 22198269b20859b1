// SslStream with three things added: an end of the stream is known to be the peer's or refused as truncation, the handshake has a deadline,
// and its failures speak the error family. Everything else is SslStream's, unwrapped.

using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Transport;

/// <summary>A TLS connection over a stream that tells truncation from a clean end.</summary>
/// <remarks>A read that returns 0 means that the peer said close_notify. A transport that ends without it makes the read throw
/// <see cref="InternetException"/> of kind <see cref="InternetErrorKind.Truncated"/>, unless <see cref="AllowsTruncation"/>. A reset is the socket's own
/// <see cref="IOException"/>. One read and one write may be under way at a time.</remarks>
public sealed class TlsStream : Stream
{
    /// <summary>How long a handshake may take by default: 10 s.</summary>
    public static readonly TimeSpan DefaultHandshakeTimeout = TimeSpan.FromSeconds(10);

    private readonly TappedStream _tap;
    private readonly TimeProvider _timeProvider;
    private SslStream? _tls;
    private SslPolicyErrors _policyErrors;
    private X509ChainStatusFlags _chainStatus;

    /// <summary>Makes a connection whose handshake is still to come.</summary>
    /// <param name="inner">The transport below; nobody else reads or writes it from now on.</param>
    /// <param name="leaveInnerOpen">Whether disposing of this leaves it open.</param>
    /// <param name="timeProvider">The clock of the handshake's deadline; the system's by default.</param>
    public TlsStream(Stream inner, bool leaveInnerOpen = false, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _tap = new TappedStream(inner, leaveInnerOpen);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Whether an end without close_notify is reported as 0 like a clean one; false by default.
    /// Only for peers known to omit it, in protocols whose own framing shows the end.</summary>
    public bool AllowsTruncation { get; init; }

    /// <summary>After a read that returned 0: whether the peer said close_notify. False when the transport just ended.</summary>
    public bool EndedCleanly => !_tap.SawEnd;

    /// <summary>The session below, for what it knows: protocol version, cipher suite, certificates, application protocol.</summary>
    /// <exception cref="InvalidOperationException">The handshake has not begun.</exception>
    public SslStream Session => _tls ?? throw new InvalidOperationException("The TLS handshake has not begun.");

    /// <inheritdoc />
    public override bool CanRead => _tls is { CanRead: true };

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => _tls is { CanWrite: true };

    /// <inheritdoc />
    public override bool CanTimeout => false;

    /// <summary>Not supported.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Shakes hands as the client.</summary>
    /// <param name="options">As for <see cref="SslStream"/>; not changed.</param>
    /// <param name="handshakeTimeout">How long it may take in all; <see cref="DefaultHandshakeTimeout"/> by default.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InternetException">CertificateRejected, TlsFailed, Truncated, or Timeout with <see cref="InternetTimeout.TlsHandshake"/>.</exception>
    /// <exception cref="IOException">The transport failed.</exception>
    public Task AuthenticateAsClientAsync(SslClientAuthenticationOptions options, TimeSpan? handshakeTimeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tls = Begin(options.RemoteCertificateValidationCallback is null ? Judge : null);
        return HandshakeAsync(token => tls.AuthenticateAsClientAsync(options, token), handshakeTimeout, cancellationToken);
    }

    /// <summary>Shakes hands as the server.</summary>
    /// <inheritdoc cref="AuthenticateAsClientAsync" />
    public Task AuthenticateAsServerAsync(SslServerAuthenticationOptions options, TimeSpan? handshakeTimeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tls = Begin(null);
        return HandshakeAsync(token => tls.AuthenticateAsServerAsync(options, token), handshakeTimeout, cancellationToken);
    }

    /// <summary>Says close_notify: this side sends no more. Reading goes on.</summary>
    public Task ShutdownAsync() => Session.ShutdownAsync();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Session.Read(buffer, offset, count);

    /// <inheritdoc />
    public override int Read(Span<byte> buffer) => Session.Read(buffer);

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Session.ReadAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Session.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Session.Write(buffer, offset, count);

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer) => Session.Write(buffer);

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Session.WriteAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        Session.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override void Flush() => Session.Flush();

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => Session.FlushAsync(cancellationToken);

    /// <summary>Not supported.</summary>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Drops the connection without close_notify; say <see cref="ShutdownAsync"/> first for a clean end.</summary>
    /// <param name="disposing">Whether it is called from Dispose.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _tls?.Dispose();
            _tap.Dispose();
        }

        base.Dispose(disposing);
    }

    private SslStream Begin(RemoteCertificateValidationCallback? judge)
    {
        if (_tls is not null)
        {
            throw new InvalidOperationException("The TLS handshake has begun already.");
        }

        return _tls = new SslStream(_tap, leaveInnerStreamOpen: true, judge);
    }

    // Judges as the system does; it only remembers why.
    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _policyErrors = errors;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && chain is not null)
        {
            foreach (var status in chain.ChainStatus)
            {
                _chainStatus |= status.Status;
            }
        }

        return errors == SslPolicyErrors.None;
    }

    private async Task HandshakeAsync(Func<CancellationToken, Task> handshake, TimeSpan? handshakeTimeout, CancellationToken cancellationToken)
    {
        var limit = handshakeTimeout ?? DefaultHandshakeTimeout;
        using var deadline = new CancellationTokenSource(limit, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await handshake(either.Token).ConfigureAwait(false);
            _tap.RefusesEnd = !AllowsTruncation;
        }
        catch (OperationCanceledException inner) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw TlsErrors.TimedOut(limit, inner);
        }
        catch (AuthenticationException inner)
        {
            throw TlsErrors.Failed(inner, _tap.FirstOctet, _policyErrors, _chainStatus);
        }
        catch (IOException inner) when (_tap.SawEnd)
        {
            throw TlsErrors.Truncated(inner);
        }
    }
}
