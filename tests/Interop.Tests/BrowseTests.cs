using HiPerf.Cli.Tests.Peers;
using HiPerf.Interop.Tests.Peers;
using HiPerf.Server;

namespace HiPerf.Interop.Tests;

/// <summary><c>hiperf browse</c> on a real terminal.</summary>
public class BrowseTests
{
    [Fact]
    public async Task Browse_follows_goes_back_searches_and_quits()
    {
        string folder = Directory.CreateTempSubdirectory("hiperf-browse-").FullName;
        await File.WriteAllTextAsync(Path.Join(folder, "needle.txt"), "found in the hay\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Join(folder, "below"));
        await File.WriteAllTextAsync(Path.Join(folder, "below", "deep.txt"), "deep\n", TestContext.Current.CancellationToken);
        await using var server = new InternetServer(new InternetServerOptions
        {
            Gopher = new GopherFolderOptions { Folder = folder },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Gopher }],
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        await using TmuxTerminal terminal = await TmuxTerminal.StartAsync("browse", server.Urls[0].AbsoluteUri);

        await terminal.WaitForAsync("needle.txt");
        await terminal.PressAsync("/", "below", "Enter");
        await terminal.WaitForAsync("> MENU below");
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("deep.txt");
        await terminal.PressAsync("Left");
        await terminal.WaitForAsync("> MENU below");
        await terminal.PressAsync("/", "search by", "Enter");
        await terminal.WaitForAsync("> FIND");
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("Search for:");
        await terminal.PressAsync("needle", "Enter");
        string found = await terminal.WaitForAsync("> TEXT needle.txt");
        Assert.DoesNotContain("below", found, StringComparison.Ordinal);
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("found in the hay");
        await terminal.PressAsync("q");
        await terminal.WaitForAsync("exit=0");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Browse_obeys_no_sequence_of_a_peer_and_follows_the_size()
    {
        await using var peer = new ScriptedGopher();
        peer.Add(string.Empty, "i\u001b]2;taken\u0007\u001b[41mred\u001b[2J\t\tnull.host\t1\r\n0wide 語語\t/t\t@\r\n.\r\n").Add("/t", "\u001b[41m\u001b]2;taken\u0007end of text\r\n.\r\n");
        await using TmuxTerminal terminal = await TmuxTerminal.StartAsync("browse", peer.Url);

        await terminal.WaitForAsync("\\x1B]2;taken\\x07\\x1B[41mred\\x1B[2J");
        await terminal.RunAsync("resize-window", "-x", "40", "-y", "10");
        await terminal.WaitForAsync("\n> TEXT wide 語語");
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("end of text");
        Assert.DoesNotContain("\u001b[41m", await terminal.RunAsync("capture-pane", "-p", "-e"), StringComparison.Ordinal);
        Assert.DoesNotContain("taken", await terminal.RunAsync("display-message", "-p", "#{pane_title}"), StringComparison.Ordinal);
        await terminal.PressAsync("C-c");
        await terminal.WaitForAsync("exit=0");
    }
}
