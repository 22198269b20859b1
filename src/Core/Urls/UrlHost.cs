using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Reads a host as web browsers do and writes its one normal form.</summary>
/// <remarks>
/// The WHATWG URL standard, section 3.5: an IPv6 address in brackets; else percent-decoded, IDNA, lower case, and an IPv4 address when its last label is a number.
/// Hosts of schemes that are not special are opaque: kept as given, what may not stand in a host percent-encoded or refused.
/// </remarks>
public static class UrlHost
{
    private const int MaxText = 1024;

    /// <summary>Writes the normal form of a host: what to look up, connect to and compare.</summary>
    /// <param name="host">Without port; an IPv6 address in brackets. UTF-8, percent-encoding allowed.</param>
    /// <param name="destination">Where the normal form goes; never longer than 1024 octets.</param>
    /// <param name="written">Octets written, brackets included; 0 unless Done.</param>
    /// <param name="kind">RegisteredName, IPv4 or IPv6; None unless Done.</param>
    /// <returns>Done. InvalidData: BadUrlHost; Position is the first offending octet, or 0 where the host is wrong as a whole.
    /// DestinationTooSmall.</returns>
    /// <remarks>WHATWG URL section 3.5, host parser. ASCII hosts allocate nothing.</remarks>
    public static ParseResult Normalize(ReadOnlySpan<byte> host, Span<byte> destination, out int written, out UrlHostKind kind)
    {
        var builder = new UrlBuilder(destination);
        var error = Append(ref builder, host, special: true, out kind);
        written = 0;
        if (error != ParseError.None)
        {
            return ParseResult.Invalid(error, builder.ErrorPosition);
        }

        if (builder.Overflowed)
        {
            return ParseResult.TooSmall(ParseError.UrlTooLong, 0);
        }

        written = builder.Length;
        return ParseResult.Done(host.Length);
    }

    /// <summary>Appends the normal form of a host.</summary>
    /// <returns>None, or BadUrlHost with the builder's error position relative to <paramref name="host"/>.</returns>
    internal static ParseError Append(ref UrlBuilder builder, scoped ReadOnlySpan<byte> host, bool special, out UrlHostKind kind)
    {
        kind = UrlHostKind.None;
        if (host.Length > 0 && host[0] == '[')
        {
            return AppendIPv6(ref builder, host, ref kind);
        }

        if (!special)
        {
            return AppendOpaque(ref builder, host, ref kind);
        }

        if (host.IndexOfAny(UrlBytes.DomainCare) >= 0)
        {
            return AppendWithCare(ref builder, host, ref kind);
        }

        return AppendDomain(ref builder, host, ref kind);
    }

    private static ParseError AppendDomain(ref UrlBuilder builder, scoped ReadOnlySpan<byte> domain, ref UrlHostKind kind)
    {
        if (domain.IsEmpty)
        {
            return builder.Fail(ParseError.BadUrlHost, 0);
        }

        if (UrlIPv4.EndsInNumber(domain))
        {
            return AppendIPv4(ref builder, domain, ref kind);
        }

        builder.AppendLower(domain);
        kind = UrlHostKind.RegisteredName;
        return ParseError.None;
    }

    private static ParseError AppendIPv4(ref UrlBuilder builder, scoped ReadOnlySpan<byte> domain, ref UrlHostKind kind)
    {
        if (!UrlIPv4.TryParse(domain, out var address))
        {
            return builder.Fail(ParseError.BadUrlHost, 0);
        }

        Span<byte> text = stackalloc byte[15];
        builder.Append(text[..UrlIPv4.Format(address, text)]);
        kind = UrlHostKind.IPv4;
        return ParseError.None;
    }

    private static ParseError AppendIPv6(ref UrlBuilder builder, scoped ReadOnlySpan<byte> host, ref UrlHostKind kind)
    {
        Span<ushort> pieces = stackalloc ushort[8];
        if (!UrlIPv6.TryParse(host[1..], pieces, out var position))
        {
            return builder.Fail(ParseError.BadUrlHost, position + 1);
        }

        if (position + 2 != host.Length)
        {
            return builder.Fail(ParseError.BadUrlHost, position + 2);
        }

        Span<byte> text = stackalloc byte[39];
        builder.Append((byte)'[');
        builder.Append(text[..UrlIPv6.Format(pieces, text)]);
        builder.Append((byte)']');
        kind = UrlHostKind.IPv6;
        return ParseError.None;
    }

    private static ParseError AppendOpaque(ref UrlBuilder builder, scoped ReadOnlySpan<byte> host, ref UrlHostKind kind)
    {
        var forbidden = host.IndexOfAny(UrlBytes.ForbiddenHost);
        if (forbidden >= 0)
        {
            return builder.Fail(ParseError.BadUrlHost, forbidden);
        }

        builder.AppendEncoded(host, UrlBytes.ControlEncode);
        kind = host.IsEmpty ? UrlHostKind.Empty : UrlHostKind.Opaque;
        return ParseError.None;
    }

    // A host with percent-encoding, octets beyond ASCII, or forbidden ones.
    private static ParseError AppendWithCare(ref UrlBuilder builder, scoped ReadOnlySpan<byte> host, ref UrlHostKind kind)
    {
        // No domain name is longer than 253 octets (RFC 1035 section 2.3.4), a quarter of this bound.
        if (host.Length > MaxText)
        {
            return builder.Fail(ParseError.BadUrlHost, MaxText);
        }

        Span<byte> decoded = stackalloc byte[MaxText];
        decoded = decoded[..PercentEncoding.DecodeAll(host, decoded)];
        if (!System.Text.Ascii.IsValid(decoded))
        {
            return AppendInternational(ref builder, decoded, ref kind);
        }

        var forbidden = decoded.IndexOfAny(UrlBytes.DomainCare);
        if (forbidden >= 0)
        {
            return builder.Fail(ParseError.BadUrlHost, OffsetOfDecoded(host, forbidden));
        }

        return AppendDomain(ref builder, decoded, ref kind);
    }

    private static ParseError AppendInternational(ref UrlBuilder builder, scoped ReadOnlySpan<byte> decoded, ref UrlHostKind kind)
    {
        var ascii = UrlDomain.ToAscii(decoded);
        if (ascii is null || ascii.Length > MaxText)
        {
            return builder.Fail(ParseError.BadUrlHost, 0);
        }

        Span<byte> text = stackalloc byte[MaxText];
        if (System.Text.Ascii.FromUtf16(ascii, text, out var length) != OperationStatus.Done)
        {
            return builder.Fail(ParseError.BadUrlHost, 0);
        }

        text = text[..length];
        return text.IndexOfAny(UrlBytes.DomainCare) >= 0 ? builder.Fail(ParseError.BadUrlHost, 0) : AppendDomain(ref builder, text, ref kind);
    }

    private static int OffsetOfDecoded(ReadOnlySpan<byte> host, int decodedOffset)
    {
        var offset = 0;
        while (decodedOffset-- > 0)
        {
            offset += PercentEncoding.IsEscape(host, offset) ? 3 : 1;
        }

        return offset;
    }
}
