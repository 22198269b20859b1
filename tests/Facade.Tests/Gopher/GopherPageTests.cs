using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>The sample of docs/gopher-client.md, run against a server of loopback in the place of every host.</summary>
public class GopherPageTests
{
    [Fact]
    public async Task Text_is_read_a_menu_listed_and_a_search_made()
    {
        string[] answers =
        [
            "About us\r\n.\r\n",
            "0About\t/about.txt\tgopher.example.org\t70\r\n1More\t/more\tgopher.example.org\t70\r\n.\r\n",
            "0Found\t/found.txt\tgopher.example.org\t70\r\n.\r\n",
        ];
        await using var peer = GopherPeer.Answering(answers);
        using var output = new StringWriter();
        var port = peer.Port;
        var options = new InternetSessionOptions
        {
            Connector = async (_, _, cancellationToken) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(System.Net.IPAddress.Loopback, port, cancellationToken);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        await RunAsync(options, output);

        Assert.Equal(["/about.txt", string.Empty, "/find\twords to find"], peer.Requests);
        Assert.Equal(
            [
                "About us", string.Empty, $"{GopherItemType.Text,-12} About gopher://gopher.example.org/0/about.txt", $"{GopherItemType.Menu,-12} More gopher://gopher.example.org/1/more",
                "gopher://gopher.example.org/0/found.txt", string.Empty,
            ],
            output.ToString().ReplaceLineEndings("\n").Split('\n'));
    }

#pragma warning disable xUnit1051 // As the page shows it.
    private static async Task RunAsync(InternetSessionOptions options, StringWriter output)
    {
        await using var session = new InternetSession(options);

        await using GopherFile file = await session.OpenGopherAsync("gopher://gopher.example.org/0/about.txt");
        string text = await file.ReadTextAsync();
        await output.WriteLineAsync(text.TrimEnd() + "\n");

        GopherConnection gopher = session.ConnectGopher("gopher.example.org");
        GopherMenu menu = gopher.EnumerateAsync();
        await foreach (GopherItem item in menu)
        {
            output.WriteLine($"{item.Type,-12} {item.Name} {item.Locator}");
        }

        GopherLocator search = gopher.CreateLocator("/find", GopherItemType.Search);
        await foreach (GopherItem found in gopher.EnumerateAsync(search, "words to find"))
        {
            output.WriteLine(found.Url);
        }
    }
#pragma warning restore xUnit1051
}
