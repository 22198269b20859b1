namespace HiPerf.Http1;

/// <summary>Compares the protocols of two Upgrade fields. RFC 9110 section 7.8.</summary>
/// <remarks>
/// <code>
/// Upgrade  = #protocol
/// protocol = protocol-name [ "/" protocol-version ]
/// </code>
/// Names without regard to case, versions octet by octet. <see cref="ExchangeState"/> sees whether anything was offered; what was, only the two values tell.
/// </remarks>
public static class UpgradeProtocols
{
    /// <summary>Whether every protocol a 101 names was offered.</summary>
    /// <param name="offered">The Upgrade field's value in the request.</param>
    /// <param name="chosen">The Upgrade field's value in the response.</param>
    /// <returns>False also where nothing is chosen.</returns>
    public static bool AreOffered(ReadOnlySpan<byte> offered, ReadOnlySpan<byte> chosen)
    {
        bool any = false;
        while (TryNext(ref chosen, out ReadOnlySpan<byte> protocol))
        {
            if (!Contains(offered, protocol))
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    private static bool Contains(ReadOnlySpan<byte> list, ReadOnlySpan<byte> protocol)
    {
        while (TryNext(ref list, out ReadOnlySpan<byte> offered))
        {
            if (AreSame(offered, protocol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int slash = left.IndexOf((byte)'/');
        if (slash < 0)
        {
            return System.Text.Ascii.EqualsIgnoreCase(left, right);
        }

        return right.Length == left.Length && System.Text.Ascii.EqualsIgnoreCase(left[..slash], right[..slash]) && left[slash..].SequenceEqual(right[slash..]);
    }

    // The next member of a list; empty ones are passed over (RFC 9110 section 5.6.1).
    private static bool TryNext(ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> member)
    {
        while (!list.IsEmpty)
        {
            int comma = list.IndexOf((byte)',');
            member = (comma < 0 ? list : list[..comma]).Trim(" \t"u8);
            list = comma < 0 ? default : list[(comma + 1)..];
            if (!member.IsEmpty)
            {
                return true;
            }
        }

        member = default;
        return false;
    }
}
