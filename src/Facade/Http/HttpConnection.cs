using System.Buffers;

namespace HiPerf.Http;

/// <summary>One HTTP origin of a session: scheme, host, port, credentials. No traffic until a request is opened; connections come from the session's pool.</summary>
public sealed class HttpConnection
{
    // What would end the host within a URL, and the white space a URL's reader takes out of it.
    private static readonly SearchValues<char> s_notHost = SearchValues.Create("/\\?#@ \t\r\n");

    private readonly string _userInfo;

    internal HttpConnection(InternetSession session, string host, HttpConnectOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue, nameof(options));
        if (host.AsSpan().IndexOfAny(s_notHost) >= 0)
        {
            throw new ArgumentException("The host holds more than a host.", nameof(host));
        }

        if (options.Password is not null && options.UserName is null)
        {
            throw new ArgumentException("A password needs a user name.", nameof(options));
        }

        Session = session;
        Context = options.Context ?? session.Context;
        var userInfo = options.UserName is null ? string.Empty
            : $"{Uri.EscapeDataString(options.UserName)}:{Uri.EscapeDataString(options.Password ?? string.Empty)}@";
        var scheme = options.UseTls ? "https" : "http";
        var port = options.Port == 0 ? string.Empty : $":{options.Port}";
        var literal = host.Contains(':') && !host.StartsWith('[') ? $"[{host}]" : host;
        Url = InternetUrl.ParseOrNull($"{scheme}://{userInfo}{literal}{port}/") ?? throw new ArgumentException("The host is no host.", nameof(host));
        _userInfo = userInfo;
    }

    /// <summary>The session it belongs to.</summary>
    public InternetSession Session { get; }

    /// <summary>The value given by the options, or else by the session.</summary>
    public object? Context { get; }

    /// <summary>The root of the origin.</summary>
    public InternetUrl Url { get; }

    /// <summary>The host in canonical form.</summary>
    public string Host => Url.Host;

    /// <summary>The port, 1 to 65535.</summary>
    public int Port => Url.Port;

    /// <summary>Sends a request and reads the head of its answer.</summary>
    /// <param name="target">Path and query, percent-encoded, beginning with a slash.</param>
    /// <param name="options">What this request does differently.</param>
    /// <param name="cancellationToken">Closes the connection when it fires.</param>
    /// <exception cref="ArgumentException">The target does not begin with a slash.</exception>
    /// <exception cref="InternetException">The exchange failed.</exception>
    public ValueTask<HttpFile> OpenAsync(string target, OpenOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.StartsWith('/'))
        {
            throw new ArgumentException("The target does not begin with a slash.", nameof(target));
        }

        options ??= OpenOptions.Default;
        if (options.Context is null && Context is not null)
        {
            options = options with { Context = Context };
        }

        var url = InternetUrl.Parse($"{Url.Scheme}://{_userInfo}{Url.HostAndPort}{target}");
        return Session.OpenHttpAsync<HttpFile>(url, options, cancellationToken);
    }
}

/// <summary>What a connection to one HTTP origin needs beside its host.</summary>
public sealed record HttpConnectOptions
{
    internal static readonly HttpConnectOptions Default = new();

    /// <summary>The port, 1 to 65535; 0, the default, is the scheme's own.</summary>
    public int Port { get; init; }

    /// <summary>Whether the scheme is https; true.</summary>
    public bool UseTls { get; init; } = true;

    /// <summary>Sent as Basic credentials, RFC 7617; null sends none.</summary>
    public string? UserName { get; init; }

    /// <summary>The password that goes with the user name.</summary>
    public string? Password { get; init; }

    /// <summary>Carried by the connection and its files; null inherits the session's.</summary>
    public object? Context { get; init; }
}
