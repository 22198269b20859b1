using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp.Copying;

public class RemoteNameTests
{
    private static readonly DateTime Then = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("f", "^\\.f\\.[0-9a-f]{16}\\.part$")]
    [InlineData("d/f.txt", "^d/\\.f\\.txt\\.[0-9a-f]{16}\\.part$")]
    [InlineData("/a/b c", "^/a/\\.b c\\.[0-9a-f]{16}\\.part$")]
    [InlineData("d\\f", "^d\\\\\\.f\\.[0-9a-f]{16}\\.part$")]
    public void Name_lies_beside_the_target(string target, string pattern)
    {
        Assert.Matches(pattern, RemoteName.Unique(target));
        Assert.Matches(pattern, RemoteName.Of(target, "/l", 1, Then));
    }

    [Fact]
    public void Name_of_an_attempt_changes_with_the_file()
    {
        Assert.Equal(RemoteName.Of("f", "/l", 1, Then), RemoteName.Of("f", "/l", 1, Then));
        Assert.NotEqual(RemoteName.Of("f", "/l", 1, Then), RemoteName.Of("f", "/l", 2, Then));
        Assert.NotEqual(RemoteName.Of("f", "/l", 1, Then), RemoteName.Of("f", "/m", 1, Then));
        Assert.NotEqual(RemoteName.Of("f", "/l", 1, Then), RemoteName.Of("f", "/l", 1, Then.AddTicks(1)));
        Assert.NotEqual(RemoteName.Unique("f"), RemoteName.Unique("f"));
    }

    [Fact]
    public void Long_name_is_cut_between_characters()
    {
        var name = RemoteName.Unique(string.Concat(Enumerable.Repeat("\U0001F600", 60)));

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 200, 255);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }
}
