namespace HiPerf.Facade.Tests.Dialing;

public class ConnectionKeyTests
{
    [Fact]
    public void Key_differs_in_every_part()
    {
        var tls = new TlsOptions();
        var key = new ConnectionKey("https", "a", 1, tls);
        Assert.Equal(key, new ConnectionKey("https", "a", 1, new TlsOptions()));
        Assert.NotEqual(key, new ConnectionKey("http", "a", 1, tls));
        Assert.NotEqual(key, new ConnectionKey("https", "b", 1, tls));
        Assert.NotEqual(key, new ConnectionKey("https", "a", 2, tls));
        Assert.NotEqual(key, new ConnectionKey("https", "a", 1, null));
        Assert.NotEqual(key, new ConnectionKey("https", "a", 1, tls with { Protocols = System.Security.Authentication.SslProtocols.Tls13 }));
        Assert.NotEqual(key, new ConnectionKey("https", "a", 1, tls with { ValidateServerCertificate = _ => true }));
    }
}
