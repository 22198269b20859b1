using System.Buffers;
using System.Text;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Urls;

public class UrlParserTests
{
    public static TheoryData<string> Valid => [.. UrlSamples.Valid];

    public static TheoryData<string, ParseError, int> Invalid
    {
        get
        {
            var data = new TheoryData<string, ParseError, int>();
            foreach (var (url, error, position) in UrlSamples.Invalid)
            {
                data.Add(url, error, position);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Url_valid_is_consumed_whole_and_its_parts_rebuild_it(string url)
    {
        var octets = UrlSamples.Utf8(url);
        var result = UrlParser.Parse(octets, out var parts);
        Assert.Equal(ParseResult.Done(octets.Length), result);
        Assert.Equal(url, Rebuild(octets, parts));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Url_invalid_is_refused_at_its_first_impossible_octet(string url, ParseError error, int position)
    {
        var result = UrlParser.Parse(UrlSamples.Utf8(url), out var parts);
        Assert.Equal(ParseResult.Invalid(error, position), result);
        Assert.Equal(default, parts);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Url_invalid_octets_behind_the_offset_change_nothing(string url, ParseError error, int position)
    {
        var octets = UrlSamples.Utf8(url);
        foreach (var other in "a0@:/[]?#% \0"u8)
        {
            var changed = octets.ToArray();
            changed.AsSpan(Math.Min(position + 1, changed.Length)..).Fill(other);
            Assert.Equal(ParseResult.Invalid(error, position), UrlParser.Parse(changed, out _));
            if (position < octets.Length)
            {
                Assert.Equal(ParseResult.Invalid(error, position), UrlParser.Parse(changed.AsSpan(..(position + 1)), out _));
            }
        }
    }

    [Fact]
    public void Url_any_octets_give_an_answer_with_a_position_inside()
    {
        var random = new Random(3986);
        var alphabet = "http:/@[]1aA.%2e?#\\ \0é::fgop-+"u8.ToArray();
        var octets = new byte[40];
        for (var round = 0; round < 200_000; round++)
        {
            var url = octets.AsSpan(..random.Next(octets.Length));
            foreach (ref var octet in url)
            {
                octet = alphabet[random.Next(alphabet.Length)];
            }

            if (round % 2 == 0 && url.Length > 7)
            {
                "http://"u8.CopyTo(url);
            }

            var result = UrlParser.Parse(url, out var parts);
            if (result.IsDone)
            {
                Assert.Equal(Encoding.Latin1.GetString(url), Rebuild(url.ToArray(), parts));
                continue;
            }

            Assert.Equal(OperationStatus.InvalidData, result.Status);
            Assert.InRange(result.Position, 0, url.Length);
            url[Math.Min(result.Position + 1, url.Length)..].Fill(alphabet[random.Next(alphabet.Length)]);
            Assert.Equal(result, UrlParser.Parse(url, out _));
        }
    }

    [Fact]
    public void Url_parts_stand_where_they_are()
    {
        var url = "https://us%65r:pa:ss@[::1]:8443/a/b?c#d"u8;
        Assert.True(UrlParser.Parse(url, out var parts).IsDone);
        Assert.Equal("https"u8, parts.SchemeIn(url));
        Assert.Equal("us%65r"u8, parts.UserNameIn(url));
        Assert.Equal("pa:ss"u8, parts.PasswordIn(url));
        Assert.Equal("[::1]"u8, parts.HostIn(url));
        Assert.Equal(8443, parts.Port);
        Assert.Equal("/a/b"u8, parts.PathIn(url));
        Assert.Equal("c"u8, parts.QueryIn(url));
        Assert.Equal("d"u8, parts.FragmentIn(url));
        Assert.Equal(UrlScheme.Https, parts.Scheme);
        Assert.Equal(UrlHostKind.IPv6, parts.HostKind);
        Assert.Equal(url.Length, parts.Length);
        Assert.False(parts.HasOpaquePath);
    }

    [Theory]
    [InlineData("http://a.b/", UrlHostKind.RegisteredName)]
    [InlineData("http://1.2.3.4/", UrlHostKind.IPv4)]
    [InlineData("http://1.2.3.04/", UrlHostKind.RegisteredName)]
    [InlineData("http://1.2.3/", UrlHostKind.RegisteredName)]
    [InlineData("http://[v1.x]/", UrlHostKind.IPvFuture)]
    [InlineData("file:///", UrlHostKind.Empty)]
    [InlineData("mailto:a@b", UrlHostKind.None)]
    public void Host_kind_is_that_of_its_form(string url, UrlHostKind kind)
    {
        Assert.True(UrlParser.Parse(UrlSamples.Utf8(url), out var parts).IsDone);
        Assert.Equal(kind, parts.HostKind);
    }

    [Fact]
    public void Url_longer_than_the_limit_is_refused_at_the_limit_unless_wrong_before()
    {
        var url = UrlSamples.Utf8("http://a/" + new string('b', UrlParser.DefaultMaxLength));
        Assert.Equal(ParseResult.Invalid(ParseError.UrlTooLong, UrlParser.DefaultMaxLength), UrlParser.Parse(url, out _));
        Assert.True(UrlParser.Parse(url, out _, url.Length).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.UrlTooLong, 3), UrlParser.Parse("http://a"u8, out _, 3));
        Assert.Equal(ParseResult.Invalid(ParseError.BadScheme, 1), UrlParser.Parse("h ttp://a"u8, out _, 3));
    }

    [Fact]
    public void Url_reading_allocates_nothing_whether_accepted_or_refused()
    {
        var urls = UrlSamples.Valid.Concat(UrlSamples.Invalid.Select(item => item.Url)).Select(UrlSamples.Utf8).ToArray();
        Assert.Equal(0, AllocatedBy(urls));
    }

    private static long AllocatedBy(byte[][] urls) => Allocation.Least(() =>
    {
        foreach (var url in urls)
        {
            _ = UrlParser.Parse(url, out _);
        }
    });

    private static string Rebuild(byte[] octets, in UrlParts parts)
    {
        var text = new StringBuilder();
        text.Append(Encoding.Latin1.GetString(parts.SchemeIn(octets))).Append(':');
        if (parts.HostLength >= 0)
        {
            text.Append("//");
            if (parts.UserNameLength >= 0)
            {
                text.Append(Encoding.Latin1.GetString(parts.UserNameIn(octets)));
            }

            if (parts.PasswordLength >= 0)
            {
                text.Append(':').Append(Encoding.Latin1.GetString(parts.PasswordIn(octets)));
            }

            if (parts.UserNameLength >= 0)
            {
                text.Append('@');
            }

            text.Append(Encoding.Latin1.GetString(parts.HostIn(octets)));
            if (parts.PortLength >= 0)
            {
                text.Append(':').Append(Encoding.Latin1.GetString(octets, parts.PortStart, parts.PortLength));
            }
        }

        text.Append(Encoding.Latin1.GetString(parts.PathIn(octets)));
        if (parts.QueryLength >= 0)
        {
            text.Append('?').Append(Encoding.Latin1.GetString(parts.QueryIn(octets)));
        }

        if (parts.FragmentLength >= 0)
        {
            text.Append('#').Append(Encoding.Latin1.GetString(parts.FragmentIn(octets)));
        }

        return text.ToString();
    }
}
