using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

public class GlobPatternTests
{
    [Theory]
    [InlineData("*.txt", "a.txt", true)]
    [InlineData("*.txt", "deep/er/a.txt", true)]
    [InlineData("*.txt", "a.txt.old", false)]
    [InlineData("?.c", "a.c", true)]
    [InlineData("?.c", "ab.c", false)]
    [InlineData("?", "", false)]
    [InlineData("a", "A", false)]
    [InlineData("*", "anything", true)]
    [InlineData("a*b*c", "aXbYc", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("/a.txt", "a.txt", true)]
    [InlineData("/a.txt", "x/a.txt", false)]
    [InlineData("x/*.txt", "x/a.txt", true)]
    [InlineData("x/*.txt", "x/y/a.txt", false)]
    [InlineData("x/**/a", "x/a", true)]
    [InlineData("x/**/a", "x/y/z/a", true)]
    [InlineData("x/**/a", "x/ya", false)]
    [InlineData("x/**/a", "x/y/za", false)]
    [InlineData("**/a", "a", true)]
    [InlineData("**/a", "b/c/a", true)]
    [InlineData("**/a", "b/ca", false)]
    [InlineData("x/**", "x/y/z", true)]
    [InlineData("x/**", "y/x", false)]
    [InlineData("[a]", "[a]", true)]
    [InlineData("[a]", "a", false)]
    public void Pattern_meets_path(string pattern, string path, bool matches) => Assert.Equal(matches, new GlobPattern(pattern).IsMatch(path, isDirectory: false));

    [Fact]
    public void Slash_at_the_end_means_folders_alone()
    {
        var pattern = new GlobPattern("obj/");

        Assert.True(pattern.IsMatch("src/obj", isDirectory: true));
        Assert.False(pattern.IsMatch("src/obj", isDirectory: false));
    }

    [Fact]
    public void Work_stays_in_proportion_to_pattern_and_path()
    {
        // Backtracking would take 2^32 steps here.
        var pattern = new GlobPattern(string.Concat(Enumerable.Repeat("*a", 32)) + "b");

        Assert.False(pattern.IsMatch(new string('a', 4000), isDirectory: false));
    }

    [Fact]
    public void Empty_pattern_is_refused() => Assert.Throws<ArgumentException>(() => new GlobPattern(string.Empty));
}
