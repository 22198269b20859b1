using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class CookiePathTests
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/foo", "/")]
    [InlineData("/foo/", "/foo")]
    [InlineData("/foo/bar", "/foo")]
    [InlineData("/foo/bar/", "/foo/bar")]
    [InlineData("//", "/")]
    [InlineData("///", "//")]
    [InlineData("foo/bar", "/")]
    [InlineData("/a%2fb", "/")]
    public void Default_path_is_the_directory(string path, string expected) =>
        Assert.Equal(expected, Encoding.Latin1.GetString(CookiePath.Default(Encoding.Latin1.GetBytes(path))));

    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/foo", "/", true)]
    [InlineData("/foo", "/foo", true)]
    [InlineData("/foo/", "/foo", true)]
    [InlineData("/foo/bar", "/foo", true)]
    [InlineData("/foo/bar", "/foo/", true)]
    [InlineData("/foobar", "/foo", false)]
    [InlineData("/foo", "/foo/", false)]
    [InlineData("/fo", "/foo", false)]
    [InlineData("/FOO", "/foo", false)]
    [InlineData("/%66oo", "/foo", false)]
    [InlineData("/foo%2fbar", "/foo", false)]
    [InlineData("/foo//bar", "/foo/", true)]
    [InlineData("/foo", "", false)]
    [InlineData("", "", false)]
    [InlineData("", "/", true)]
    [InlineData("", "/x", false)]
    public void Request_path_matches_by_whole_segments(string path, string cookiePath, bool matches) =>
        Assert.Equal(matches, CookiePath.Matches(Encoding.Latin1.GetBytes(path), Encoding.Latin1.GetBytes(cookiePath)));
}
