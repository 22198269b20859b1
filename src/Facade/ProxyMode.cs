namespace HiPerf;

/// <summary>Where a session takes its proxies from.</summary>
public enum ProxyMode
{
    /// <summary>From the environment, as the session is made: <c>http_proxy</c>, <c>https_proxy</c>, <c>ftp_proxy</c>, <c>all_proxy</c>, <c>no_proxy</c>.</summary>
    System = 0,

    /// <summary>Never a proxy.</summary>
    Direct,

    /// <summary>Those the options name.</summary>
    Custom,
}
