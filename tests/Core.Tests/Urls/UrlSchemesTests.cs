namespace HiPerf.Core.Tests.Urls;

public class UrlSchemesTests
{
    [Theory]
    [InlineData("http", UrlScheme.Http, 80)]
    [InlineData("HTTPS", UrlScheme.Https, 443)]
    [InlineData("ftp", UrlScheme.Ftp, 21)]
    [InlineData("Ftps", UrlScheme.Ftps, 990)]
    [InlineData("gopher", UrlScheme.Gopher, 70)]
    [InlineData("gophers", UrlScheme.Gophers, 70)]
    [InlineData("ws", UrlScheme.Ws, 80)]
    [InlineData("wss", UrlScheme.Wss, 443)]
    [InlineData("file", UrlScheme.File, -1)]
    [InlineData("mailto", UrlScheme.Other, -1)]
    [InlineData("httq", UrlScheme.Other, -1)]
    [InlineData("", UrlScheme.Other, -1)]
    public void Scheme_is_found_in_any_case_with_its_port(string name, UrlScheme scheme, int port)
    {
        Assert.Equal(scheme, UrlSchemes.Find(UrlSamples.Utf8(name)));
        Assert.Equal(port, scheme.DefaultPort());
    }
}
