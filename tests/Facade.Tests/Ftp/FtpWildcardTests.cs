using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

public class FtpWildcardTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "*", true)]
    [InlineData("", "?", false)]
    [InlineData("a", "", false)]
    [InlineData("a", "a", true)]
    [InlineData("a", "A", false)]
    [InlineData("a.txt", "*.txt", true)]
    [InlineData("a.txt", "*.tx", false)]
    [InlineData("a.txt", "?.txt", true)]
    [InlineData("ab.txt", "?.txt", false)]
    [InlineData("abcbcd", "a*bcd", true)]
    [InlineData("abcbce", "a*bcd", false)]
    [InlineData("abc", "***", true)]
    [InlineData("abc", "a*?", true)]
    [InlineData("a", "a*?", false)]
    [InlineData("a[b]", "a[b]", true)]
    [InlineData("x", "[x]", false)]
    public void Name_matches_as_it_should(string name, string pattern, bool isMatch) => Assert.Equal(isMatch, FtpWildcard.IsMatch(name, pattern));

    [Fact]
    public void Pattern_of_many_asterisks_stays_bounded() =>
        Assert.False(FtpWildcard.IsMatch(new string('a', 20_000), string.Concat(Enumerable.Repeat("a*", 50)) + "b"));
}
