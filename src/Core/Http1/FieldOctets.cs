using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Which octets a caller may put into a start-line or a field name; values are the matter of <see cref="ValueText"/>.</summary>
/// <remarks>RFC 9110 section 5.6.2, RFC 9112 sections 3 and 4, by the classes the parsers read with: what is written can be read.</remarks>
internal static class FieldOctets
{
    private static readonly SearchValues<byte> s_token = SearchValues.Create([.. AllOctets().Where(ByteClasses.IsToken)]);

    private static readonly SearchValues<byte> s_target = SearchValues.Create([.. AllOctets().Where(ByteClasses.IsTarget)]);

    private static readonly SearchValues<byte> s_phrase = SearchValues.Create([.. AllOctets().Where(octet => octet < 0x80 && !ByteClasses.IsControl(octet))]);

    public static bool IsToken(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_token);

    public static bool IsTarget(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_target);

    /// <summary>Whether all octets are HTAB, SP or VCHAR: the reason phrase of RFC 9112 section 4 without obs-text, which nobody should send any more.</summary>
    public static bool IsPhrase(ReadOnlySpan<byte> octets) => !octets.ContainsAnyExcept(s_phrase);

    private static IEnumerable<byte> AllOctets() => Enumerable.Range(0, 256).Select(octet => (byte)octet);
}
