namespace HiPerf;

/// <summary>Where the parts of a URL stand in the octets it was read from, or written to.</summary>
/// <remarks>RFC 3986 section 3. Offsets and lengths in octets; a length of −1 says that the part is absent, 0 that it is there and empty.
/// The delimiters belong to no part. The scheme, when there is one, begins at 0. Meaningful only after Done.</remarks>
public struct UrlParts
{
    /// <summary>Octets of the whole URL.</summary>
    public int Length;

    /// <summary>Octets of the scheme, without its colon.</summary>
    public int SchemeLength;

    /// <summary>Offset of the user name.</summary>
    public int UserNameStart;

    /// <summary>Octets of the user name, −1 when there is no userinfo.</summary>
    public int UserNameLength;

    /// <summary>Offset of the password.</summary>
    public int PasswordStart;

    /// <summary>Octets of the password: what follows the first colon of the userinfo; −1 when there is none.</summary>
    public int PasswordLength;

    /// <summary>Offset of the host, its brackets included.</summary>
    public int HostStart;

    /// <summary>Octets of the host, its brackets included; −1 when there is no authority.</summary>
    public int HostLength;

    /// <summary>Offset of the port's digits.</summary>
    public int PortStart;

    /// <summary>Octets of the port, −1 when there is none.</summary>
    public int PortLength;

    /// <summary>The port that is written out, 0 to 65535; −1 when there is none or it has no digits.</summary>
    public int Port;

    /// <summary>Offset of the path.</summary>
    public int PathStart;

    /// <summary>Octets of the path, never −1.</summary>
    public int PathLength;

    /// <summary>Offset of the query, behind its question mark.</summary>
    public int QueryStart;

    /// <summary>Octets of the query, −1 when there is none.</summary>
    public int QueryLength;

    /// <summary>Offset of the fragment, behind its number sign.</summary>
    public int FragmentStart;

    /// <summary>Octets of the fragment, −1 when there is none.</summary>
    public int FragmentLength;

    /// <summary>Which scheme it is, when it is one with rules of its own.</summary>
    public UrlScheme Scheme;

    /// <summary>What the host is.</summary>
    public UrlHostKind HostKind;

    /// <summary>Whether the path is one string and not segments, as in <c>mailto:a@example.com</c>. RFC 3986 section 3.3, path-rootless.</summary>
    public bool HasOpaquePath;

    /// <summary>The scheme's octets, without the colon.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> SchemeIn(ReadOnlySpan<byte> url) => url[..SchemeLength];

    /// <summary>The user name, percent-encoded; empty when absent.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> UserNameIn(ReadOnlySpan<byte> url) => Slice(url, UserNameStart, UserNameLength);

    /// <summary>The password, percent-encoded; empty when absent.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> PasswordIn(ReadOnlySpan<byte> url) => Slice(url, PasswordStart, PasswordLength);

    /// <summary>The host with its brackets; empty when absent.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> HostIn(ReadOnlySpan<byte> url) => Slice(url, HostStart, HostLength);

    /// <summary>The path, percent-encoded.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> PathIn(ReadOnlySpan<byte> url) => url.Slice(PathStart, PathLength);

    /// <summary>The query without its question mark; empty when absent.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> QueryIn(ReadOnlySpan<byte> url) => Slice(url, QueryStart, QueryLength);

    /// <summary>The fragment without its number sign; empty when absent.</summary>
    /// <param name="url">The octets the parts belong to.</param>
    public readonly ReadOnlySpan<byte> FragmentIn(ReadOnlySpan<byte> url) => Slice(url, FragmentStart, FragmentLength);

    /// <summary>Parts of which every optional one is absent.</summary>
    internal static UrlParts Empty => new()
    {
        UserNameLength = -1,
        PasswordLength = -1,
        HostLength = -1,
        PortLength = -1,
        Port = -1,
        QueryLength = -1,
        FragmentLength = -1,
    };

    /// <summary>Offset of what follows the authority, or the scheme's colon when there is none.</summary>
    internal readonly int AuthorityEnd => PortLength >= 0 ? PortStart + PortLength : HostLength >= 0 ? HostStart + HostLength : SchemeLength + 1;

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> url, int start, int length) => length <= 0 ? default : url.Slice(start, length);
}
