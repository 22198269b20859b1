namespace HiPerf;

/// <summary>What two uses must agree in to share a connection. RFC 9110 section 4.3; catalogue RS-14.</summary>
/// <param name="Scheme">The scheme in lower case; <c>https</c> and <c>http</c> differ, as <c>ftps</c> and <c>ftp</c> do.</param>
/// <param name="Host">The host in canonical form, an IPv6 address without brackets, which is also the name the certificate is checked for.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Tls">The rules TLS is made under; null where there is none. Options compare by value.</param>
/// <param name="Proxy">The proxy it goes through, user and password included; null for none.</param>
internal sealed record ConnectionKey(string Scheme, string Host, int Port, TlsOptions? Tls, ProxyServer? Proxy = null)
{
    /// <summary>The peer as errors and logs name it.</summary>
    public string EndPoint { get; } = Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>Whether its requests are the proxy's to forward, in absolute-form: http through an HTTP proxy. RFC 9112 section 3.2.2.</summary>
    public bool IsForwarded => Scheme == "http" && Proxy is { Kind: ProxyKind.Http };

    /// <summary>Whether the proxy is asked for a tunnel: the connection then leads to the host itself.</summary>
    public bool IsTunnelled => Proxy is not null && Proxy.Kind != ProxyKind.FtpUserAtHost && !IsForwarded;

    /// <summary>Whether another key stands for the same origin: scheme, host and port. RFC 6454 section 5.</summary>
    public bool IsSameOrigin(ConnectionKey other) => Port == other.Port && Scheme == other.Scheme && Host == other.Host;
}
