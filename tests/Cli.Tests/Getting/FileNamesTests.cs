using HiPerf.Cli.Getting;

namespace HiPerf.Cli.Tests.Getting;

public class FileNamesTests
{
    [Theory]
    [InlineData("ftp://h/pub/a%20b.txt", "a b.txt")]
    [InlineData("gopher://h/0/docs/a.txt", "a.txt")]
    [InlineData("gopher://h/0a.txt", "a.txt")]
    [InlineData("gopher://h/1", "")]
    [InlineData("gopher://h/", "")]
    [InlineData("ftp://h/a%2Fb", "")]
    [InlineData("ftp://h/a%5Cb", "")]
    [InlineData("ftp://h/%2E%2E%2Fetc", "")]
    [InlineData("gopher://h/0/x/%00", "")]
    [InlineData("gopher://h/7/find%09words", "find")]
    [InlineData("gopher://h/1/docs/", "docs")]
    [InlineData("ftp://h/a.txt;type=a", "a.txt")]
    [InlineData("http://h/a.txt;type=a?q", "a.txt;type=a")]
    [InlineData("ftp://h/a%1Bb", "")]
    public void Name_is_one_plain_name_or_none(string url, string expected) => Assert.Equal(expected, FileNames.Of(InternetUrl.Parse(url)));
}
