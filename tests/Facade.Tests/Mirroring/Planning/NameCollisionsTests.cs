using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

public class NameCollisionsTests
{
    [Theory]
    [InlineData("README", "readme")]
    [InlineData("same", "same")]
    [InlineData("\u00E9t\u00E9", "e\u0301te\u0301")]
    [InlineData("\u00C9T\u00C9", "e\u0301te\u0301")]
    [InlineData("\u00E9", "\u00C9")]
    [InlineData("\uAC00", "\u1100\u1161")]
    [InlineData("\u1E69", "s\u0323\u0307")]
    public void Names_that_other_systems_take_for_one_collide(string left, string right)
    {
        Assert.Equal(new[] { left, right }.Distinct().Order(), NameCollisions.Find([left, "other", right]).Order());
        Assert.Equal(new[] { left, right }.Distinct().Order(), NameCollisions.Find([right, left]).Order());
    }

    [Theory]
    [InlineData("\u00E9", "\u00E8")]
    [InlineData("e\u0301", "e\u0300")]
    [InlineData("e\u0301", "e")]
    [InlineData("\u4E00", "\u4E01")]
    [InlineData("a", "b")]
    [InlineData("\uAC00", "\uAC01")]
    public void Names_that_are_two_everywhere_do_not(string left, string right) => Assert.Empty(NameCollisions.Find([left, right]));

    [Fact]
    public void Names_made_to_take_forever_are_refused_together()
    {
        var names = Enumerable.Range(0, 2000).Select(i => $"e\u0301{new string('\u00E9', 8)}".Insert(2, ((char)(0x4E00 + i)).ToString())).ToArray();

        Assert.Equal(names.Length, NameCollisions.Find(names).Count);
    }
}
