using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Facade.Tests.Peers;

/// <summary>Self-signed certificates, made for one test run.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 ForLocalhost { get; } = Make("localhost", DateTimeOffset.UtcNow.AddDays(1));

    public static X509Certificate2 ForAnotherHost { get; } = Make("other.test", DateTimeOffset.UtcNow.AddDays(1));

    public static X509Certificate2 Expired { get; } = Make("localhost", DateTimeOffset.UtcNow.AddDays(-1));

    private static X509Certificate2 Make(string host, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(until.AddDays(-30), until);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
