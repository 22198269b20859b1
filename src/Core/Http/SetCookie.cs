namespace HiPerf.Http;

/// <summary>One cookie as a Set-Cookie field set it: offsets into the field value it was read from.</summary>
/// <remarks>RFC 6265bis section 5.6. Whether it may be stored: <see cref="CookieAdmission"/>; until when: <see cref="CookieLifetime"/>.</remarks>
public record struct SetCookie
{
    /// <summary>Offset of the name.</summary>
    public int NameStart { get; internal set; }

    /// <summary>Octets of the name; 0 for a cookie without a name.</summary>
    public int NameLength { get; internal set; }

    /// <summary>Offset of the value.</summary>
    public int ValueStart { get; internal set; }

    /// <summary>Octets of the value, double quotes counted, for they belong to it; may be 0 where there is a name.</summary>
    public int ValueLength { get; internal set; }

    /// <summary>Offset of the domain, behind the one leading dot that is passed over.</summary>
    public int DomainStart { get; internal set; }

    /// <summary>Octets of the domain; 0 where there is none, or an empty one: the cookie is for the host that set it alone.</summary>
    public int DomainLength { get; internal set; }

    /// <summary>Offset of the path.</summary>
    public int PathStart { get; internal set; }

    /// <summary>Octets of the path, which begins with a slash; 0 where there is none, or none of that kind: <see cref="CookiePath.Default"/> is meant.</summary>
    public int PathLength { get; internal set; }

    /// <summary>The attributes that count.</summary>
    public CookieAttributes Attributes { get; internal set; }

    /// <summary>What the attribute SameSite says.</summary>
    public SameSite SameSite { get; internal set; }

    /// <summary>What the grammar for servers does not allow.</summary>
    public CookieDeviations Deviations { get; internal set; }

    /// <summary>Offset of the first octet of the first part that deviates; −1 where none does.</summary>
    public int FirstDeviation { get; internal set; }

    /// <summary>The date of Expires in ticks of <see cref="DateTime"/>, UTC; 0 where there is none.</summary>
    public long ExpiresTicks { get; internal set; }

    /// <summary>Seconds of Max-Age, any sign, held at the ends of the type; 0 where there is none.</summary>
    public long MaxAgeSeconds { get; internal set; }

    /// <summary>Whether the cookie goes to secure origins alone.</summary>
    public readonly bool IsSecure => (Attributes & CookieAttributes.Secure) != CookieAttributes.None;

    /// <summary>Whether the cookie is hidden from what is not HTTP.</summary>
    public readonly bool IsHttpOnly => (Attributes & CookieAttributes.HttpOnly) != CookieAttributes.None;

    /// <summary>Whether the cookie is kept apart for each top-level site.</summary>
    public readonly bool IsPartitioned => (Attributes & CookieAttributes.Partitioned) != CookieAttributes.None;

    /// <summary>The name.</summary>
    /// <param name="value">The field value it was read from.</param>
    public readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> value) => value.Slice(NameStart, NameLength);

    /// <summary>The value, as it stands.</summary>
    /// <param name="value">The field value it was read from.</param>
    public readonly ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> value) => value.Slice(ValueStart, ValueLength);

    /// <summary>The domain, as it stands: letters in either case.</summary>
    /// <param name="value">The field value it was read from.</param>
    public readonly ReadOnlySpan<byte> DomainIn(ReadOnlySpan<byte> value) => value.Slice(DomainStart, DomainLength);

    /// <summary>The path, as it stands.</summary>
    /// <param name="value">The field value it was read from.</param>
    public readonly ReadOnlySpan<byte> PathIn(ReadOnlySpan<byte> value) => value.Slice(PathStart, PathLength);
}
