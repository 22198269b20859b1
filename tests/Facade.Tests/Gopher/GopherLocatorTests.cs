using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

public sealed class GopherLocatorTests
{
    [Theory]
    [InlineData("gopher://Example.ORG", "example.org", 70, '1', "", "gopher://example.org/")]
    [InlineData("gopher://h/", "h", 70, '1', "", "gopher://h/")]
    [InlineData("gopher://h/1", "h", 70, '1', "", "gopher://h/")]
    [InlineData("gopher://h:70/0", "h", 70, '0', "", "gopher://h/0")]
    [InlineData("gopher://h:7070/0/a.txt", "h", 7070, '0', "/a.txt", "gopher://h:7070/0/a.txt")]
    [InlineData("gopher://h/0a%20b%3Fc", "h", 70, '0', "a b?c", "gopher://h/0a%20b%3Fc")]
    [InlineData("gopher://h/0a?b=c", "h", 70, '0', "a?b=c", "gopher://h/0a%3Fb=c")]
    [InlineData("gopher://h/0a#part", "h", 70, '0', "a", "gopher://h/0a")]
    [InlineData("gopher://h/0/../a/./b", "h", 70, '0', "/../a/./b", "gopher://h/0/../a/./b")]
    [InlineData("gopher://h/0%2e%2e/%2E", "h", 70, '0', "../.", "gopher://h/0../.")]
    [InlineData("gopher://h/..", "h", 70, '.', ".", "gopher://h/..")]
    [InlineData("gopher://[::1]:105/2x", "::1", 105, '2', "x", "gopher://[::1]:105/2x")]
    [InlineData("gopher://0x7f.1/1", "127.0.0.1", 70, '1', "", "gopher://127.0.0.1/")]
    [InlineData("gopher://b\u00FCcher.example/9\u00FC", "xn--bcher-kva.example", 70, '9', "\u00FC", "gopher://xn--bcher-kva.example/9%C3%BC")]
    public void Url_names_host_port_type_and_selector(string url, string host, int port, char type, string selector, string normal)
    {
        GopherLocator locator = GopherLocator.Parse(url);
        Assert.Equal((host, port, (byte)type, selector), (locator.Host, locator.Port, locator.TypeOctet, locator.Selector));
        Assert.Equal((false, null, null, GopherPlusMark.None, null), (locator.UsesTls, locator.Query, locator.PlusString, locator.Plus, locator.DisplayName));
        Assert.Equal(normal, locator.ToString());
        Assert.Equal(normal, locator.ToUrl().Href);
        Assert.Equal(locator, GopherLocator.Parse(normal));
    }

    [Theory]
    [InlineData("gopher://h/7f%09a%20b", "a b", null, "gopher://h/7f%09a%20b")]
    [InlineData("gopher://h/7f%09", "", null, "gopher://h/7f%09")]
    [InlineData("gopher://h/0f%09%09+text/plain%20En", null, "+text/plain En", "gopher://h/0f%09%09+text/plain%20En")]
    [InlineData("gopher://h/0f%09%09!", null, "!", "gopher://h/0f%09%09!")]
    [InlineData("gopher://h/1f%09%09$+VIEWS", null, "$+VIEWS", "gopher://h/1f%09%09$+VIEWS")]
    [InlineData("gopher://h/7f%09a%09+", "a", "+", "gopher://h/7f%09a%09+")]
    [InlineData("gopher://h/7f%09a%09", "a", null, "gopher://h/7f%09a")]
    [InlineData("gopher://h/1%09%09!", null, "!", "gopher://h/1%09%09!")]
    public void Url_names_search_and_gopher_plus_string(string url, string? query, string? plus, string normal)
    {
        GopherLocator locator = GopherLocator.Parse(url);
        Assert.Equal((query, plus), (locator.Query, locator.PlusString));
        Assert.Equal(plus is null ? GopherPlusMark.None : GopherPlusMark.Plus, locator.Plus);
        Assert.Equal(normal, locator.ToString());
        Assert.Equal(locator, GopherLocator.Parse(normal));
    }

    [Fact]
    public void Url_of_tls_is_one_of_gophers()
    {
        GopherLocator locator = GopherLocator.Parse("GOPHERS://h/0a");
        Assert.True(locator.UsesTls);
        Assert.Equal("gophers://h/0a", locator.ToString());
        Assert.NotEqual(locator, locator with { UsesTls = false });
    }

    [Theory]
    [InlineData("http://h/", "BadScheme at octet 0")]
    [InlineData("gopher:/1", "MissingUrlHost at octet 7")]
    [InlineData("gopher:1", "MissingUrlHost at octet 7")]
    [InlineData("gopher:///1", "MissingUrlHost at octet 7")]
    [InlineData("gopher://u@h/", "BadUrlCharacter at octet 9")]
    [InlineData("gopher://:p@h/", "BadUrlCharacter at octet 9")]
    [InlineData("gopher://h%00/", "BadUrlHost at octet 9")]
    [InlineData("gopher://h:0/", "BadUrlPort at octet 11")]
    [InlineData("gopher://h:70000/", "BadUrlPort")]
    [InlineData("gopher://h/%0D", "BadGopherSelector at octet 11")]
    [InlineData("gopher://h/0a%0d%0aFLUSHALL", "BadGopherSelector at octet 13")]
    [InlineData("gopher://h/0a%00", "BadGopherSelector at octet 13")]
    [InlineData("gopher://h/7a%09b%0a", "BadGopherSelector at octet 17")]
    [InlineData("gopher://h/7a%09b%09+%09", "BadGopherSelector at octet 21")]
    [InlineData("gopher://h/7a%09b%09c", "BadGopherSelector at octet 20")]
    [InlineData("gopher://h/%20", "BadGopherType at octet 11")]
    [InlineData("gopher://h/0%4", "BadPercentEncoding at octet 14")]
    [InlineData("gopher://h/0a\tb", "BadGopherSelector at octet 13")]
    [InlineData("gopher://h/0\u00E9\n", "BadGopherSelector at octet 14")]
    [InlineData("gopher://h/0a\r", "BadGopherSelector at octet 13")]
    [InlineData("gopher://h/0a\0", "BadGopherSelector at octet 13")]
    [InlineData("", "MissingScheme at octet 0")]
    public void Url_that_is_none_is_refused_at_its_octet(string url, string message)
    {
        UriFormatException error = Assert.Throws<UriFormatException>(() => GopherLocator.Parse(url));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Null(GopherLocator.ParseOrNull(url));
        Assert.False(GopherLocator.TryParse(url, out _));
    }

    [Fact]
    public void Url_that_is_null_is_none()
    {
        Assert.Null(GopherLocator.ParseOrNull(null));
        Assert.True(GopherLocator.TryParse("gopher://h", out GopherLocator? locator));
        Assert.Equal(new GopherLocator("h"), locator);
    }

    [Theory]
    [InlineData("gopher://h/0/../a/./b")]
    [InlineData("gophers://h:7070/0/../a/%2e%2e")]
    [InlineData("gopher://h/7a%09b?c")]
    [InlineData("gopher://h/1")]
    public void Uri_of_the_base_library_is_taken_to_the_letter(string text)
    {
        GopherLocator locator = GopherLocator.Parse(text);
        Assert.Equal(locator, GopherLocator.FromUri(new Uri(text)));
        Assert.Equal(locator, GopherLocator.FromUri(locator.ToUri()));
        Assert.Equal(locator.ToString(), locator.ToUri().AbsoluteUri);
        Assert.Equal(locator, GopherLocator.FromUrl(locator.ToUrl()));
        Assert.Throws<ArgumentException>(() => GopherLocator.FromUri(new Uri("/a", UriKind.Relative)));
    }

    [Theory]
    [InlineData("H.Example", "h.example")]
    [InlineData("::1", "::1")]
    [InlineData("[0:0::1]", "::1")]
    [InlineData("127.1", "127.0.0.1")]
    public void Host_is_put_into_canonical_form(string host, string canonical) => Assert.Equal(canonical, new GopherLocator(host).Host);

    [Theory]
    [InlineData("h/a")]
    [InlineData("h:70")]
    [InlineData("[::1]:70")]
    [InlineData("a b")]
    [InlineData("u@h")]
    [InlineData("h\r\n")]
    [InlineData("h\0")]
    [InlineData(":")]
    [InlineData("")]
    public void Host_that_is_none_is_refused(string host)
    {
        Assert.ThrowsAny<ArgumentException>(() => new GopherLocator(host));
        Assert.Null(GopherLocator.FromOctets(Encoding.ASCII.GetBytes(host), 70, (byte)'1', default));
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("\r")]
    [InlineData("a\n")]
    [InlineData("a\0b")]
    public void Part_that_would_end_its_field_is_refused(string part)
    {
        var locator = new GopherLocator("h");
        Assert.Throws<ArgumentException>("selector", () => new GopherLocator("h", part));
        Assert.Throws<ArgumentException>(() => locator with { Query = part });
        Assert.Throws<ArgumentException>(() => locator with { PlusString = "+" + part });
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() => Assert.Throws<ArgumentException>("selector", () => new GopherLocator("h", "a\uD800"));

    [Theory]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("?")]
    public void Gopher_plus_string_without_its_sign_is_refused(string plus) => Assert.Throws<ArgumentException>(() => new GopherLocator("h") { PlusString = plus });

    [Fact]
    public void Port_is_1_to_65535()
    {
        Assert.Equal(1, new GopherLocator("h") { Port = 1 }.Port);
        Assert.Equal(65535, new GopherLocator("h") { Port = 65535 }.Port);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GopherLocator("h") { Port = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GopherLocator("h") { Port = 65536 });
        Assert.Null(GopherLocator.FromOctets("h"u8, 0, (byte)'1', default));
        Assert.Null(GopherLocator.FromOctets("h"u8, 65536, (byte)'1', default));
    }

    [Fact]
    public void Type_is_any_octet_but_a_control_and_a_space()
    {
        Assert.Equal(0x21, new GopherLocator("h") { TypeOctet = 0x21 }.TypeOctet);
        Assert.Equal(GopherItemType.Unknown, new GopherLocator("h") { TypeOctet = 0xFF }.Type);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GopherLocator("h") { TypeOctet = 0x20 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GopherLocator("h") { TypeOctet = 0x7F });
        Assert.Null(GopherLocator.FromOctets("h"u8, 70, 0x20, default));
        Assert.Throws<ArgumentException>("type", () => new GopherLocator("h", "", GopherItemType.Unknown));
        Assert.Throws<ArgumentException>("type", () => new GopherLocator("h", "", (GopherItemType)'Z'));
    }

    [Fact]
    public void Selector_of_a_menu_is_sent_octet_for_octet()
    {
        byte[] octets = [0x2F, 0xE9, 0xFF, 0x20];
        GopherLocator locator = GopherLocator.FromOctets("H"u8, 7070, (byte)'0', octets)!;
        Assert.Equal(octets, locator.SelectorOctets.ToArray());
        Assert.Equal("/\u00E9\u00FF ", locator.Selector);
        Assert.Equal("gopher://h:7070/0/%E9%FF%20", locator.ToString());
        Assert.NotEqual(locator, new GopherLocator("h", locator.Selector, GopherItemType.Text) { Port = 7070 });
        Assert.Null(GopherLocator.FromOctets("h"u8, 70, (byte)'0', "a\tb"u8));
    }

    [Fact]
    public void Equality_is_what_goes_to_whom_for_what()
    {
        var locator = new GopherLocator("h", "s", GopherItemType.Text);
        GopherLocator[] others =
        [
            new("i", "s", GopherItemType.Text), new("h", "t", GopherItemType.Text), new("h", "s"), locator with { Port = 71 }, locator with { UsesTls = true }, locator with { Query = "" },
            locator with { Query = "q" }, locator with { PlusString = "+" }, locator with { PlusString = "!" }, locator with { Query = "q", PlusString = "+" },
        ];
        Assert.Equal(others.Length + 1, others.Append(locator).Distinct().Count());
        GopherLocator same = locator with { DisplayName = "a name", Plus = GopherPlusMark.Ask };
        Assert.Equal(locator, same);
        Assert.Equal(locator.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Empty_words_beside_a_gopher_plus_string_are_none()
    {
        GopherLocator locator = new GopherLocator("h", "s") { Query = "", PlusString = "+" };
        Assert.Null(locator.Query);
        Assert.Equal(new GopherLocator("h", "s") { PlusString = "+" }, locator);
        Assert.Equal("", (locator with { PlusString = null }).Query);
    }

    [Fact]
    public void Url_that_would_be_too_long_is_refused_and_still_printed()
    {
        var locator = new GopherLocator("h", new string('a', InternetUrl.MaxLength - "gopher://h/0".Length), GopherItemType.Text);
        Assert.Equal(InternetUrl.MaxLength, locator.ToUrl().Href.Length);
        GopherLocator longer = new("h", locator.Selector + "a", GopherItemType.Text);
        Assert.Throws<UriFormatException>(longer.ToUrl);
        Assert.Equal(InternetUrl.MaxLength + 1, longer.ToString().Length);
    }
}
