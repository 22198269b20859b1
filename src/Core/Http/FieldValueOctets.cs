using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>The octet classes of field values beyond those of a head.</summary>
/// <remarks>
/// <code>
/// qdtext      = HTAB / SP / %x21 / %x23-5B / %x5D-7E / obs-text
/// quoted-pair = "\" ( HTAB / SP / VCHAR / obs-text )
/// ctext       = HTAB / SP / %x21-27 / %x2A-5B / %x5D-7E / obs-text
/// etagc       = %x21 / %x23-7E / obs-text
/// </code>
/// RFC 9110 sections 5.6.4, 5.6.5 and 8.8.3.
/// </remarks>
internal static class FieldValueOctets
{
    /// <summary>All that is no qdtext: the quote, the backslash, controls.</summary>
    public static readonly SearchValues<byte> NotQuoted = Where(octet => octet is (byte)'"' or (byte)'\\' || ByteClasses.IsControl(octet));

    /// <summary>All that is no ctext: parentheses, the backslash, controls.</summary>
    public static readonly SearchValues<byte> NotComment = Where(octet => octet is (byte)'(' or (byte)')' or (byte)'\\' || ByteClasses.IsControl(octet));

    /// <summary>All that is no etagc: the quote, white space, controls.</summary>
    public static readonly SearchValues<byte> NotEntityTag = Where(octet => octet is (byte)'"' or (byte)' ' or (byte)'\t' || ByteClasses.IsControl(octet));

    private static SearchValues<byte> Where(Func<byte, bool> belongs) =>
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(octet => (byte)octet).Where(belongs)]);
}
