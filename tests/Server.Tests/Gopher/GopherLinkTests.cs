namespace HiPerf.Server.Tests.Gopher;

/// <summary>What lies in the folder and is not served from it.</summary>
public sealed class GopherLinkTests : GopherFixture
{
    [Fact]
    public async Task Link_out_of_the_root_is_nothing_and_on_no_menu()
    {
        await File.WriteAllTextAsync(Path.Join(Folder.Outside, "secret.txt"), "secret", Token);
        _ = File.CreateSymbolicLink(Path.Join(Folder.Root, "out.txt"), Path.Join(Folder.Outside, "secret.txt"));
        _ = Directory.CreateSymbolicLink(Path.Join(Folder.Root, "out"), Folder.Outside);
        _ = File.CreateSymbolicLink(Path.Join(Folder.Root, "within.txt"), "hello.txt");
        foreach (var request in (string[])["/out.txt", "/out/", "/out/secret.txt"])
        {
            Assert.Equal(NotFound, await AskAsync(request));
            Assert.StartsWith("--1\r\n1\r\n", await AskAsync(request + "\t!"), StringComparison.Ordinal);
            Assert.StartsWith("--1\r\n1\r\n", await AskAsync(request + "\t+"), StringComparison.Ordinal);
        }

        var menu = await AskAsync("/");
        Assert.DoesNotContain("out", menu, StringComparison.Ordinal);
        Assert.Contains(Item('0', "within.txt", "/within.txt"), menu, StringComparison.Ordinal);
        Assert.Equal("hello\r\n.\r\n", await AskAsync("/within.txt"));
        Assert.Equal(".\r\n", await AskAsync("/\tsecret"));
    }

    [Fact]
    public async Task Gophermap_that_is_a_link_out_of_the_root_is_none()
    {
        await File.WriteAllTextAsync(Path.Join(Folder.Outside, "map"), "secret", Token);
        _ = File.CreateSymbolicLink(Path.Join(Folder.Root, "sub/gophermap"), Path.Join(Folder.Outside, "map"));
        Assert.StartsWith(Item('0', "a.txt", "/sub/a.txt"), await AskAsync("/sub/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifo_is_nothing_and_on_no_menu()
    {
        _ = Folder.AddFifo("pipe.txt");
        Assert.Equal(NotFound, await AskAsync("/pipe.txt"));
        Assert.DoesNotContain("pipe", await AskAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_names_are_served_if_the_options_say_so()
    {
        _ = Folder.Add(".profile", "p");
        Assert.Equal(NotFound, await AskAsync("/.profile"));
        Assert.DoesNotContain("profile", await AskAsync("/"), StringComparison.Ordinal);
        Assert.Equal("p\r\n.\r\n", await AskAsync("/.profile", Options with { ServesHidden = true }));
        Assert.Contains(Item('0', ".profile", "/.profile"), await AskAsync("/", Options with { ServesHidden = true }), StringComparison.Ordinal);
    }
}
