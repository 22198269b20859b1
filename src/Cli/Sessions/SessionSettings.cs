using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Getting;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Cli.Sessions;

/// <summary>What a command line says of the session: the same words for every verb that asks a server.</summary>
internal sealed record SessionSettings
{
    /// <summary>The variable that holds the password of a URL that names a user and none.</summary>
    public const string PasswordVariable = "HIPERF_PASSWORD";

    /// <summary>Whether phase events and the dialogue are shown.</summary>
    public bool Verbose { get; init; }

    /// <summary>A PEM file of roots to trust instead of the system's.</summary>
    public string? TrustedRoots { get; init; }

    /// <summary>Seconds for each wait; null leaves the defaults.</summary>
    public double? Timeout { get; init; }

    /// <summary>Whether and when TLS begins on an FTP connection, in the words of the command line; null is by the scheme.</summary>
    public string? FtpTls { get; init; }

    /// <summary>How Gopher texts are read, in the words of the command line; null is found out.</summary>
    public string? GopherCharset { get; init; }

    /// <summary>Ports that Gopher is spoken to beside those where it is anyway.</summary>
    public IReadOnlyList<int> AllowedPorts { get; init; } = [];

    /// <summary>Makes the session.</summary>
    /// <param name="console">Where events are shown.</param>
    /// <param name="url">What is asked for first, for the log; null when it is no URL.</param>
    public InternetSession Open(CliConsole console, InternetUrl? url)
    {
        var options = new InternetSessionOptions
        {
            UserAgent = $"hiperf/{typeof(SessionSettings).Assembly.GetName().Version?.ToString(3)}",
            StatusChanged = Verbose ? new PhaseLog(console.Error, url) : null,
            Ftp = new FtpConnectOptions { Tls = ReadTls() },
            Gopher = new GopherConnectOptions { Charset = ReadCharset(), AllowedPorts = ReadPorts() },
        };
        if (Timeout is { } seconds)
        {
            if (seconds is not (> 0 and <= 86400))
            {
                throw new VerbException(ExitCode.Usage, "The timeout is not above 0 and at most 86400 seconds.");
            }

            TimeSpan limit = TimeSpan.FromSeconds(seconds);
            options = options with
            {
                Timeouts = new InternetTimeouts
                {
                    Connect = limit,
                    TlsHandshake = limit,
                    ResponseHead = limit,
                    ReadStall = limit,
                    Total = System.Threading.Timeout.InfiniteTimeSpan,
                },
            };
        }

        return new InternetSession(TrustedRoots is { } path ? options with { Tls = options.Tls with { TrustedRoots = ReadRoots(path) } } : options);
    }

    /// <summary>Gives a URL that names a user and no password the one in the environment: it stands in no list of processes.</summary>
    public static string WithPassword(string url) => WithPassword(url, Environment.GetEnvironmentVariable(PasswordVariable));

    /// <summary>Gives a URL that names a user and no password this one.</summary>
    public static string WithPassword(string url, string? password)
    {
        if (string.IsNullOrEmpty(password) || InternetUrl.ParseOrNull(url) is not { EncodedPassword.Length: 0, EncodedUserName.Length: > 0 } parsed)
        {
            return url;
        }

        int at = parsed.Parts.UserNameStart + parsed.Parts.UserNameLength;
        return string.Concat(parsed.Href.AsSpan(0, at), ":", Uri.EscapeDataString(password), parsed.Href.AsSpan(at));
    }

    private FtpTlsMode ReadTls() => FtpTls switch
    {
        null or "auto" => FtpTlsMode.Automatic,
        "off" => FtpTlsMode.Off,
        "opportunistic" => FtpTlsMode.Opportunistic,
        "explicit" => FtpTlsMode.Explicit,
        "implicit" => FtpTlsMode.Implicit,
        _ => throw new VerbException(ExitCode.Usage, $"--ftp-tls is none of auto, off, opportunistic, explicit and implicit: {FtpTls}."),
    };

    private GopherCharset ReadCharset() => GopherCharset switch
    {
        null or "auto" => Gopher.GopherCharset.Automatic,
        "utf-8" => Gopher.GopherCharset.Utf8,
        "latin1" => Gopher.GopherCharset.Latin1,
        "cp437" => Gopher.GopherCharset.Cp437,
        _ => throw new VerbException(ExitCode.Usage, $"--gopher-charset is none of auto, utf-8, latin1 and cp437: {GopherCharset}."),
    };

    private HashSet<int> ReadPorts() => AllowedPorts.All(static port => port is > 0 and <= 65535)
        ? [.. AllowedPorts]
        : throw new VerbException(ExitCode.Usage, "--allow-port is no port: 1 to 65535.");

    private static X509Certificate2Collection ReadRoots(string path)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(path);
        }
        catch (CryptographicException e)
        {
            throw new VerbException(ExitCode.LocalFile, $"{path} holds no certificates: {e.Message}");
        }

        return roots;
    }
}
