namespace HiPerf;

/// <summary>What two uses must agree in to share a connection. RFC 9110 section 4.3; catalogue RS-14.</summary>
/// <param name="Scheme">The scheme in lower case; <c>https</c> and <c>http</c> differ, as <c>ftps</c> and <c>ftp</c> do.</param>
/// <param name="Host">The host in canonical form, an IPv6 address without brackets, which is also the name the certificate is checked for.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Tls">The rules TLS is made under; null where there is none. Options compare by value.</param>
internal sealed record ConnectionKey(string Scheme, string Host, int Port, TlsOptions? Tls)
{
    /// <summary>The peer as errors and logs name it.</summary>
    public string EndPoint { get; } = Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>Whether another key stands for the same origin: scheme, host and port. RFC 6454 section 5.</summary>
    public bool IsSameOrigin(ConnectionKey other) => Port == other.Port && Scheme == other.Scheme && Host == other.Host;
}
