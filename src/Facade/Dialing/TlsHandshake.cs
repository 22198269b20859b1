using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>Lays TLS over a fresh connection by the session's <see cref="TlsOptions"/>.</summary>
internal static class TlsHandshake
{
    /// <summary>Shakes hands under options made for this connection alone.</summary>
    /// <param name="transport">The connection; disposed of when the handshake fails.</param>
    /// <param name="key">Whose certificate is asked for, and under which rules.</param>
    /// <param name="protocol">What is offered by ALPN (RFC 7301); null offers nothing.</param>
    /// <param name="timeouts">The handshake's limit.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="listener">Hears of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ValueTask<TlsStream> RunAsync(Stream transport, ConnectionKey key, SslApplicationProtocol? protocol, InternetTimeouts timeouts, TimeProvider time,
        PhaseListener listener, CancellationToken cancellationToken) =>
        RunAsync(transport, key, TlsClientOptions.Make(key, protocol), timeouts, time, listener, cancellationToken);

    /// <summary>Shakes hands under options of <see cref="TlsClientOptions"/>, which several connections may share.</summary>
    /// <inheritdoc cref="RunAsync(Stream, ConnectionKey, SslApplicationProtocol?, InternetTimeouts, TimeProvider, PhaseListener, CancellationToken)"/>
    public static async ValueTask<TlsStream> RunAsync(Stream transport, ConnectionKey key, SslClientAuthenticationOptions options, InternetTimeouts timeouts,
        TimeProvider time, PhaseListener listener, CancellationToken cancellationToken)
    {
        var stream = new TlsStream(transport, leaveInnerOpen: false, time);
        listener.Raise(PhaseEventKind.TlsHandshake, key.Host);
        try
        {
            await stream.AuthenticateAsClientAsync(options, timeouts.TlsHandshake, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var isRejected = e is InternetException { Kind: InternetErrorKind.CertificateRejected };
            var isWrongName = isRejected && TlsClientOptions.FoundWrongName(stream.Session);
            var chain = isRejected ? TlsClientOptions.FoundInChain(stream.Session) : X509ChainStatusFlags.NoError;
            await stream.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (e is InternetException { Protocol: null } || (e is IOException and not InternetException))
            {
                throw isWrongName ? DialErrors.WrongName(e, key)
                    : chain != X509ChainStatusFlags.NoError ? DialErrors.Untrusted(e, chain, key)
                    : DialErrors.TlsFailed(e, key);
            }

            throw;
        }

        listener.Raise(PhaseEventKind.TlsEstablished, key.Host);
        return stream;
    }
}
