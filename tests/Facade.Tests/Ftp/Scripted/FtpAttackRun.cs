using System.Globalization;
using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>Does what a row of the catalogue says the client is at, over a server that does what the row says, and tells the outcome in the row's words.</summary>
internal sealed class FtpAttackRun : IAsyncDisposable
{
    private readonly FtpClientAttack _attack;
    private readonly ManualClock _clock = new();
    private readonly InternetSession _session;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hiperf-ftp-");

    public FtpAttackRun(FtpClientAttack attack)
    {
        _attack = attack;
        var isTls = attack.Tls is "Explicit" or "Implicit";
        Server = new ScriptedFtpServer(attack.Rules, isTls ? TestCertificate.ForLocalhost : null);
        _session = new InternetSession(new InternetSessionOptions
        {
            TimeProvider = _clock,
            Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForLocalhost] },
        });
    }

    public ScriptedFtpServer Server { get; }

    private string Target => Path.Combine(_root.FullName, "target");

    private string TargetFile => Path.Combine(Target, "hello.txt");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What came of it, in the words of <see cref="FtpClientAttack.Outcome"/>.</summary>
    public async Task<string> RunAsync()
    {
        Directory.CreateDirectory(Target);
        var work = TellAsync();
        if (await Task.WhenAny(work, Server.Stalled) != work)
        {
            // The server does nothing any more: only time can end this.
            while (!work.IsCompleted)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        }

        return await work.WaitAsync(Token);
    }

    /// <summary>Files outside the folder that was to be written to.</summary>
    public IReadOnlyList<string> Strays() => [.. Directory.EnumerateFileSystemEntries(_root.FullName, "*", SearchOption.AllDirectories)
        .Where(path => path != Target && !path.StartsWith(Target + Path.DirectorySeparatorChar, StringComparison.Ordinal))];

    /// <summary>The file that was to be written, where it is there.</summary>
    public string? Written() => File.Exists(TargetFile) ? File.ReadAllText(TargetFile, Encoding.Latin1) : null;

    /// <summary>Names of all files below the folder that was to be written to.</summary>
    public IReadOnlyList<string> Below() => [.. Directory.EnumerateFileSystemEntries(Target, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Target, path)).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await Server.DisposeAsync();
        _root.Delete(recursive: true);
    }

    private async Task<string> TellAsync()
    {
        try
        {
            return await (_attack.Work switch
            {
                FtpWork.OpenUrl => OpenUrlAsync(),
                FtpWork.Mirror => MirrorAsync(),
                _ => ConnectAsync(),
            });
        }
        catch (InternetException e)
        {
            return Told(e);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return "fails Argument";
        }
        catch (NotSupportedException)
        {
            return "fails NotSupported";
        }
    }

    private static string Told(InternetException e)
    {
        var error = e.ParseError == ParseError.None ? string.Empty : $" {e.ParseError}";
        var code = e is FtpException { ReplyCode: > 0 } ftp ? $" {ftp.ReplyCode.ToString(CultureInfo.InvariantCulture)}" : string.Empty;
        return $"fails {e.Kind}{error}{code}";
    }

    private async Task<string> ConnectAsync()
    {
        await using var connection = await _session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions
        {
            Port = Server.Port,
            Tls = Enum.Parse<FtpTlsMode>(_attack.Tls),
            DataMode = _attack.IsActive ? FtpDataMode.Active : FtpDataMode.Passive,
            ListingLimits = new FtpListingLimits { MaxLines = 10_000, MaxLine = 8192 },
        }, Token);
        switch (_attack.Work)
        {
            case FtpWork.Login:
                return "in";
            case FtpWork.Read:
                return await ReadAsync(connection);
            case FtpWork.ReadTwice:
                _ = await ReadAsync(connection);
                return await ReadAsync(connection);
            case FtpWork.ReadThenNoOp:
                Assert.Equal("reads hello", await ReadAsync(connection));
                await connection.NoOpAsync(Token);
                return "in";
            case FtpWork.Download:
                _ = await connection.DownloadFileAsync("hello.txt", TargetFile, cancellationToken: Token);
                return $"reads {Written()}";
            case FtpWork.Resume:
                return await ResumeAsync(connection);
            case FtpWork.Upload:
                var local = Path.Combine(Target, "local");
                await File.WriteAllTextAsync(local, "hello", Token);
                _ = await connection.UploadFileAsync(local, "hello.txt", cancellationToken: Token);
                return "sent";
            case FtpWork.List or FtpWork.ListAll:
                return await ListAsync(connection);
            case FtpWork.PrintDirectory:
                return $"path {await connection.GetCurrentDirectoryAsync(Token)}";
            default:
                return $"answered {(await connection.SendCommandAsync("CCC", Token)).Code}";
        }
    }

    private static async Task<string> ReadAsync(FtpConnection connection)
    {
        await using var file = await connection.OpenReadAsync("hello.txt", cancellationToken: Token);
        return await ReadAsync(file);
    }

    private static async Task<string> ReadAsync(InternetFile file)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Token);
        Assert.True(file.IsComplete);
        return $"reads {Encoding.Latin1.GetString(content.ToArray())}";
    }

    // An attempt at the honest server's file, which was cut short.
    private async Task<string> ResumeAsync(FtpConnection connection)
    {
        await File.WriteAllTextAsync(TargetFile + ".part", _attack.Part, Token);
        new FtpAttempt(5, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Write(TargetFile + ".part.json");
        _ = await connection.DownloadFileAsync("hello.txt", TargetFile, new FtpDownloadOptions { Resume = true }, Token);
        return $"reads {Written()}";
    }

    private async Task<string> ListAsync(FtpConnection connection)
    {
        var entries = new List<FtpEntry>();
        await foreach (var entry in connection.EnumerateAsync(options: new FtpEnumerateOptions { Recursive = _attack.Work == FtpWork.ListAll, MaxDepth = 20 }, cancellationToken: Token))
        {
            entries.Add(entry);
        }

        return _attack.Id == "FC-11"
            ? entries.TrueForAll(entry => entry.IsPlainName == (entry.Name == "hello.txt")) ? "no plain name but hello.txt" : "plain " + string.Join('|', entries.Where(entry => entry.IsPlainName).Select(entry => entry.Name))
            : $"lists {string.Join('|', entries.Select(entry => entry.Name))}";
    }

    private async Task<string> OpenUrlAsync()
    {
        await using var file = await _session.OpenAsync(_attack.Url.Replace("{host}", $"127.0.0.1:{Server.Port}", StringComparison.Ordinal), cancellationToken: Token);
        return await ReadAsync(file);
    }

    private async Task<string> MirrorAsync()
    {
        var plan = await _session.PlanMirrorAsync($"ftp://127.0.0.1:{Server.Port}/", Target, cancellationToken: Token);
        _ = await plan.ExecuteAsync(_session, cancellationToken: Token);
        return "writes only below";
    }
}
