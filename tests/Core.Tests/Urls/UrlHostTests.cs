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
    [InlineData("\u0915", "xn--11b", UrlHostKind.RegisteredName)]
    [InlineData("\u03AC", "xn--hxa", UrlHostKind.RegisteredName)]
    [InlineData("\u1F70", "xn--kqg", UrlHostKind.RegisteredName)]
    [InlineData("\u65E5\u672C", "xn--wgv71a", UrlHostKind.RegisteredName)]
    [InlineData("\u10D0", "xn--lod", UrlHostKind.RegisteredName)]
    [InlineData("\u0454", "xn--91a", UrlHostKind.RegisteredName)]
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

    // In invariant mode, as here, nothing can be normalized; what passes unmapped would name another host than it does elsewhere.
    [Theory]
    [InlineData("\u2F00")]
    [InlineData("\u03D2")]
    [InlineData("\u0958")]
    [InlineData("\u1F71")]
    [InlineData("\u1F80")]
    [InlineData("\u304B\u3099")]
    [InlineData("\u13A0")]
    [InlineData("\u1C80")]
    [InlineData("\U0001EE00")]
    [InlineData("\u1161")]
    [InlineData("\u2126")]
    [InlineData("\u00AA")]
    [InlineData("\U0001FBF9")]
    public void Host_that_needs_a_mapping_the_base_library_lacks_is_refused(string host)
    {
        Assert.Equal("\uFF21", "\uFF21".Normalize(NormalizationForm.FormKC));
        Assert.Equal(ParseResult.Invalid(ParseError.BadUrlHost, 0), UrlHost.Normalize(UrlSamples.Utf8(host), new byte[64], out _, out _));
    }

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
