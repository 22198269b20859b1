using System.Buffers;
using System.Text;

namespace HiPerf.Core.Tests.Urls;

public class UrlHostTests
{
    [Theory]
    [InlineData("EXAMPLE.com", "example.com", UrlHostKind.RegisteredName)]
    [InlineData("0x7F.1", "127.0.0.1", UrlHostKind.IPv4)]
    [InlineData("%31.2.3.4", "1.2.3.4", UrlHostKind.IPv4)]
    [InlineData("[0::0001]", "[::1]", UrlHostKind.IPv6)]
    [InlineData("\u00E9", "xn--9ca", UrlHostKind.RegisteredName)]
    public void Host_is_written_in_its_normal_form(string host, string normal, UrlHostKind kind)
    {
        var destination = new byte[64];
        var result = UrlHost.Normalize(UrlSamples.Utf8(host), destination, out var written, out var found);
        Assert.True(result.IsDone);
        Assert.Equal(normal, Encoding.ASCII.GetString(destination, 0, written));
        Assert.Equal(kind, found);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a:80", 1)]
    [InlineData("a\r", 1)]
    [InlineData("a%0ab", 1)]
    [InlineData("[::1", 4)]
    [InlineData("256.0.0.1", 0)]
    public void Host_that_is_none_is_refused(string host, int position) =>
        Assert.Equal(ParseResult.Invalid(ParseError.BadUrlHost, position), UrlHost.Normalize(UrlSamples.Utf8(host), new byte[64], out _, out _));

    [Fact]
    public void Host_longer_than_any_domain_is_refused_without_reading_it_all()
    {
        var host = UrlSamples.Utf8(new string('%', 5000));
        Assert.Equal(ParseResult.Invalid(ParseError.BadUrlHost, 1024), UrlHost.Normalize(host, new byte[8192], out _, out _));
    }

    [Fact]
    public void Destination_too_small_says_so() =>
        Assert.Equal(OperationStatus.DestinationTooSmall, UrlHost.Normalize("abc"u8, new byte[2], out _, out _).Status);
}
