using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>Lays TLS over a fresh connection by the session's <see cref="TlsOptions"/>.</summary>
internal static class TlsHandshake
{
    public static async ValueTask<TlsStream> RunAsync(Stream transport, ConnectionKey key, InternetTimeouts timeouts, TimeProvider time,
        PhaseListener listener, CancellationToken cancellationToken)
    {
        var stream = new TlsStream(transport, leaveInnerOpen: false, time);
        listener.Raise(PhaseEventKind.TlsHandshake, key.Host);
        try
        {
            await stream.AuthenticateAsClientAsync(MakeOptions(key), timeouts.TlsHandshake, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (e is InternetException { Protocol: null } or IOException)
            {
                throw HttpErrors.FromTransport(e, InternetPhase.TlsHandshake, key);
            }

            throw;
        }

        listener.Raise(PhaseEventKind.TlsEstablished, key.Host);
        return stream;
    }

    private static SslClientAuthenticationOptions MakeOptions(ConnectionKey key)
    {
        var rules = key.Tls!;
        return new SslClientAuthenticationOptions
        {
            // One stable name per host: sessions resume by it.
            TargetHost = key.Host,
            EnabledSslProtocols = Protocols(rules),
            AllowRenegotiation = false,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            CertificateRevocationCheckMode = rules.RevocationMode,
            ClientCertificates = rules.ClientCertificates,
            CertificateChainPolicy = MakeChainPolicy(rules),
            RemoteCertificateValidationCallback = MakeValidation(key),
        };
    }

#pragma warning disable CA5398 // The system's own default may begin below TLS 1.2 (RFC 8996): the least is named, the rest is the system's.
    private static SslProtocols Protocols(TlsOptions rules) =>
        rules.Protocols == SslProtocols.None ? SslProtocols.Tls12 | SslProtocols.Tls13 : rules.Protocols;
#pragma warning restore CA5398

    private static X509ChainPolicy? MakeChainPolicy(TlsOptions rules)
    {
        if (rules.TrustedRoots is not { } roots)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = rules.RevocationMode,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }

    private static RemoteCertificateValidationCallback? MakeValidation(ConnectionKey key) => key.Tls!.ValidateServerCertificate is { } validate
        ? (_, certificate, chain, errors) => validate(new TlsCertificateContext(key.Host, certificate, chain, errors))
        : null;
}
