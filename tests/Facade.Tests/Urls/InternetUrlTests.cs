namespace HiPerf.Facade.Tests.Urls;

public class InternetUrlTests
{
    [Fact]
    public void Url_parts_are_what_to_connect_to_and_ask_for()
    {
        var url = InternetUrl.Parse("HTTPS://us%20er:p%40ss@EXAMPLE.com:8443/a b/../c?d=e#f");
        Assert.Equal("https://us%20er:p%40ss@example.com:8443/c?d=e#f", url.Href);
        Assert.Equal("https", url.Scheme);
        Assert.Equal(UrlScheme.Https, url.KnownScheme);
        Assert.Equal("us er", url.UserName);
        Assert.Equal("p@ss", url.Password);
        Assert.Equal("us%20er", url.EncodedUserName);
        Assert.Equal("p%40ss", url.EncodedPassword);
        Assert.Equal("example.com", url.Host);
        Assert.Equal("example.com:8443", url.HostAndPort);
        Assert.Equal(8443, url.Port);
        Assert.False(url.IsDefaultPort);
        Assert.Equal("/c", url.Path);
        Assert.Equal("d=e", url.Query);
        Assert.Equal("f", url.Fragment);
        Assert.Equal("/c?d=e", url.PathAndQuery);
        Assert.Equal("https://example.com:8443", url.Origin);
    }

    [Theory]
    [InlineData("http://h", 80, true, "h")]
    [InlineData("http://h:443", 443, false, "h:443")]
    [InlineData("https://h:443", 443, true, "h")]
    [InlineData("ftp://h", 21, true, "h")]
    [InlineData("ftps://h", 990, true, "h")]
    [InlineData("gopher://h", 70, true, "h")]
    [InlineData("gopher://h:70/", 70, true, "h:70")]
    [InlineData("gophers://h:7070/", 7070, false, "h:7070")]
    [InlineData("file:///a", -1, true, "")]
    [InlineData("mailto:a@b", -1, true, "")]
    [InlineData("http://[::1]:8080/", 8080, false, "[::1]:8080")]
    public void Port_is_the_named_one_or_the_default(string text, int port, bool isDefault, string hostAndPort)
    {
        var url = InternetUrl.Parse(text);
        Assert.Equal(port, url.Port);
        Assert.Equal(isDefault, url.IsDefaultPort);
        Assert.Equal(hostAndPort, url.HostAndPort);
    }

    [Theory]
    [InlineData("http://[0::1]/", "::1", "[::1]")]
    [InlineData("http://0x7f.1/", "127.0.0.1", "127.0.0.1")]
    [InlineData("http://b\u00FCcher.example/", "xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("gopher://B\u00FCcher.EXAMPLE/", "xn--bcher-kva.example", "B%C3%BCcher.EXAMPLE")]
    [InlineData("gophers://[0::1]/", "::1", "[::1]")]
    [InlineData("ftps://127.1/", "127.0.0.1", "127.1")]
    [InlineData("x://A/", "A", "A")]
    [InlineData("gopher:/a", "", "")]
    [InlineData("file:///a", "", "")]
    public void Host_is_normal_for_connecting_and_as_written_in_the_url(string text, string host, string hostName)
    {
        var url = InternetUrl.Parse(text);
        Assert.Equal(host, url.Host);
        Assert.Equal(hostName, url.HostName);
    }

    [Theory]
    [InlineData("http://h/a?", "/a?")]
    [InlineData("http://h/a#f", "/a")]
    [InlineData("http://h?q#f", "/?q")]
    [InlineData("gopher://h/1/a%09b", "/1/a%09b")]
    [InlineData("x:a b?c", "a%20b?c")]
    [InlineData("x:/.//a", "//a")]
    public void PathAndQuery_is_the_request_target(string text, string target) => Assert.Equal(target, InternetUrl.Parse(text).PathAndQuery);

    [Fact]
    public void Url_text_hides_the_password_and_nothing_else()
    {
        Assert.Equal("ftp://u:***@h/secret", InternetUrl.Parse("ftp://u:secret@h/secret").ToString());
        Assert.Equal("ftp://:***@h/", InternetUrl.Parse("ftp://:s@h").ToString());
        Assert.Equal("ftp://u@h/", InternetUrl.Parse("ftp://u@h").ToString());
    }

    [Fact]
    public void Url_equality_is_that_of_the_normal_form()
    {
        var one = InternetUrl.Parse("http://H:80/a/../b");
        var same = InternetUrl.Parse("http://h/b");
        Assert.Equal(one, same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, InternetUrl.Parse("http://h/B"));
        Assert.False(one.Equals(null));
    }

    [Theory]
    [InlineData("http://a b/", "BadUrlHost at octet 8")]
    [InlineData("x", "MissingScheme at octet 0")]
    [InlineData("http://h:x", "BadUrlPort at octet 9")]
    public void Parse_of_no_url_throws_with_error_and_offset(string text, string message)
    {
        Assert.StartsWith(message, Assert.Throws<UriFormatException>(() => InternetUrl.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(InternetUrl.TryParse(text, out var result));
        Assert.Null(result);
        Assert.Null(InternetUrl.ParseOrNull(text));
    }

    [Fact]
    public void Null_text_is_no_url()
    {
        Assert.Null(InternetUrl.ParseOrNull(null));
        Assert.False(InternetUrl.TryParse(null, out _));
        Assert.Null(InternetUrl.Parse("http://h/").ResolveOrNull(null));
        Assert.Throws<ArgumentNullException>(() => InternetUrl.Parse(null!));
    }

    [Fact]
    public void Url_beyond_the_limit_is_refused_and_at_it_is_read()
    {
        var text = "http://h/" + new string('a', InternetUrl.MaxLength - 9);
        Assert.Equal(text, InternetUrl.Parse(text).Href);
        Assert.Equal(ParseResult.Invalid(ParseError.UrlTooLong, InternetUrl.MaxLength), InternetUrl.Read(text + "a", null, out _));
        Assert.Equal(3 * (InternetUrl.MaxLength - 10), InternetUrl.Parse("http://h/" + new string(' ', InternetUrl.MaxLength - 10) + "#").Path.Length - 1);
    }

    [Fact]
    public void Resolve_follows_a_location()
    {
        var url = InternetUrl.Parse("http://u:p@h/a/b?c");
        Assert.Equal("http://u:p@h/d", url.Resolve("../d").Href);
        Assert.Equal("https://i/", url.Resolve("https://i").Href);
        Assert.Equal("http://j/", url.Resolve("//j").Href);
        Assert.True(url.TryResolve("", out var self));
        Assert.Equal(url, self);
        Assert.False(url.TryResolve("http://[", out _));
        Assert.Throws<UriFormatException>(() => url.Resolve("http://["));
    }

    [Theory]
    [InlineData("http://h/", "http://h:80/x", true)]
    [InlineData("http://h/", "http://h:81/", false)]
    [InlineData("http://h/", "https://h/", false)]
    [InlineData("http://h/", "http://i/", false)]
    [InlineData("gopher://h/", "gopher://H:70/", true)]
    [InlineData("gopher://h/", "gopher://i/", false)]
    [InlineData("ftps://h/", "ftps://h/x", true)]
    [InlineData("file:///a", "file:///a", false)]
    public void Origin_is_scheme_host_and_effective_port(string one, string other, bool same) =>
        Assert.Equal(same, InternetUrl.Parse(one).HasSameOrigin(InternetUrl.Parse(other)));

    [Fact]
    public void Uri_is_taken_over_and_given_back()
    {
        Assert.Equal("http://h/a%20b?c", InternetUrl.FromUri(new Uri("http://H:80/a b?c")).Href);
        Assert.Equal(new Uri("http://h/a?c"), InternetUrl.Parse("http://h/a?c").ToUri());
        Assert.Throws<ArgumentException>(() => InternetUrl.FromUri(new Uri("a", UriKind.Relative)));
    }
}
