using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HiPerf.Interop.Tests.Peers;
using HiPerf.Server;

namespace HiPerf.Interop.Tests;

/// <summary>Other people's clients on our server for FTP; what they fetch is compared by hash.</summary>
public sealed class FtpServerTests : IAsyncDisposable
{
    private static readonly string[] s_files = ["one.bin", "empty", "sub folder/two & three.bin", "sub folder/ünïcode", "sub folder/deeper/-dash"];
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private readonly string _target = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private InternetServer? _server;

    private string Root => _server!.Urls[0].AbsoluteUri;

    [Theory]
    [InlineData("--disable-epsv", 0)]
    [InlineData("--disable-epsv", 65_537)]
    [InlineData("--ftp-pasv", 1)]
    [InlineData("--ftp-pasv", 67_108_864)]
    [InlineData("--disable-eprt", 1024)]
    public async Task Curl_reads_a_file(string option, long length)
    {
        string curl = Peer.Require("curl", "curl");
        await StartAsync();
        await Content.WriteAsync(Path.Combine(_folder, "a file.bin"), length);
        string target = Path.Combine(_target, "got");
        (int exit, string output, string error) = await Peer.RunAsync(curl, "-sS", option, "-o", target, "-w", "%{size_download}", Root + "a%20file.bin");
        Assert.Equal((0, $"{length}", ""), (exit, output, error));
        Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "a file.bin")), await Content.HashAsync(target));
    }

    [Fact]
    public async Task Curl_resumes_lists_and_keeps_its_session()
    {
        string curl = Peer.Require("curl", "curl");
        await StartAsync();
        await FillAsync();
        string whole = Path.Combine(_folder, "one.bin");
        string target = Path.Combine(_target, "part");
        byte[] content = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(target, content[..100_001], TestContext.Current.CancellationToken);
        (int exit, _, string error) = await Peer.RunAsync(curl, "-sS", "-C", "-", "-o", target, Root + "one.bin");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(await Content.HashAsync(whole), await Content.HashAsync(target));

        (_, string names, _) = await Peer.RunAsync(curl, "-sS", "-l", Root + "sub%20folder/");
        Assert.Equal("deeper\ntwo & three.bin\nünïcode\n", names.Replace("\r", "", StringComparison.Ordinal));
        (_, string lines, _) = await Peer.RunAsync(curl, "-sS", Root);
        Assert.Contains(" 300000 ", lines, StringComparison.Ordinal);
        (_, string kept, _) = await Peer.RunAsync(curl, "-sS", "-o", "/dev/null", Root + "empty", "-o", "/dev/null", Root + "one.bin", "-w", "%{num_connects};");
        Assert.Equal("2;1;", kept);
    }

    [Fact]
    public async Task Curl_reads_over_IPv6()
    {
        string curl = Peer.Require("curl", "curl");
        Assert.SkipUnless(Socket.OSSupportsIPv6, "needs IPv6");
        await StartAsync(IPAddress.IPv6Loopback);
        await FillAsync();
        string target = Path.Combine(_target, "got");
        (int exit, _, string error) = await Peer.RunAsync(curl, "-sS", "-g", "-o", target, Root + "one.bin");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "one.bin")), await Content.HashAsync(target));
    }

    [Theory]
    [InlineData("%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/%2fetc/passwd")]
    [InlineData("..%5c..%5cetc/passwd")]
    public async Task Curl_does_not_get_out_of_the_folder(string path)
    {
        string curl = Peer.Require("curl", "curl");
        await StartAsync();
        (int exit, string output, _) = await Peer.RunAsync(curl, "-sS", "--path-as-is", Root + path);
        Assert.NotEqual(0, exit);
        Assert.Equal("", output);
    }

    [Theory]
    [InlineData("set ftp:use-mlsd yes")]
    [InlineData("set ftp:use-mlsd no")]
    [InlineData("set ftp:prefer-epsv no")]
    public async Task Lftp_lists_gets_and_mirrors(string setting)
    {
        string lftp = Peer.Require("lftp", "lftp");
        await StartAsync();
        await FillAsync();
        (int exit, string output, string error) = await Peer.RunAsync(
            lftp, "-e", $"set net:max-retries 1; set net:timeout 20; set cmd:fail-exit yes; {setting}; cls -1; get one.bin -o {_target}/got; mirror --parallel=3 . {_target}/all; bye", Root);
        Assert.True(exit == 0, error);
        Assert.Contains("sub folder/", output, StringComparison.Ordinal);
        Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "one.bin")), await Content.HashAsync(Path.Combine(_target, "got")));
        await AssertMirroredAsync(Path.Combine(_target, "all"));
    }

    [Fact]
    public async Task Wget_gets_the_folder()
    {
        string wget = Peer.Require("wget", "wget");
        await StartAsync();
        await FillAsync();
        (int exit, _, string error) = await Peer.RunAsync(wget, "-nv", "-r", "-nH", "--tries=1", "--restrict-file-names=nocontrol", "-P", _target, Root);
        Assert.True(exit == 0, error);
        await AssertMirroredAsync(_target);
    }

    [Fact]
    public async Task Python_ftplib_lists_gets_and_restarts()
    {
        string python = Peer.Require("python3", "python3");
        await StartAsync();
        await FillAsync();
        const string Script = """
            import ftplib, hashlib, io, sys
            f = ftplib.FTP()
            f.connect('127.0.0.1', int(sys.argv[1]), timeout=20)
            f.login()
            lines = []
            f.retrlines('LIST', lines.append)
            assert len(lines) == 3, lines
            assert f.nlst('sub folder') == ['deeper', 'two & three.bin', 'ünïcode']
            facts = dict(f.mlsd('sub folder', ['type', 'size']))
            assert facts['deeper'] == {'type': 'dir'} and facts['ünïcode'] == {'type': 'file', 'size': '10'}, facts
            f.cwd('sub folder/deeper')
            assert f.pwd() == '/sub folder/deeper'
            f.cwd('/')
            f.voidcmd('TYPE I')
            assert f.size('one.bin') == 300000
            assert f.sendcmd('MDTM one.bin').startswith('213 ')
            for rest in [None, 1, 299999, 300000]:
                b = io.BytesIO()
                f.retrbinary('RETR one.bin', b.write, rest=rest)
                if rest is None: whole = b.getvalue()
                else: assert b.getvalue() == whole[rest:]
            for i in range(200):
                b = io.BytesIO()
                f.retrbinary('RETR one.bin', b.write)
                assert b.getvalue() == whole
            for command in ['STOR x', 'DELE one.bin', 'MKD x', 'RNFR one.bin']:
                try: f.sendcmd(command); assert False
                except ftplib.error_perm as e: assert str(e).startswith('550'), e
            print(hashlib.sha256(whole).hexdigest().upper())
            f.quit()
            """;
        (int exit, string output, string error) = await Peer.RunAsync(python, "-c", Script, _server!.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture));
        Assert.True(exit == 0, error);
        Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "one.bin")), output.Trim());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_target, recursive: true);
    }

    private async Task StartAsync(IPAddress? address = null)
    {
        _server = new InternetServer(new InternetServerOptions
        {
            Ftp = new FtpFolderOptions { Folder = _folder },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp, Address = address ?? IPAddress.Loopback }],
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task FillAsync()
    {
        _ = Directory.CreateDirectory(Path.Combine(_folder, "sub folder", "deeper"));
        foreach ((string name, long length) in s_files.Zip([300_000L, 0, 70_000, 10, 100]))
        {
            await Content.WriteAsync(Path.Combine(_folder, name), length);
        }
    }

    private async Task AssertMirroredAsync(string target)
    {
        foreach (string file in s_files)
        {
            Assert.Equal(await Content.HashAsync(Path.Combine(_folder, file)), await Content.HashAsync(Path.Combine(target, file)));
        }
    }
}
