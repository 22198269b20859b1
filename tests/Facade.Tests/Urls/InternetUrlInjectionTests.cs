namespace HiPerf.Facade.Tests.Urls;

/// <summary>No URL carries a line end, a NUL or a space into a request-line or a Host field, wherever it was put.</summary>
public class InternetUrlInjectionTests
{
    private static readonly string[] s_places =
    [
        "{0}http://h/", "ht{0}tp://h/", "http{0}://h/", "http:{0}//h/", "http://{0}h/", "http://a{0}b/", "http://h{0}/", "http://[::1{0}]/", "http://u{0}:p{0}@h/",
        "http://h:8{0}0/", "http://h/{0}", "http://h/a{0}b/../{0}", "http://h/?{0}", "http://h/?a{0}b", "http://h/#{0}", "http://h/{0}HTTP/1.1{0}X: y", "gopher://h/1{0}a",
        "gopher://a{0}b/", "gophers://h{0}/", "ftps://h{0}/a{0}b", "file:///a{0}b", "file://h{0}/a", "x:a{0}b", "x:{0}", "x:a{0}?{0}", "x://h{0}/?{0}", "//h{0}/", "{0}", "?{0}",
    ];

    [Fact]
    public void Url_with_any_character_anywhere_holds_only_visible_ascii_on_the_wire()
    {
        var baseUrl = InternetUrl.Parse("http://b/c");
        var inserts = Enumerable.Range(0, 0x100).Select(c => ((char)c).ToString())
            .Concat(["\r\n", "\u0085", "\u2028", "\u2029", "\u3000", "\uFEFF", "\uFF0F", "\uFF20", "\uFE55", "\u560A\u560D", "\uD800", "\uFFFD", "%0d%0a", "%00", "%20", "%250a"]);
        var accepted = 0;
        foreach (var insert in inserts)
        {
            foreach (var place in s_places)
            {
                var text = place.Replace("{0}", insert, StringComparison.Ordinal);
                if (InternetUrl.Read(text, baseUrl, out var url).IsDone)
                {
                    accepted++;
                    Check(text, url!);
                }
            }
        }

        Assert.True(accepted > 1000);
    }

    private static void Check(string text, InternetUrl url)
    {
        string[] wire = [url.Host, url.HostName, url.HostAndPort, url.PathAndQuery, url.Scheme, url.Query, url.Fragment, url.EncodedUserName, url.EncodedPassword];
        foreach (var part in wire)
        {
            Assert.True(part.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0, $"{Uri.EscapeDataString(text)} gave {part}");
        }

        Assert.True(url.Host.AsSpan().IndexOfAny("/?#@\\") < 0, url.Host);
        Assert.True(url.Href.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0, url.Href);
    }
}
