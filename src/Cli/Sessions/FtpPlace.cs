using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;

namespace HiPerf.Cli.Sessions;

/// <summary>A URL on an FTP server, with the connection to it.</summary>
internal sealed class FtpPlace : IAsyncDisposable
{
    private readonly InternetSession _session;

    private FtpPlace(InternetSession session, FtpConnection connection, InternetUrl url)
    {
        _session = session;
        Connection = connection;
        Url = url;
        Path = FtpConnection.PathOf(url);
    }

    public FtpConnection Connection { get; }

    public InternetUrl Url { get; }

    /// <summary>The path the URL names, as the connection takes it; empty is where the login led.</summary>
    public string Path { get; }

    /// <summary>Whether the URL names a folder.</summary>
    public bool IsFolder => IsFolderUrl(Url);

    /// <summary>Connects to where a URL leads.</summary>
    /// <exception cref="NotSupportedException">Its scheme is not ftp or ftps.</exception>
    public static async Task<FtpPlace> OpenAsync(CliConsole console, SessionSettings settings, string url, CancellationToken cancellationToken)
    {
        InternetUrl parsed = InternetUrl.Parse(SessionSettings.WithPassword(url));
        if (!IsFtp(parsed))
        {
            throw new NotSupportedException($"This is done on ftp and ftps alone, not on '{parsed.Scheme}'.");
        }

        InternetSession session = settings.Open(console, parsed);
        try
        {
            return new FtpPlace(session, await session.ConnectFtpAsync(parsed.Host, session.Options.Ftp.For(parsed), cancellationToken).ConfigureAwait(false), parsed);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether a URL leads to an FTP server.</summary>
    public static bool IsFtp(InternetUrl? url) => url?.Scheme is "ftp" or "ftps";

    /// <summary>Whether an ftp or ftps URL names a folder.</summary>
    public static bool IsFolderUrl(InternetUrl url) => FtpConnection.PathOf(url) is { Length: 0 } or [.., '/'] || url.Path.EndsWith(";type=d", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a file.</summary>
    /// <exception cref="VerbException">The URL names a folder.</exception>
    public string FilePath() => IsFolder ? throw new VerbException(ExitCode.Usage, $"{Url} names a folder.") : Path;

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync().ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
    }
}
