using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Facade.Tests.Peers;

namespace HiPerf.Facade.Tests.Dialing;

public class TlsClientOptionsTests
{
    private static readonly PhaseListener Deaf = new(null, TimeProvider.System, null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ftp.example.com", "ftp.example.com")]
    [InlineData("127.0.0.1", "ip-127-0-0-1.invalid")]
    [InlineData("::1", "ip-00000000000000000000000000000001.invalid")]
    [InlineData("2001:db8::2", "ip-20010db8000000000000000000000002.invalid")]
    public void Resumption_name_is_a_name_for_every_host(string host, string name) =>
        Assert.Equal(name, TlsClientOptions.ResumptionNameOf(host));

    [Fact]
    public void Name_of_the_host_leaves_the_judgement_to_the_platform()
    {
        Assert.Null(TlsClientOptions.Make(Key("localhost"), null, "localhost").RemoteCertificateValidationCallback);
        Assert.Null(TlsClientOptions.Make(Key("localhost"), SslApplicationProtocol.Http11).RemoteCertificateValidationCallback);
        Assert.NotNull(TlsClientOptions.Make(Key("127.0.0.1"), null, "ip-127-0-0-1.invalid").RemoteCertificateValidationCallback);
    }

    [Theory]
    [InlineData(SslPolicyErrors.None, "127.0.0.1", SslPolicyErrors.None)]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch, "127.0.0.1", SslPolicyErrors.None)]
    [InlineData(SslPolicyErrors.None, "127.0.0.2", SslPolicyErrors.RemoteCertificateNameMismatch)]
    [InlineData(SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch, "127.0.0.1", SslPolicyErrors.RemoteCertificateChainErrors)]
    public void Judgement_of_the_name_is_made_for_the_host(SslPolicyErrors found, string host, SslPolicyErrors expected) =>
        Assert.Equal(expected, TlsClientOptions.JudgeName(found, TestCertificate.ForLocalhost, host));

    [Fact]
    public void Missing_certificate_is_for_no_host() =>
        Assert.True(TlsClientOptions.JudgeName(SslPolicyErrors.None, null, "127.0.0.1").HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch));

    [Fact]
    public void Key_without_tls_has_no_options() =>
        Assert.Throws<ArgumentException>(() => TlsClientOptions.Make(new ConnectionKey("http", "a", 80, null), null));

    [Fact]
    public async Task Address_under_a_resumption_name_is_checked_against_the_certificate()
    {
        await using var peer = Peer(TestCertificate.ForLocalhost);
        Assert.Null(await HandshakeAsync(peer, Trusting(TestCertificate.ForLocalhost)));
    }

    [Fact]
    public async Task Certificate_without_the_address_is_refused_under_a_resumption_name()
    {
        await using var peer = Peer(TestCertificate.ForAnotherHost);
        var error = await HandshakeAsync(peer, Trusting(TestCertificate.ForAnotherHost));
        Assert.Equal(InternetErrorKind.CertificateRejected, error?.Kind);
        Assert.Equal($"127.0.0.1:{peer.Port}", error?.EndPoint);
        Assert.Equal("ftps", error?.Protocol);
        Assert.Equal(WinInetCode.CertificateNameInvalid, error?.NativeCode);
    }

    [Fact]
    public async Task Certificate_nobody_trusts_is_refused_under_a_resumption_name()
    {
        await using var peer = Peer(TestCertificate.ForLocalhost);
        var error = await HandshakeAsync(peer, new TlsOptions());
        Assert.Equal(InternetErrorKind.CertificateRejected, error?.Kind);
        Assert.Equal((WinInetCode.InvalidCertificateAuthority, $"127.0.0.1:{peer.Port}"), (error?.NativeCode, error?.EndPoint));
        Assert.Contains("not trusted: UntrustedRoot", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_out_of_its_time_is_told_under_a_resumption_name()
    {
        await using var peer = Peer(TestCertificate.Expired);
        var error = await HandshakeAsync(peer, Trusting(TestCertificate.Expired));
        Assert.Equal(WinInetCode.CertificateDateInvalid, error?.NativeCode);
        Assert.Contains("NotTimeValid", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_is_told_the_true_host_and_the_true_errors()
    {
        TlsCertificateContext? seen = null;
        await using var peer = Peer(TestCertificate.ForLocalhost);
        Assert.Null(await HandshakeAsync(peer, new TlsOptions { ValidateServerCertificate = context => (seen = context) is not null }));
        Assert.Equal("127.0.0.1", seen?.Host);
        Assert.Equal(SslPolicyErrors.RemoteCertificateChainErrors, seen?.Errors);
    }

    private static async Task<InternetException?> HandshakeAsync(ScriptedPeer peer, TlsOptions tls)
    {
        var key = new ConnectionKey("ftps", "127.0.0.1", peer.Port, tls);
        var dialer = new Dialer(new InternetSessionOptions());
        var dialed = await dialer.ConnectAsync(key, new IPEndPoint(IPAddress.Loopback, peer.Port), new InternetTimeouts(), Deaf, Token);
        var options = TlsClientOptions.Make(key, null, TlsClientOptions.ResumptionNameOf(key.Host));
        try
        {
            await using var stream = await TlsHandshake.RunAsync(dialed.Stream, key, options, new InternetTimeouts(), TimeProvider.System, Deaf, Token);
            return null;
        }
        catch (InternetException e)
        {
            return e;
        }
    }

    private static TlsOptions Trusting(X509Certificate2 root) => new() { TrustedRoots = [root] };

    private static ConnectionKey Key(string host) => new("https", host, 443, new TlsOptions());

    private static ScriptedPeer Peer(X509Certificate2 certificate) => ScriptedPeer.Start(async connection =>
    {
        await connection.TlsAsync(certificate);
        await connection.ClosedAsync();
    });
}
