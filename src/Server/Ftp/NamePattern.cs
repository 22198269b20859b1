namespace HiPerf.Server;

/// <summary>Matches names with a pattern of LIST and NLST: an asterisk for any octets, a question mark for any one, all else for itself.</summary>
/// <remarks>No recursion and no second try: a part between two asterisks that matched leftmost never needs to match elsewhere, so the work is at most
/// name × part (catalogue FS-13). Only the last segment of a path may be one.</remarks>
internal static class NamePattern
{
    /// <summary>Whether a segment is a pattern.</summary>
    public static bool IsPattern(ReadOnlySpan<byte> segment) => segment.ContainsAny((byte)'*', (byte)'?');

    /// <summary>Whether a name matches.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="name">The name.</param>
    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> name)
    {
        var star = pattern.IndexOf((byte)'*');
        if (star < 0)
        {
            return pattern.Length == name.Length && StartsWith(pattern, name);
        }

        if (!StartsWith(pattern[..star], name))
        {
            return false;
        }

        name = name[star..];
        pattern = pattern[(star + 1)..];
        while ((star = pattern.IndexOf((byte)'*')) >= 0)
        {
            var at = IndexOf(pattern[..star], name);
            if (at < 0)
            {
                return false;
            }

            name = name[(at + star)..];
            pattern = pattern[(star + 1)..];
        }

        return name.Length >= pattern.Length && StartsWith(pattern, name[^pattern.Length..]);
    }

    private static int IndexOf(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name)
    {
        for (var at = 0; at + part.Length <= name.Length; at++)
        {
            if (StartsWith(part, name[at..]))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool StartsWith(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name)
    {
        if (part.Length > name.Length)
        {
            return false;
        }

        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != name[i] && part[i] != (byte)'?')
            {
                return false;
            }
        }

        return true;
    }
}
