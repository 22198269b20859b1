using System.Buffers;

namespace HiPerf.Http;

/// <summary>The octets of a token68.</summary>
/// <remarks>
/// <code>
/// token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
/// </code>
/// RFC 9110 section 11.2.
/// </remarks>
internal static class Token68
{
    private static readonly SearchValues<byte> s_octets = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"u8);

    /// <summary>Where the token68 ends that begins at an offset; the offset itself when none does.</summary>
    public static int End(ReadOnlySpan<byte> value, int start)
    {
        int length = value[start..].IndexOfAnyExcept(s_octets);
        if (length == 0)
        {
            return start;
        }

        int end = length < 0 ? value.Length : start + length;
        while (end < value.Length && value[end] == (byte)'=')
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether all octets are one token68.</summary>
    public static bool IsValid(ReadOnlySpan<byte> octets) => !octets.IsEmpty && End(octets, 0) == octets.Length;
}
