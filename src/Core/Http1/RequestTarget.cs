using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Tells the four forms of a request-target apart and holds each to its method. RFC 9112 section 3.2.</summary>
/// <remarks>
/// <code>
/// request-target = origin-form / absolute-form / authority-form / asterisk-form
/// </code>
/// The octets are known to be those of a URI already. Percent-encodings are kept raw and judged by whoever decodes them; square brackets
/// pass in a path or query, where many clients leave them bare; so does userinfo before an http(s) host, which nothing here reads.
/// </remarks>
internal static class RequestTarget
{
    /// <summary>Checks a target, or the part of one that has arrived.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="target">The octets up to the first that is none of a target.</param>
    /// <param name="whole">Whether the space behind the target has arrived.</param>
    /// <param name="form">The form, None while it cannot be told.</param>
    /// <returns>The first octet that no continuation can make valid (the length, where a whole target ends too early), or −1.</returns>
    public static int Validate(RequestMethod method, ReadOnlySpan<byte> target, bool whole, out TargetForm form)
    {
        form = TargetForm.None;
        if (target.IsEmpty)
        {
            return whole ? 0 : -1;
        }

        if (method == RequestMethod.Connect)
        {
            form = TargetForm.Authority;
            return Authority.Validate(target, whole, portRequired: true);
        }

        switch (target[0])
        {
            case (byte)'/':
                form = TargetForm.Origin;
                return -1;
            case (byte)'*' when method == RequestMethod.Options:
                form = TargetForm.Asterisk;
                return target.Length > 1 ? 1 : -1;
            default:
                form = TargetForm.Absolute;
                return Absolute(target, whole);
        }
    }

    // absolute-form = scheme ":" hier-part [ "?" query ]; RFC 3986 section 4.3
    private static int Absolute(ReadOnlySpan<byte> target, bool whole)
    {
        if (!char.IsAsciiLetter((char)target[0]))
        {
            return 0;
        }

        int colon = 1;
        while (colon < target.Length && (char.IsAsciiLetterOrDigit((char)target[colon]) || target[colon] is (byte)'+' or (byte)'-' or (byte)'.'))
        {
            colon++;
        }

        if (colon == target.Length)
        {
            return whole ? colon : -1;
        }

        if (target[colon] != (byte)':')
        {
            return colon;
        }

        int slash = colon + 1;
        bool http = Ascii(target[..colon], "http"u8) || Ascii(target[..colon], "https"u8);
        if (!http)
        {
            return -1;
        }

        for (int i = 0; i < 2; i++, slash++)
        {
            if (slash == target.Length)
            {
                return whole ? slash : -1;
            }

            if (target[slash] != (byte)'/')
            {
                return slash;
            }
        }

        int end = target[slash..].IndexOfAny((byte)'/', (byte)'?');
        bool authorityEnds = end >= 0 || whole;
        int offending = Authority.ValidateWithUserInfo(end < 0 ? target[slash..] : target.Slice(slash, end), authorityEnds);
        return offending < 0 ? -1 : slash + offending;
    }

    private static bool Ascii(ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(scheme, lower);
}
