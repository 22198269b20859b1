using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace HiPerf.Http;

/// <summary>The boundary between the parts of a multipart body: plain data of 1 to 70 octets.</summary>
/// <remarks>
/// <code>
/// boundary      = 0*69( bchars ) bcharsnospace
/// bchars        = bcharsnospace / SP
/// bcharsnospace = DIGIT / ALPHA / "'" / "(" / ")" / "+" / "_" / "," / "-" / "." / "/" / ":" / "=" / "?"
/// delimiter     = CRLF "--" boundary
/// </code>
/// RFC 2046 section 5.1.1. No bchar is a CR, so a delimiter can begin nowhere inside another one: what the parser's search stands on.
/// </remarks>
public readonly struct MultipartBoundary : IEquatable<MultipartBoundary>
{
    /// <summary>Octets of the longest boundary.</summary>
    public const int MaxLength = 70;

    /// <summary>Random octets that make it practically impossible to guess or to meet a boundary by accident.</summary>
    public const int MinRandom = 16;

    /// <summary>Random octets that fill the longest boundary.</summary>
    public const int MaxRandom = MaxLength / 2;

    private static readonly SearchValues<byte> s_bchars = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=? "u8);

    private readonly DelimiterOctets _octets;
    private readonly byte _length;

    private MultipartBoundary(ReadOnlySpan<byte> boundary)
    {
        Span<byte> octets = _octets;
        "\r\n--"u8.CopyTo(octets);
        boundary.CopyTo(octets[4..]);
        _length = (byte)(boundary.Length + 4);
    }

    /// <summary>Octets of the boundary, 1 to 70; 0 for <c>default</c>, which is none.</summary>
    public int Length => _length == 0 ? 0 : _length - 4;

    /// <summary>The boundary's octets, without the hyphens before it.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Octets => _length == 0 ? default : Delimiter[4..];

    /// <summary>CRLF, two hyphens, the boundary.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<byte> Delimiter => ((ReadOnlySpan<byte>)_octets)[.._length];

    /// <summary>Two hyphens and the boundary: a delimiter where the CRLF before it is spent.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<byte> DashBoundary => Delimiter[2..];

    /// <summary>Takes the value of a boundary parameter, quotes and quoted-pairs undone.</summary>
    /// <param name="value">Octets from a peer or from the caller.</param>
    /// <param name="boundary">The boundary; the empty default where the value is none.</param>
    /// <returns>Whether the value is 1 to 70 bchars, the last one no space. RFC 2046 section 5.1.1.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> value, out MultipartBoundary boundary)
    {
        boundary = default;
        if (value.IsEmpty || value.Length > MaxLength || value.ContainsAnyExcept(s_bchars) || value[^1] == (byte)' ')
        {
            return false;
        }

        boundary = new MultipartBoundary(value);
        return true;
    }

    /// <summary>Takes the boundary that the Content-Type of a multipart body names.</summary>
    /// <param name="value">The whole field value.</param>
    /// <param name="boundary">The boundary; the empty default unless Done.</param>
    /// <returns>Done: the whole value is consumed. InvalidData: BadMediaType (also at 0 for a type that is not multipart), BadParameter, BadQuotedString; BadBoundary, Position is where the
    /// parameter's value begins, that of the second where it stands twice, the value's length where it is missing.</returns>
    /// <remarks>RFC 2046 section 5.1.1, RFC 9110 section 8.3.1.</remarks>
    public static ParseResult FromContentType(ReadOnlySpan<byte> value, out MultipartBoundary boundary)
    {
        boundary = default;
        ParseResult result = MediaTypeParser.Parse(value, out MediaType mediaType);
        if (!result.IsDone)
        {
            return result;
        }

        if (!mediaType.Type.EqualsIgnoreCaseIn(value, "multipart"u8))
        {
            return ParseResult.Invalid(ParseError.BadMediaType, 0);
        }

        FieldText found = default;
        FieldValueReader parameters = mediaType.ParametersIn(value);
        while (parameters.NextParameter(out FieldParameter parameter))
        {
            if (!parameter.IsNamed(value, "boundary"u8))
            {
                continue;
            }

            if (found.IsPresent)
            {
                return ParseResult.Invalid(ParseError.BadBoundary, parameter.Value.Start);
            }

            found = parameter.Value;
        }

        Span<byte> octets = stackalloc byte[MaxLength];
        if (!found.IsPresent)
        {
            return ParseResult.Invalid(ParseError.BadBoundary, value.Length);
        }

        return found.TryUnescape(value, octets, out int length) && TryCreate(octets[..length], out boundary) ? result : ParseResult.Invalid(ParseError.BadBoundary, found.Start);
    }

    /// <summary>Makes the boundary a caller writes with.</summary>
    /// <param name="value">1 to 70 bchars, the last one no space.</param>
    /// <exception cref="ArgumentException">The value is no boundary. RFC 2046 section 5.1.1.</exception>
    public static MultipartBoundary Create(ReadOnlySpan<byte> value)
    {
        if (!TryCreate(value, out MultipartBoundary boundary))
        {
            FormMisuse.BadBoundary();
        }

        return boundary;
    }

    /// <summary>Derives a boundary from random octets: two hexadecimal digits each, the same ones for the same octets.</summary>
    /// <param name="random">16 to 35 octets of a cryptographic generator: whoever can foretell them can end a part from inside its content.</param>
    /// <exception cref="ArgumentException">There are fewer or more octets.</exception>
    public static MultipartBoundary FromRandom(ReadOnlySpan<byte> random)
    {
        if (random.Length is < MinRandom or > MaxRandom)
        {
            FormMisuse.ShortRandom();
        }

        Span<byte> digits = stackalloc byte[MaxLength];
        for (int i = 0; i < random.Length; i++)
        {
            digits[2 * i] = "0123456789abcdef"u8[random[i] >> 4];
            digits[(2 * i) + 1] = "0123456789abcdef"u8[random[i] & 0xF];
        }

        return new MultipartBoundary(digits[..(2 * random.Length)]);
    }

    /// <summary>Whether content, written as a part, would hold a delimiter: two hyphens and the boundary at its start or behind a CRLF.</summary>
    /// <param name="content">The whole content of one part.</param>
    public bool OccursIn(ReadOnlySpan<byte> content) => content.StartsWith(DashBoundary) || content.IndexOf(Delimiter) >= 0;

    /// <inheritdoc/>
    public bool Equals(MultipartBoundary other) => Octets.SequenceEqual(other.Octets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MultipartBoundary other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Octets);
        return hash.ToHashCode();
    }

    /// <summary>The boundary as text.</summary>
    public override string ToString() => System.Text.Encoding.ASCII.GetString(Octets);

    /// <summary>Whether two boundaries are the same octets; case counts.</summary>
    public static bool operator ==(MultipartBoundary left, MultipartBoundary right) => left.Equals(right);

    /// <summary>Whether two boundaries differ.</summary>
    public static bool operator !=(MultipartBoundary left, MultipartBoundary right) => !left.Equals(right);

    [InlineArray(MaxLength + 4)]
    private struct DelimiterOctets
    {
        private byte _first;
    }
}
