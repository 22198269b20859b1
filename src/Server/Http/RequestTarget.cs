using HiPerf.Http1;

namespace HiPerf.Server;

/// <summary>Splits a request-target into path and query. RFC 9112 section 3.2; the parser has checked its octets.</summary>
internal static class RequestTarget
{
    /// <summary>The path and the query of a target in origin-form or absolute-form.</summary>
    /// <param name="target">The target as sent.</param>
    /// <param name="form">Its form.</param>
    /// <param name="path">Begins with a slash; empty for the other forms.</param>
    /// <param name="query">With its question mark; empty where there is none.</param>
    public static void Split(ReadOnlySpan<byte> target, TargetForm form, out ReadOnlySpan<byte> path, out ReadOnlySpan<byte> query)
    {
        path = form switch
        {
            TargetForm.Origin => target,
            TargetForm.Absolute => AfterAuthority(target),
            _ => default,
        };

        var mark = path.IndexOf((byte)'?');
        query = mark < 0 ? default : path[mark..];
        if (mark >= 0)
        {
            path = path[..mark];
        }

        if (path.IsEmpty && form == TargetForm.Absolute)
        {
            path = "/"u8;
        }
    }

    private static ReadOnlySpan<byte> AfterAuthority(ReadOnlySpan<byte> target)
    {
        var authority = target[(target.IndexOf("://"u8) + 3)..];
        var end = authority.IndexOfAny((byte)'/', (byte)'?');
        return end < 0 ? default : authority[end..];
    }
}
