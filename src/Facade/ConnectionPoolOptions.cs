namespace HiPerf;

/// <summary>How many connections a session keeps for reuse, and for how long.</summary>
public sealed record ConnectionPoolOptions
{
    /// <summary>Idle connections kept for one origin, 0 to 10,000; 16. 0 switches reuse off.</summary>
    public int MaxIdlePerOrigin { get; init; } = 16;

    /// <summary>Idle connections kept for all origins together, 0 to 100,000; 256.</summary>
    public int MaxIdle { get; init; } = 256;

    /// <summary>How long a connection may stay idle before it is closed; 55 s, below the 60 s at which common servers close.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(55);

    internal void Validate()
    {
        if (MaxIdlePerOrigin is < 0 or > 10_000)
        {
            throw new ArgumentException($"{nameof(MaxIdlePerOrigin)} is outside 0 to 10,000.", nameof(MaxIdlePerOrigin));
        }

        if (MaxIdle is < 0 or > 100_000)
        {
            throw new ArgumentException($"{nameof(MaxIdle)} is outside 0 to 100,000.", nameof(MaxIdle));
        }

        if (IdleTimeout != Timeout.InfiniteTimeSpan && IdleTimeout <= TimeSpan.Zero)
        {
            throw new ArgumentException($"{nameof(IdleTimeout)} is not greater than zero.", nameof(IdleTimeout));
        }
    }
}
