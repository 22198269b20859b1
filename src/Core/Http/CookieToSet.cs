namespace HiPerf.Http;

/// <summary>A cookie that a server wants set. RFC 6265bis section 4.1.</summary>
/// <remarks>What a user agent would ignore is refused by <see cref="SetCookieWriter"/>.</remarks>
public readonly ref struct CookieToSet
{
    /// <summary>The name: a token.</summary>
    public required ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The value: cookie-octets, between double quotes or not; empty by default.</summary>
    public ReadOnlySpan<byte> Value { get; init; }

    /// <summary>When it expires, ticks of <see cref="DateTime"/>, UTC, of a year from 1601 on; null for none. A date that is past deletes the cookie.</summary>
    public long? ExpiresTicks { get; init; }

    /// <summary>Seconds it is kept, 1 and up; null for none. User agents hold it to 400 days.</summary>
    public long? MaxAgeSeconds { get; init; }

    /// <summary>The domain whose hosts all get it, without a leading dot; empty for the host that sets it alone.</summary>
    public ReadOnlySpan<byte> Domain { get; init; }

    /// <summary>The path below which it is sent, with its slash; empty for that of the request.</summary>
    public ReadOnlySpan<byte> Path { get; init; }

    /// <summary>Whether it goes over secure protocols alone.</summary>
    public bool IsSecure { get; init; }

    /// <summary>Whether it is hidden from scripts.</summary>
    public bool IsHttpOnly { get; init; }

    /// <summary>With which requests it is sent; Default leaves the attribute out.</summary>
    public SameSite SameSite { get; init; }

    /// <summary>Whether it is kept apart for each top-level site.</summary>
    public bool IsPartitioned { get; init; }
}
