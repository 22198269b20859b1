using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Which octets and characters a caller may put into a head.</summary>
/// <remarks>RFC 9110 sections 5.5 and 5.6.2, RFC 9112 sections 3 and 4, by the classes the parsers read with: what is written can be read.
/// Characters above 0xFF have no octet: they are refused, never narrowed.</remarks>
internal static class FieldOctets
{
    private static readonly SearchValues<byte> s_token = SearchValues.Create([.. AllOctets().Where(ByteClasses.IsToken)]);

    private static readonly SearchValues<byte> s_target = SearchValues.Create([.. AllOctets().Where(ByteClasses.IsTarget)]);

    private static readonly SearchValues<byte> s_control = SearchValues.Create([.. AllOctets().Where(ByteClasses.IsControl)]);

    private static readonly SearchValues<char> s_text = SearchValues.Create([.. AllOctets().Where(octet => !ByteClasses.IsControl(octet)).Select(octet => (char)octet)]);

    public static bool IsToken(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_token);

    public static bool IsTarget(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_target);

    /// <summary>Whether all octets are HTAB, SP, VCHAR or obs-text.</summary>
    public static bool IsText(ReadOnlySpan<byte> octets) => !octets.ContainsAny(s_control);

    /// <summary>Whether all characters stand for octets that are HTAB, SP, VCHAR or obs-text.</summary>
    public static bool IsText(ReadOnlySpan<char> characters) => !characters.ContainsAnyExcept(s_text);

    private static IEnumerable<byte> AllOctets() => Enumerable.Range(0, 256).Select(octet => (byte)octet);
}
