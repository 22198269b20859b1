using System.Buffers;
using System.Text;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Urls;

public class UrlNormalizerTests
{
    [Theory]
    [InlineData("http://h", "http://h/")]
    [InlineData("HTTP://H:80/A", "http://h/A")]
    [InlineData("https://h:443", "https://h/")]
    [InlineData("ftp://h:21/", "ftp://h/")]
    [InlineData("http://h:00081/", "http://h:81/")]
    [InlineData("http:\\\\h\\a", "http://h/a")]
    [InlineData("http:h", "http://h/")]
    [InlineData("http:////h//", "http://h//")]
    [InlineData(" ht\ntp://h/\ta\r ", "http://h/a")]
    [InlineData("http://u:p:q@h/", "http://u:p%3Aq@h/")]
    [InlineData("http://u:@h/", "http://u@h/")]
    [InlineData("http://h/a b\"<>`{}^|?a b\"<>'`#a b\"<>'`", "http://h/a%20b%22%3C%3E%60%7B%7D%5E|?a%20b%22%3C%3E%27`#a%20b%22%3C%3E'%60")]
    [InlineData("http://h/\u00E9?\u00E9#\u00E9", "http://h/%C3%A9?%C3%A9#%C3%A9")]
    [InlineData("http://h/\r\n\0a", "http://h/%00a")]
    [InlineData("http://h/a/%2e%2E/b/.%2e/./c/.", "http://h/c/")]
    [InlineData("http://h/../../..", "http://h/")]
    [InlineData("http://h/...", "http://h/...")]
    [InlineData("http://h/.a/..b/c./%2ed", "http://h/.a/..b/c./%2ed")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://017700000001/", "http://127.0.0.1/")]
    [InlineData("http://4294967295/", "http://255.255.255.255/")]
    [InlineData("http://1.2.772/", "http://1.2.3.4/")]
    [InlineData("http://1.2.3.4./", "http://1.2.3.4/")]
    [InlineData("http://[0:0:1:0:0:0:1:0]/", "http://[0:0:1::1:0]/")]
    [InlineData("http://[1:0:0:0:0:0:0:0]/", "http://[1::]/")]
    [InlineData("http://[0:1:0:1:0:1:0:1]/", "http://[0:1:0:1:0:1:0:1]/")]
    [InlineData("http://[::ffff:1.2.3.4]:80/", "http://[::ffff:102:304]/")]
    [InlineData("http://ex%41mple.com./", "http://example.com./")]
    [InlineData("http://b\u00FCcher.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://\u4F8B\u3048\u3002\uFF4A\uFF50/", "http://xn--r8jz45g.jp/")]
    [InlineData("http://XN--BCHER-KVA.example/", "http://xn--bcher-kva.example/")]
    [InlineData("ftps://H:990/a", "ftps://H:990/a")]
    [InlineData("gophers://h/0a\\b", "gophers://h/0a\\b")]
    [InlineData("gopher://h/1/a%09b", "gopher://h/1/a%09b")]
    [InlineData("gopher://h/0/../a/./%2e%2E/b/..", "gopher://h/0/../a/./%2e%2E/b/..")]
    [InlineData("gophers://h/..?a b#c", "gophers://h/..?a%20b#c")]
    [InlineData("gopher://h/.//a b", "gopher://h/.//a%20b")]
    [InlineData("gopher:/a/../b", "gopher:/b")]
    [InlineData("mailto:a b@c ?d e", "mailto:a b@c%20?d%20e")]
    [InlineData("javascript:alert('x')", "javascript:alert('x')")]
    [InlineData("x:/a/..//b", "x:/.//b")]
    [InlineData("x://h/../a", "x://h/a")]
    [InlineData("x:", "x:")]
    [InlineData("x://", "x://")]
    [InlineData("x://h?", "x://h?")]
    [InlineData("file:c|\\a", "file:///c:/a")]
    [InlineData("file:///c:/../..", "file:///c:/")]
    [InlineData("file://LOCALHOST/a", "file:///a")]
    public void Url_is_written_in_its_normal_form(string url, string normal) => Assert.Equal(normal, UrlSamples.Normalize(url));

    [Theory]
    [InlineData("", ParseError.MissingScheme, 0)]
    [InlineData("a/b", ParseError.MissingScheme, 0)]
    [InlineData("http:", ParseError.MissingUrlHost, 5)]
    [InlineData("http://", ParseError.MissingUrlHost, 7)]
    [InlineData("http://u@/", ParseError.MissingUrlHost, 9)]
    [InlineData("http://:80/", ParseError.MissingUrlHost, 7)]
    [InlineData("x://:80/", ParseError.MissingUrlHost, 4)]
    [InlineData("http://a b/", ParseError.BadUrlHost, 8)]
    [InlineData("http://a%20b/", ParseError.BadUrlHost, 8)]
    [InlineData("http://%41%00b/", ParseError.BadUrlHost, 10)]
    [InlineData("http://u@a%2fb/", ParseError.BadUrlHost, 10)]
    [InlineData("  http://\ta\t<b/", ParseError.BadUrlHost, 12)]
    [InlineData("http://1.2.3.256/", ParseError.BadUrlHost, 7)]
    [InlineData("http://1.2.3.4.5/", ParseError.BadUrlHost, 7)]
    [InlineData("http://a.0x1/", ParseError.BadUrlHost, 7)]
    [InlineData("http://[::1", ParseError.BadUrlHost, 11)]
    [InlineData("http://[::1]x/", ParseError.BadUrlHost, 12)]
    [InlineData("http://[::1x]/", ParseError.BadUrlHost, 11)]
    [InlineData("http://a:b/", ParseError.BadUrlPort, 9)]
    [InlineData("http://a:65536/", ParseError.BadUrlPort, 13)]
    [InlineData("http://\uFFFD/", ParseError.BadUrlHost, 7)]
    [InlineData("http://\u00AD/", ParseError.BadUrlHost, 7)]
    [InlineData("http://\u00E9\u0308/", ParseError.BadUrlHost, 7)]
    [InlineData("http://\u2100.example/", ParseError.BadUrlHost, 7)]
    [InlineData("http://\u05D0a/", ParseError.BadUrlHost, 7)]
    [InlineData("x://a b/", ParseError.BadUrlHost, 5)]
    public void Url_that_cannot_be_repaired_is_refused(string url, ParseError error, int position)
    {
        var result = UrlNormalizer.Normalize(UrlSamples.Utf8(url), new byte[256], out var parts);
        Assert.Equal(ParseResult.Invalid(error, position), result);
        Assert.Equal(default, parts);
    }

    [Fact]
    public void Url_octets_that_are_no_utf8_are_percent_encoded_as_they_are()
    {
        var destination = new byte[64];
        Assert.True(UrlNormalizer.Normalize([.. "http://h/"u8, 0xE9], destination, out var parts).IsDone);
        Assert.Equal("http://h/%E9", Encoding.ASCII.GetString(destination, 0, parts.Length));
    }

    [Fact]
    public void Destination_too_small_by_any_amount_says_so_and_just_enough_is_enough()
    {
        string[] urls = ["http://u:p@h:81/a/b c/../d?e f#g h", "http://0x7f.1/", "http://[::1]/", "x:/a/..//b", "file:c|/x", "http://\u00E9/", "mailto:a b ?c"];
        foreach (var url in urls)
        {
            var length = UrlSamples.Normalize(url).Length;
            for (var room = 0; room < length; room++)
            {
                var result = UrlNormalizer.Normalize(UrlSamples.Utf8(url), new byte[room], out _);
                Assert.Equal(OperationStatus.DestinationTooSmall, result.Status);
            }

            Assert.True(UrlNormalizer.Normalize(UrlSamples.Utf8(url), new byte[length + 4], out _).IsDone);
        }
    }

    [Fact]
    public void Url_any_octets_give_a_fixed_point_without_controls_or_an_error_inside()
    {
        var random = new Random(5);
        string[] tokens =
        [
            "http:", "https:", "file:", "ftp:", "gopher:", "x:", "/", "//", "\\", "?", "#", "@", ":", ":80", "a", "h", "..", ".", "%2e", "%", "%41", " ", "\t", "\r\n", "\0",
            "C:", "c|", "[::1]", "[", "]", "1", "0x7f", "\u00E9", "<", "\"", "'", "{", "|", "^",
        ];
        string?[] bases = [null, "http://u:p@b:8/c/d?e#f", "file:///C:/x/y", "x:/p//q", "x:opaque?q"];
        var destination = new byte[1024];
        for (var round = 0; round < 20_000; round++)
        {
            var url = string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => tokens[random.Next(tokens.Length)]));
            var result = UrlSamples.Run(url, bases[random.Next(bases.Length)], destination, out var parts);
            if (!result.IsDone)
            {
                Assert.Equal(OperationStatus.InvalidData, result.Status);
                Assert.InRange(result.Position, 0, Encoding.UTF8.GetByteCount(url));
                continue;
            }

            var href = destination.AsSpan(..parts.Length);
            Assert.True(href.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0, url);
            Assert.True(parts.HasOpaquePath || !href.Contains((byte)' '), url);
            var text = Encoding.ASCII.GetString(href);
            Assert.Equal(text, UrlSamples.Normalize(text));
        }
    }

    [Fact]
    public void Url_writing_allocates_nothing_for_ascii_hosts_whether_accepted_or_refused()
    {
        string[] urls =
        [
            "http://www.example.com/a/b?c=d#e", "HTTPS:\\\\u:p@EXAMPLE.com:8443/a b/../c\u00E9", " \thttp://0x7f.1/%2e%2e", "file:c|/a", "gopher://h/1a",
            "http://[::1.2.3.4]/", "mailto:a b", "http://a b/", "http://h:99999/", "http://[::", "http://1.2.3.4.5/", "", "http://a%00b/", "http://" + new string('a', 600) + "\t/",
        ];
        var octets = urls.Select(UrlSamples.Utf8).ToArray();
        var destination = new byte[2048];
        var baseUrl = new byte[64];
        Assert.True(UrlNormalizer.Normalize("http://b/c/d?e"u8, baseUrl, out var baseParts).IsDone);
        Assert.Equal(0, Allocation.Least(() =>
        {
            foreach (var url in octets)
            {
                UrlNormalizer.Normalize(url, destination, out _);
                UrlNormalizer.Resolve(url, baseUrl, baseParts, destination, out _);
            }
        }));
    }
}
