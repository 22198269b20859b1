namespace HiPerf;

/// <summary>How long each phase of an operation may take. A timeout says which one fired (<see cref="InternetException.Phase"/>).</summary>
/// <remarks><see cref="Timeout.InfiniteTimeSpan"/> switches a limit off. Other values must be greater than zero and at most 24 days;
/// the session's constructor throws <see cref="ArgumentException"/> for the rest.</remarks>
public sealed record InternetTimeouts
{
    /// <summary>Name resolution and TCP connect together, over all addresses of the host; 15 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The TLS handshake; 10 s.</summary>
    public TimeSpan TlsHandshake { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the first octet of a request sent to the end of the final response head, interim responses included; 60 s.</summary>
    public TimeSpan ResponseHead { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>One read of content without a single octet arriving; 30 s.</summary>
    public TimeSpan ReadStall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Octets a second that content must bring at least, measured over five seconds in which it is waited for, after a grace of as
    /// long; 0, the default, asks for none. Below it: a timeout of <see cref="InternetTimeout.DataRate"/>.</summary>
    public double MinDataRate { get; init; }

    /// <summary>The whole opening: from the call to the final response head, redirects and retries included; 100 s.</summary>
    /// <remarks>Content has no total limit of its own: a long download is held by <see cref="ReadStall"/> and <see cref="MinDataRate"/>.</remarks>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(100);

    internal void Validate()
    {
        Check(Connect, nameof(Connect));
        Check(TlsHandshake, nameof(TlsHandshake));
        Check(ResponseHead, nameof(ResponseHead));
        Check(ReadStall, nameof(ReadStall));
        Check(Total, nameof(Total));
        if (!(MinDataRate >= 0 && double.IsFinite(MinDataRate)))
        {
            throw new ArgumentException($"{nameof(MinDataRate)} is no number of octets.", nameof(MinDataRate));
        }
    }

    private static void Check(TimeSpan value, string name)
    {
        if (value == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(24))
        {
            throw new ArgumentException($"{name} is neither infinite nor between zero and 24 days.", name);
        }
    }
}
