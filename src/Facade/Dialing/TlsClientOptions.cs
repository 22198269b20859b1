using System.Net;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf;

/// <summary>Makes what a TLS handshake of a client is told, from a session's <see cref="TlsOptions"/>.</summary>
/// <remarks>Sessions resume by target host, to the letter, and never by an address. A protocol that must resume (FTP's data connections) gives
/// a resumption name; where that is not the host itself the platform checks the certificate for the wrong name, so its judgement of the name
/// is replaced by one for the host: stricter, never laxer.</remarks>
internal static class TlsClientOptions
{
    // One set of options serves many connections: what was found about one is kept by the connection, and goes with it.
    private static readonly ConditionalWeakTable<object, object> s_wrongNames = [];
    private static readonly ConditionalWeakTable<object, X509ChainStatus[]> s_brokenChains = [];

    /// <summary>Makes the options; they may be used for any number of connections.</summary>
    /// <param name="key">The host the certificate must be for, and the rules.</param>
    /// <param name="protocol">What is offered by ALPN (RFC 7301); null offers nothing.</param>
    /// <param name="resumptionName">The name sessions resume by, the same for a control connection and its data connections: <see cref="ResumptionScope"/>. Null: the host.</param>
    public static SslClientAuthenticationOptions Make(ConnectionKey key, SslApplicationProtocol? protocol, string? resumptionName = null)
    {
        var rules = key.Tls ?? throw new ArgumentException("The connection is one without TLS.", nameof(key));
        return new SslClientAuthenticationOptions
        {
            TargetHost = resumptionName ?? key.Host,
            EnabledSslProtocols = Protocols(rules),
            AllowRenegotiation = false,

            // A ticket would tell the host that two proxies, or two users of one, are the same client (catalogue TLS-06).
            AllowTlsResume = key.Proxy is null || resumptionName is not null,
            ApplicationProtocols = protocol is { } offered ? [offered] : null,
            CertificateRevocationCheckMode = rules.RevocationMode,
            ClientCertificates = rules.ClientCertificates,
            CertificateChainPolicy = MakeChainPolicy(rules),
            RemoteCertificateValidationCallback = MakeValidation(key.Host, resumptionName, rules),
        };
    }

    /// <summary>A name that sessions of a host can resume by: the host, spelled in one of its ways; or for an address a name made of it that no name server knows
    /// (RFC 6761 section 6.4).</summary>
    /// <param name="host">The host in canonical form.</param>
    /// <param name="spelling">Which way, 0 or more: bit by bit, whether a letter is a capital one. 0 is the host itself.</param>
    public static string ResumptionNameOf(string host, int spelling = 0)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            var digits = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? address.ToString().Replace('.', '-') : Convert.ToHexStringLower(address.GetAddressBytes());
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ip-{digits}{(spelling == 0 ? string.Empty : $"-{spelling}")}.invalid");
        }

        return spelling == 0 ? host : string.Create(host.Length, (host, spelling), static (name, from) =>
        {
            from.host.CopyTo(name);
            for (var i = 0; i < name.Length && from.spelling != 0; i++)
            {
                if (char.IsAsciiLetterLower(name[i]))
                {
                    name[i] = (from.spelling & 1) != 0 ? char.ToUpperInvariant(name[i]) : name[i];
                    from.spelling >>= 1;
                }
            }
        });
    }

    /// <summary>Whether <see cref="JudgeName"/> found the certificate of a connection to be for another host, for whoever words its refusal.</summary>
    public static bool FoundWrongName(SslStream connection) => s_wrongNames.TryGetValue(connection, out _);

    /// <summary>What the platform held against the chain of a connection's certificate under a judgement of ours; NoError when nothing, or when it judged alone.</summary>
    public static X509ChainStatusFlags FoundInChain(SslStream connection)
    {
        var found = X509ChainStatusFlags.NoError;
        if (s_brokenChains.TryGetValue(connection, out var statuses))
        {
            foreach (var status in statuses)
            {
                found |= status.Status;
            }
        }

        return found;
    }

    /// <summary>The platform's judgement with that of the name made for the host.</summary>
    /// <param name="errors">What the platform holds against the certificate.</param>
    /// <param name="certificate">The server's certificate.</param>
    /// <param name="host">The host the connection is for.</param>
    public static SslPolicyErrors JudgeName(SslPolicyErrors errors, X509Certificate? certificate, string host)
    {
        var others = errors & ~SslPolicyErrors.RemoteCertificateNameMismatch;
        return certificate is X509Certificate2 known && known.MatchesHostname(host, allowWildcards: true, allowCommonName: false)
            ? others
            : others | SslPolicyErrors.RemoteCertificateNameMismatch;
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

    private static RemoteCertificateValidationCallback? MakeValidation(string host, string? resumptionName, TlsOptions rules)
    {
        var validate = rules.ValidateServerCertificate;
        if (resumptionName is null || string.Equals(resumptionName, host, StringComparison.OrdinalIgnoreCase))
        {
            return validate is null ? null : (_, certificate, chain, errors) => validate(new TlsCertificateContext(host, certificate, chain, errors));
        }

        return (connection, certificate, chain, errors) =>
        {
            errors = JudgeName(errors, certificate, host);
            if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            {
                s_wrongNames.AddOrUpdate(connection, s_wrongNames);
            }
            else if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && chain is not null)
            {
                s_brokenChains.AddOrUpdate(connection, chain.ChainStatus);
            }

            return validate is null ? errors == SslPolicyErrors.None : validate(new TlsCertificateContext(host, certificate, chain, errors));
        };
    }
}
