using System.Text;

namespace HiPerf.Server.Tests.Ftp;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "abc", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("a*", "bac", false)]
    [InlineData("*c", "abc", true)]
    [InlineData("*c", "abcd", false)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "a", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("*ab*ab*", "ab", false)]
    [InlineData("*ab*ab*", "abab", true)]
    [InlineData("**", "x", true)]
    [InlineData("?", "x", true)]
    [InlineData("?", "", false)]
    [InlineData("?", "xy", false)]
    [InlineData("a?c*", "abcde", true)]
    [InlineData("*?", "", false)]
    [InlineData("*?", "x", true)]
    [InlineData("*?x", "ax", true)]
    [InlineData("[ab]", "a", false)]
    [InlineData("[ab]", "[ab]", true)]
    [InlineData("A*", "abc", false)]
    public void Pattern_matches(string pattern, string name, bool matches) =>
        Assert.Equal(matches, NamePattern.Matches(Encoding.UTF8.GetBytes(pattern), Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData("a*b", true)]
    [InlineData("a?b", true)]
    [InlineData("a[b]", false)]
    [InlineData("", false)]
    public void Pattern_is_told_by_its_signs(string segment, bool isPattern) => Assert.Equal(isPattern, NamePattern.IsPattern(Encoding.UTF8.GetBytes(segment)));

    // The reference tries everything; the names and patterns are short and many.
    [Fact]
    public void Pattern_matches_as_the_definition_says()
    {
        var random = new Random(1);
        for (var i = 0; i < 50_000; i++)
        {
            var pattern = Word(random, "ab*?");
            var name = Word(random, "ab");
            Assert.True(Reference(pattern, name) == NamePattern.Matches(Encoding.ASCII.GetBytes(pattern), Encoding.ASCII.GetBytes(name)), $"{pattern} {name}");
        }
    }

    private static string Word(Random random, string letters) => new([.. Enumerable.Range(0, random.Next(8)).Select(_ => letters[random.Next(letters.Length)])]);

    private static bool Reference(string pattern, string name) => pattern.Length == 0
        ? name.Length == 0
        : pattern[0] == '*'
            ? Reference(pattern[1..], name) || (name.Length > 0 && Reference(pattern, name[1..]))
            : name.Length > 0 && (pattern[0] == '?' || pattern[0] == name[0]) && Reference(pattern[1..], name[1..]);
}
