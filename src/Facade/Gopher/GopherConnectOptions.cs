namespace HiPerf.Gopher;

/// <summary>How Gopher servers are worked with. Immutable.</summary>
public sealed record GopherConnectOptions
{
    internal static readonly GopherConnectOptions Default = new();

    /// <summary>The port, 1 to 65535; 0, the default, is 70. Looked at by <see cref="InternetSession.ConnectGopher(string, GopherConnectOptions?)"/> alone.</summary>
    public int Port { get; init; }

    /// <summary>Whether TLS is spoken from the first octet (<c>gophers</c>); never less then. Looked at by <see cref="InternetSession.ConnectGopher(string, GopherConnectOptions?)"/> alone: a URL says it itself.</summary>
    public bool UseTls { get; init; }

    /// <summary>How the texts of hosts not named in <see cref="Charsets"/> are read; found out by default.</summary>
    public GopherCharset Charset { get; init; }

    /// <summary>How the texts of certain hosts are read; empty by default.</summary>
    public IReadOnlyDictionary<string, GopherCharset> Charsets { get; init; } = new Dictionary<string, GopherCharset>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether ports below 1024 beside 70 and 105 are connected to; not by default. <see cref="GopherPortPolicy"/>.</summary>
    public bool AllowPrivilegedPorts { get; init; }

    /// <summary>Denied ports that are connected to nevertheless; none by default.</summary>
    public IReadOnlySet<int> AllowedPorts { get; init; } = new HashSet<int>();

    /// <summary>How much is read, and sent.</summary>
    public GopherLimits Limits { get; init; } = GopherLimits.Default;

    /// <summary>The value of <see cref="GopherConnection.Context"/>; null inherits the session's.</summary>
    public object? Context { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentNullException.ThrowIfNull(Charsets);
        ArgumentNullException.ThrowIfNull(AllowedPorts);
        Check(Charset);
        foreach (var charset in Charsets.Values)
        {
            Check(charset);
        }
    }

    private static void Check(GopherCharset charset)
    {
        if (!Enum.IsDefined(charset))
        {
            throw new ArgumentOutOfRangeException(nameof(charset), charset, "No such charset is known.");
        }
    }
}
