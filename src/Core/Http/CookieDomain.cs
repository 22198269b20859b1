namespace HiPerf.Http;

/// <summary>Which hosts a cookie's domain stands for. RFC 6265bis section 5.1.3.</summary>
/// <remarks>By whole labels alone. No list of public suffixes is asked: a cookie for <c>com</c> matches every host below it here.</remarks>
public static class CookieDomain
{
    /// <summary>Whether a host domain-matches a domain: it is the domain, or a name below it.</summary>
    /// <param name="host">A canonical host: A-labels, no port, an IPv6 address in brackets. Letters match in either case.</param>
    /// <param name="domain">A cookie's domain without its leading dot. One that is empty or not ASCII matches nothing.</param>
    /// <remarks>A trailing dot is part of either: <c>example.com.</c> is not <c>example.com</c>.</remarks>
    public static bool Matches(ReadOnlySpan<byte> host, ReadOnlySpan<byte> domain)
    {
        int before = host.Length - domain.Length;
        return before >= 0 && !domain.IsEmpty
            && System.Text.Ascii.EqualsIgnoreCase(host[before..], domain)
            && (before == 0 || (host[before - 1] == (byte)'.' && !IsAddress(host)));
    }

    /// <summary>Whether a host is an IP address, which has no names below or above it: in brackets, with a colon, or with a last label that is a number.</summary>
    /// <param name="host">A host without its port.</param>
    public static bool IsAddress(ReadOnlySpan<byte> host) =>
        !host.IsEmpty && (host[0] == (byte)'[' || host.Contains((byte)':') || UrlIPv4.EndsInNumber(host));
}
