using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HiPerf.Interop.Tests.Peers;
using HiPerf.Server;

namespace HiPerf.Interop.Tests;

/// <summary>Other people's clients on our server for Gopher; what they fetch is compared by hash.</summary>
public sealed class GopherServerTests : IAsyncDisposable
{
    private const string Dots = "one\n.\n..two\n.three\n\nlast: ü\n";

    // What RFC 1436 makes of it: lines in CRLF, a dot before dots, a dot alone behind the last.
    private const string DotsOnTheWire = "one\r\n..\r\n...two\r\n..three\r\n\r\nlast: ü\r\n.\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private readonly string _target = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private readonly TestAuthority _authority = new();
    private InternetServer? _server;

    private string Got => Path.Combine(_target, "got");

    private string Port => _server!.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_537)]
    [InlineData(67_108_864)]
    public async Task Curl_reads_a_file_over_gopher_and_gophers(long length)
    {
        await StartAsync();
        await Content.WriteAsync(Path.Combine(_folder, "a file.bin"), length);
        foreach (Uri root in _server!.Urls)
        {
            Assert.Equal((0, ""), await CurlAsync(root.AbsoluteUri + "9/a%20file.bin", "--cacert", CaFile()));
            Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "a file.bin")), await Content.HashAsync(Got));
        }
    }

    [Fact]
    public async Task Curl_reads_menu_text_and_search()
    {
        await StartAsync();
        await FillAsync();
        string root = _server!.Urls[0].AbsoluteUri;
        Assert.Equal((0, ""), await CurlAsync(root));
        Assert.Equal($"1sub folder\t/sub folder/\t127.0.0.1\t{Port}\r\n", string.Concat((await GotTextAsync()).Split('\n').Take(1).Select(line => line.Replace("\t+\r", "\r", StringComparison.Ordinal) + "\n")));
        Assert.EndsWith("\r\n.\r\n", await GotTextAsync(), StringComparison.Ordinal);
        Assert.Equal((0, ""), await CurlAsync(root + "0/dots.txt"));
        Assert.Equal(DotsOnTheWire, await GotTextAsync());
        Assert.Equal((0, ""), await CurlAsync(root + "7/%09ünï%20(1)"));
        Assert.StartsWith($"0sub folder/ünï (1).txt\t/sub folder/ünï (1).txt\t127.0.0.1\t{Port}", await GotTextAsync(), StringComparison.Ordinal);
        Assert.Equal((0, ""), await CurlAsync(root + "0/sub%20folder/%C3%BCn%C3%AF%20(1).txt"));
        Assert.Equal("here\r\n.\r\n", await GotTextAsync());
        Assert.Equal((0, ""), await CurlAsync(root + "1/missing"));
        Assert.StartsWith("3", await GotTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0/../../../etc/passwd")]
    [InlineData("0//etc/passwd")]
    [InlineData("0..%5c..%5cetc/passwd")]
    public async Task Curl_does_not_get_out_of_the_folder(string path)
    {
        await StartAsync();
        Assert.Equal((0, ""), await CurlAsync(_server!.Urls[0].AbsoluteUri + path, "--path-as-is"));
        Assert.StartsWith("3", await GotTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", await GotTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curl_refuses_the_certificate_of_an_unknown_authority()
    {
        await StartAsync();
        await FillAsync();
        Assert.Equal(60, (await CurlAsync(_server!.Urls[1].AbsoluteUri + "0/dots.txt")).Exit);
        Assert.Equal((0, ""), await CurlAsync(_server!.Urls[1].AbsoluteUri + "0/dots.txt", "-k"));
        Assert.Equal(DotsOnTheWire, await GotTextAsync());
    }

    [Fact]
    public async Task Curl_reads_over_IPv6()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "needs IPv6");
        await StartAsync(IPAddress.IPv6Loopback);
        await FillAsync();
        Assert.Equal((0, ""), await CurlAsync(_server!.Urls[0].AbsoluteUri + "9/one.bin", "-g"));
        Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "one.bin")), await Content.HashAsync(Got));
        Assert.Equal((0, ""), await CurlAsync(_server!.Urls[0].AbsoluteUri, "-g"));
        Assert.Contains($"\t::1\t{Port}", await GotTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lynx_shows_menus_texts_and_searches_and_saves_files()
    {
        string lynx = Peer.Require("lynx", "lynx");
        await StartAsync();
        await FillAsync();
        string root = _server!.Urls[0].AbsoluteUri;
        Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) =>
            Peer.RunAsync("env", ["LC_ALL=C.UTF-8", "HOME=" + _target, lynx, "-nopause", "-display_charset=utf-8", "-assume_charset=utf-8", .. arguments]);
        (int exit, string menu, string error) = await RunAsync("-dump", "-nonumbers", root);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("(DIR) sub folder", menu, StringComparison.Ordinal);
        Assert.Contains("(FILE) dots.txt", menu, StringComparison.Ordinal);
        Assert.Contains("(BIN) one.bin", menu, StringComparison.Ordinal);
        (_, string text, _) = await RunAsync("-dump", root + "0/dots.txt");
        Assert.Contains("last: ü", text, StringComparison.Ordinal);
        (_, string found, _) = await RunAsync("-dump", "-nonumbers", root + "7/%09deeper%20bin");
        Assert.Contains("sub folder/deeper two.bin", found, StringComparison.Ordinal);
        Assert.DoesNotContain("one.bin", found, StringComparison.Ordinal);
        (exit, _, _) = await Peer.RunAsync("/bin/sh", "-c", "HOME=\"$4\" \"$1\" -nopause -source \"$2\" >\"$3\"", "sh", lynx, root + "9/one.bin", Got, _target);
        Assert.Equal((0, await Content.HashAsync(Path.Combine(_folder, "one.bin"))), (exit, await Content.HashAsync(Got)));
    }

    [Fact]
    public async Task Gophfilt_reads_menu_text_file_and_search()
    {
        string gophfilt = Peer.Require("gophfilt", "gopher");
        await StartAsync();
        await FillAsync();
        string[] server = ["-h", "127.0.0.1", "-s", Port];
        (int exit, string menu, _) = await Peer.RunAsync(gophfilt, ["-t", "1", "-p", "/", .. server]);
        Assert.Equal(0, exit);
        Assert.Contains($"0dots.txt\t/dots.txt\t127.0.0.1\t{Port}", menu, StringComparison.Ordinal);

        // It ends a text at its dot, and leaves the dots before dots.
        (_, string text, _) = await Peer.RunAsync(gophfilt, ["-t", "0", "-p", "/dots.txt", .. server]);
        Assert.Equal(DotsOnTheWire.Replace("\r\n", "\n", StringComparison.Ordinal)[..^2], text);
        (_, string found, _) = await Peer.RunAsync(gophfilt, ["-t", "7", "-p", "/", "-i", "deeper bin", .. server]);
        Assert.Contains("\t/sub folder/deeper two.bin\t", found, StringComparison.Ordinal);
        (exit, _, _) = await Peer.RunAsync("/bin/sh", "-c", "\"$1\" -t 9 -p /one.bin -h 127.0.0.1 -s \"$2\" >\"$3\"", "sh", gophfilt, Port, Got);
        Assert.Equal((0, await Content.HashAsync(Path.Combine(_folder, "one.bin"))), (exit, await Content.HashAsync(Got)));
    }

    // By URL it asks for a menu as RFC 1436 has it, by host and port for the attributes of Gopher+ of all its items.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gopher_client_walks_reads_searches_and_quits(bool beginsWithGopherPlus)
    {
        string gopher = Peer.Require("gopher", "gopher");
        await StartAsync();
        await FillAsync();
        await using TmuxTerminal terminal = await TmuxTerminal.StartProgramAsync(["env", "HOME=" + _target, gopher, .. beginsWithGopherPlus ? (string[])["127.0.0.1", Port] : [_server!.Urls[0].AbsoluteUri + "1/"]]);
        await terminal.WaitForAsync("Press RETURN");
        await terminal.PressAsync("Enter");
        string menu = await terminal.WaitForAsync("one.bin <Bin>");
        Assert.Contains("sub folder/", menu, StringComparison.Ordinal);
        await ChooseAsync(terminal, menu, "dots.txt");
        string text = await terminal.WaitForAsync("last:");
        Assert.Contains("three", text, StringComparison.Ordinal);
        await terminal.PressAsync("u");
        menu = await terminal.WaitForAsync("one.bin <Bin>");
        await ChooseAsync(terminal, menu, "<?>");
        await terminal.WaitForAsync("Words to search for");
        await terminal.PressAsync("deeper bin", "Enter");
        await terminal.WaitForAsync("sub folder/deeper two.bin <Bin>");
        await terminal.PressAsync("u");
        await terminal.WaitForAsync("dots.txt");
        await terminal.PressAsync("Q");
        await terminal.WaitForAsync("exit=0");
    }

    [Fact]
    public async Task Python_sockets_meet_Gopher_plus_and_strangers_are_turned_away()
    {
        string python = Peer.Require("python3", "python3");
        await StartAsync();
        await FillAsync();
        const string Script = """
            import hashlib, socket, sys
            def ask(request, piecewise=False):
                s = socket.create_connection(('127.0.0.1', int(sys.argv[1])), timeout=20)
                if piecewise:
                    for i in range(len(request)):
                        s.sendall(request[i:i + 1])
                else:
                    s.sendall(request)
                octets = b''
                while piece := s.recv(65536):
                    octets += piece
                s.close()
                return octets
            whole = open(sys.argv[2] + '/one.bin', 'rb').read()
            assert ask(b'/one.bin\r\n', piecewise=True) == whole
            assert ask(b'one.bin\r\n') == ask(b'/one.bin\n') == whole
            assert ask(b'/one.bin\t+\r\n') == b'+%d\r\n' % len(whole) + whole
            status, octets = ask(b'/dots.txt\t+text/plain\r\n').split(b'\r\n', 1)
            assert status.startswith(b'+'), status
            assert int(status) == -1 or int(status) == len(octets), (status, octets)
            attributes = ask(b'/one.bin\t!\r\n').decode()
            assert attributes.startswith('+') and '+INFO: 9one.bin\t/one.bin\t127.0.0.1\t' in attributes, attributes
            assert '+ADMIN:' in attributes and 'Mod-Date:' in attributes and '+VIEWS:' in attributes, attributes
            everything = ask(b'/\t$\r\n').decode()
            assert everything.count('+INFO: ') >= 3, everything
            assert ask(b'/missing\t+\r\n').startswith(b'--'), 'missing'
            assert ask(b'/missing\r\n').startswith(b'3'), 'missing'
            assert b'Version' in ask(b'caps.txt\r\n')
            assert ask(b'GET / HTTP/1.1\r\nHost: x\r\n\r\n') == b''
            for i in range(200):
                assert ask(b'/one.bin\r\n') == whole
            """;
        (int exit, _, string error) = await Peer.RunAsync(python, "-c", Script, Port, _folder);
        Assert.True(exit == 0, error);
    }

    [Fact]
    public async Task Ten_thousand_files_are_listed()
    {
        string gophfilt = Peer.Require("gophfilt", "gopher");
        foreach (int i in Enumerable.Range(0, 10_000))
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, $"file {i:d4}.txt"), [], TestContext.Current.CancellationToken);
        }

        await StartAsync();
        (int exit, string menu, _) = await Peer.RunAsync(gophfilt, "-t", "1", "-p", "", "-h", "127.0.0.1", "-s", Port);
        Assert.Equal(0, exit);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"0file {i:d4}.txt"), menu.Split('\n').Where(line => line.StartsWith('0')).Select(line => line.Split('\t')[0]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_target, recursive: true);
    }

    // A number and Enter open an item.
    private static async Task ChooseAsync(TmuxTerminal terminal, string menu, string item)
    {
        string line = menu.Split('\n').Single(line => line.Contains(item, StringComparison.Ordinal));
        string number = line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)];
        await terminal.PressAsync([.. number.Select(digit => digit.ToString()), "Enter"]);
    }

    private async Task<string> GotTextAsync() => await File.ReadAllTextAsync(Got, TestContext.Current.CancellationToken);

    private async Task<(int Exit, string Error)> CurlAsync(string url, params string[] arguments)
    {
        (int exit, _, string error) = await Peer.RunAsync(Peer.Require("curl", "curl"), ["-sS", .. arguments, "-o", Got, url]);
        return (exit, error);
    }

    private string CaFile()
    {
        string path = Path.Combine(_target, "ca.pem");
        File.WriteAllText(path, _authority.Root.ExportCertificatePem());
        return path;
    }

    private async Task StartAsync(IPAddress? address = null)
    {
        _server = new InternetServer(new InternetServerOptions
        {
            Gopher = new GopherFolderOptions { Folder = _folder, Administrator = "Ann Example <ann@example.org>" },
            EndPoints =
            [
                new ServerEndPoint { Protocol = ServerProtocol.Gopher, Address = address ?? IPAddress.Loopback },
                new ServerEndPoint { Protocol = ServerProtocol.Gophers, Address = address ?? IPAddress.Loopback, Certificate = _authority.Certificate },
            ],
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task FillAsync()
    {
        _ = Directory.CreateDirectory(Path.Combine(_folder, "sub folder"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "dots.txt"), Dots, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "sub folder", "ünï (1).txt"), "here\n", TestContext.Current.CancellationToken);
        await Content.WriteAsync(Path.Combine(_folder, "one.bin"), 300_000);
        await Content.WriteAsync(Path.Combine(_folder, "sub folder", "deeper two.bin"), 10);
    }
}
