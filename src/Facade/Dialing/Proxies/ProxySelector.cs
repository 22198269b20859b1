namespace HiPerf;

/// <summary>Answers which proxy is used for what, by options and the environment as it was when the session was made.</summary>
internal sealed class ProxySelector
{
    private readonly ProxyOptions _options;
    private readonly ProxyBypass _bypass;
    private readonly Dictionary<string, Variable> _variables = [];

    /// <param name="options">Validated options.</param>
    /// <param name="environment">Reads a variable; null when it is not set.</param>
    public ProxySelector(ProxyOptions options, Func<string, string?> environment)
    {
        _options = options;
        _bypass = options.Bypass is { } list
            ? new ProxyBypass(list, options.BypassLocal, options.BypassLoopback)
            : new ProxyBypass(Read(environment, "no_proxy", takesUpper: true)?.Value, options.BypassLocal, options.BypassLoopback);
        if (options.Mode != ProxyMode.System)
        {
            return;
        }

        // A CGI program gets a client's Proxy field as HTTP_PROXY (httpoxy, CVE-2016-5385).
        var isCgi = !string.IsNullOrEmpty(environment("REQUEST_METHOD"));
        foreach (var name in (string[])["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"])
        {
            if (Read(environment, name, takesUpper: name != "http_proxy" || !isCgi) is { } variable)
            {
                _variables.Add(name, variable);
            }
        }
    }

    /// <summary>The proxy for a host; null for none.</summary>
    /// <param name="scheme">The scheme in lower case.</param>
    /// <param name="host">The host, an IPv6 address with brackets or not.</param>
    /// <param name="port">The port to connect to.</param>
    /// <exception cref="ProxyException">ProxyFailed: the environment names a proxy that is none, or none for this scheme.</exception>
    public ProxyServer? Find(string scheme, string host, int port) => _options.Mode switch
    {
        ProxyMode.Custom when OfOptions(scheme) is { } proxy => _bypass.Holds(host, port) ? null : proxy,
        ProxyMode.System when OfEnvironment(scheme) is { } variable => _bypass.Holds(host, port) ? null : OfVariable(variable, scheme),
        _ => null,
    };

    private ProxyServer? OfOptions(string scheme) => scheme switch
    {
        "http" => _options.Http,
        "https" => _options.Https,
        "ftp" or "ftps" => _options.Ftp,
        "gopher" or "gophers" => _options.Gopher,
        _ => null,
    } ?? _options.Default;

    private Variable? OfEnvironment(string scheme)
    {
        var name = scheme switch
        {
            "http" => "http_proxy",
            "https" => "https_proxy",
            "ftp" or "ftps" => "ftp_proxy",
            _ => "all_proxy",
        };
        return _variables.TryGetValue(name, out var variable) || _variables.TryGetValue("all_proxy", out variable) ? variable : null;
    }

    private static ProxyServer OfVariable(Variable variable, string scheme)
    {
        var proxy = ProxyServer.Read(variable.Value, out var refusal) ?? throw ProxyErrors.BadVariable(variable.Name, refusal!, scheme);
        return proxy.Kind != ProxyKind.FtpUserAtHost || scheme is "ftp" or "ftps" ? proxy
            : throw ProxyErrors.BadVariable(variable.Name, "An FTP proxy serves ftp and ftps alone.", scheme);
    }

    private static Variable? Read(Func<string, string?> environment, string name, bool takesUpper)
    {
        if (environment(name) is { Length: > 0 } value)
        {
            return new Variable(name, value.Trim());
        }

        var upper = name.ToUpperInvariant();
        return takesUpper && environment(upper) is { Length: > 0 } other ? new Variable(upper, other.Trim()) : null;
    }

    private sealed record Variable(string Name, string Value);
}
