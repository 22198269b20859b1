namespace HiPerf.Server.Tests.Gopher;

public sealed class CapsTextTests : GopherFixture
{
    [Theory]
    [InlineData("caps.txt")]
    [InlineData("/caps.txt")]
    public async Task Caps_tell_how_selectors_are_made(string selector)
    {
        var caps = await AskAsync(selector, Options with { Administrator = "Ann <ann@example.org>" });
        Assert.StartsWith("CAPS\r\n\r\nCapsVersion=1\r\n", caps, StringComparison.Ordinal);
        Assert.Contains("\r\nPathDelimeter=/\r\n", caps, StringComparison.Ordinal);
        Assert.Contains("\r\nDefaultEncoding=UTF-8\r\n", caps, StringComparison.Ordinal);
        Assert.EndsWith("\r\nServerAdmin=Ann <ann@example.org>\r\n.\r\n", caps, StringComparison.Ordinal);
        Assert.EndsWith("\r\nServerSoftware=HiPerf\r\n.\r\n", await AskAsync(selector), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caps_of_the_folder_come_first()
    {
        _ = Folder.Add("caps.txt", "mine");
        Assert.Equal("mine\r\n.\r\n", await AskAsync("caps.txt"));
    }

    [Fact]
    public async Task Caps_below_the_root_are_none() => Assert.Equal(NotFound, await AskAsync("/sub/caps.txt"));
}
