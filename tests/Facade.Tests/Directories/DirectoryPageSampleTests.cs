using System.Net;
using System.Net.Sockets;
using HiPerf.Facade.Tests.Ftp.Scripted;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Directories;

/// <summary>The sample of docs/directories.md that opens folders.</summary>
public sealed class DirectoryPageSampleTests
{
    [Fact]
    public async Task Folder_is_opened_as_a_page_and_as_it_was_sent()
    {
        await using var server = new ScriptedFtpServer([Listing("type=file; a&b")]);
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Connector = async (_, port, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port == 21 ? server.Port : port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        var target = new MemoryStream();

#pragma warning disable xUnit1051 // The lines of the page.
        await using InternetFile page = await session.OpenAsync("ftp://ftp.example.org/pub/");
        await page.CopyToAsync(target);

        var raw = new OpenOptions { DirectoryFormat = DirectoryFormat.Raw };
        await using InternetFile listing = await session.OpenAsync("ftp://ftp.example.org/pub/", raw);
#pragma warning restore xUnit1051

        Assert.Contains("<a href=\"./a%26b\">a&amp;b</a>", System.Text.Encoding.UTF8.GetString(target.ToArray()), StringComparison.Ordinal);
        Assert.Equal("type=file; a&b\r\n", await new StreamReader(listing).ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
