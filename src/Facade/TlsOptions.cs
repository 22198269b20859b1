using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf;

/// <summary>How a session makes and judges TLS connections. Fails closed; there is no switch that accepts everything.</summary>
/// <remarks>TLS 1.2 is the least (RFC 8996), renegotiation is off, the system picks ciphers. Part of the pool's key: sessions differ
/// in it as a whole, so that connections made under one set of rules are never used under another.</remarks>
public sealed record TlsOptions
{
    /// <summary>Versions to offer; <see cref="SslProtocols.None"/>, the default, leaves the choice to the system, 1.2 at least.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Roots to trust instead of the system's; null, the default, trusts the system's.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>Certificates to offer when a server asks for one; never sent to another origin by a redirect.</summary>
    public X509Certificate2Collection? ClientCertificates { get; init; }

    /// <summary>Whether and how revocation is checked; <see cref="X509RevocationMode.NoCheck"/> by default, as most clients do.</summary>
    public X509RevocationMode RevocationMode { get; init; } = X509RevocationMode.NoCheck;

    /// <summary>Asked about every server certificate, the good ones too; its answer is final. Null, the default: any policy error refuses.</summary>
    public Func<TlsCertificateContext, bool>? ValidateServerCertificate { get; init; }
}

/// <summary>What a certificate validation callback is told.</summary>
/// <param name="Host">The host the connection is for, without a port.</param>
/// <param name="Certificate">The server's certificate; null when it sent none.</param>
/// <param name="Chain">The chain as built; null when none could be.</param>
/// <param name="Errors">What the platform holds against it.</param>
public sealed record TlsCertificateContext(string Host, X509Certificate? Certificate, X509Chain? Chain, SslPolicyErrors Errors);
