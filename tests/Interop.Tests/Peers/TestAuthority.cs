using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A certificate authority of the tests' own, and a certificate for localhost that it signed.</summary>
internal sealed class TestAuthority : IDisposable
{
    public TestAuthority(string host = "localhost")
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=HiPerf tests", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Root = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(7));

        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 signed = request.Create(Root, now.AddDays(-1), now.AddDays(6), RandomNumberGenerator.GetBytes(8));
        CertificatePem = signed.ExportCertificatePem();
        KeyPem = key.ExportPkcs8PrivateKeyPem();
        using X509Certificate2 withKey = signed.CopyWithPrivateKey(key);
        Certificate = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Certificate { get; }

    public string CertificatePem { get; }

    public string KeyPem { get; }

    public void Dispose()
    {
        Root.Dispose();
        Certificate.Dispose();
    }
}
