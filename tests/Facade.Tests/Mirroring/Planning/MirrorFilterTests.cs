using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

public class MirrorFilterTests
{
    [Theory]
    [InlineData("a.cs", false, false)]
    [InlineData("a.txt", false, true)]
    [InlineData("src/a.cs", false, false)]
    [InlineData("src", true, false)]
    [InlineData("obj", true, true)]
    [InlineData("secret.cs", false, true)]
    public void Exclusion_is_stronger_than_inclusion(string path, bool isDirectory, bool excluded) =>
        Assert.Equal(excluded, new MirrorFilter(["*.cs"], ["obj/", "secret*"]).Excludes(path, isDirectory));

    [Fact]
    public void Without_patterns_nothing_is_left_out()
    {
        var filter = new MirrorFilter([], []);

        Assert.False(filter.Selects);
        Assert.False(filter.Excludes("any/thing", isDirectory: false));
    }
}
