using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Makes the connections that callers hold.</summary>
internal static class FtpConnector
{
    // What would end the host within a URL, and the white space a URL's reader takes out of it.
    private static readonly SearchValues<char> s_notHost = SearchValues.Create("/\\?#@ \t\r\n\0");

    /// <summary>Checks what the caller gave, connects, logs in.</summary>
    public static ValueTask<FtpConnection> ConnectAsync(InternetSession session, FtpClientCore core, string host, FtpConnectOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        if (host.AsSpan().ContainsAny(s_notHost))
        {
            throw new ArgumentException("The host holds more than a host.", nameof(host));
        }

        FtpCredentials.Check(options);
        var literal = host.Contains(':') && !host.StartsWith('[') ? $"[{host}]" : host;

        // Read as ftp, whose hosts are put into canonical form.
        var canonical = InternetUrl.ParseOrNull($"ftp://{literal}/") is { Port: 21 } url ? url : throw new ArgumentException("The host is no host.", nameof(host));
        var target = FtpTarget.Of(core.Dialer, "ftp", canonical.Host, options.Port, options);
        var root = InternetUrl.Parse($"{target.Key.Scheme}://{canonical.HostName}:{target.Key.Port}/");
        return LogInAsync(session, core, target, root, options.Context ?? session.Context, cancellationToken);
    }

    private static async ValueTask<FtpConnection> LogInAsync(InternetSession session, FtpClientCore core, FtpTarget target, InternetUrl root, object? context,
        CancellationToken cancellationToken)
    {
        var login = new FtpLogin(core, target, session.Options.Timeouts, core.Listen(null));
        return new FtpConnection(session, await login.RunAsync(cancellationToken).ConfigureAwait(false), root, context);
    }
}
