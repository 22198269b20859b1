using System.Buffers;

namespace HiPerf;

/// <summary>Writes a URL into the caller's octets and remembers where its parts stand.</summary>
/// <remarks>What does not fit is not written and sets <see cref="Overflowed"/>; reading goes on, so that a bad URL is refused whatever the room.</remarks>
internal ref struct UrlBuilder(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    /// <summary>Where the parts stand.</summary>
    internal UrlParts Parts = UrlParts.Empty;

    /// <summary>Octets written.</summary>
    internal int Length { get; private set; }

    /// <summary>Whether something did not fit.</summary>
    internal bool Overflowed { get; private set; }

    /// <summary>The offset that goes with the last error.</summary>
    internal int ErrorPosition { get; private set; }

    /// <summary>What is written so far.</summary>
    internal readonly ReadOnlySpan<byte> Written => _destination[..Length];

    /// <summary>The path as far as it is written.</summary>
    internal readonly ReadOnlySpan<byte> Path => _destination[Parts.PathStart..Length];

    internal ParseError Fail(ParseError error, int position)
    {
        ErrorPosition = position;
        return error;
    }

    internal void Append(byte octet)
    {
        if ((uint)Length < (uint)_destination.Length)
        {
            _destination[Length++] = octet;
            return;
        }

        Overflowed = true;
    }

    internal void Append(scoped ReadOnlySpan<byte> octets)
    {
        if (octets.TryCopyTo(_destination[Length..]))
        {
            Length += octets.Length;
            return;
        }

        Overflowed = true;
    }

    /// <summary>Appends ASCII octets, letters in lower case.</summary>
    internal void AppendLower(scoped ReadOnlySpan<byte> octets)
    {
        if (System.Text.Ascii.ToLower(octets, _destination[Length..], out var written) == OperationStatus.Done)
        {
            Length += written;
            return;
        }

        Overflowed = true;
    }

    /// <summary>Appends octets, those of the set percent-encoded.</summary>
    internal void AppendEncoded(scoped ReadOnlySpan<byte> octets, SearchValues<byte> encode)
    {
        var clean = octets.IndexOfAny(encode);
        if (clean < 0)
        {
            Append(octets);
            return;
        }

        AppendEncodedSlow(octets, clean, encode);
    }

    /// <summary>Forgets everything behind an offset.</summary>
    internal void Truncate(int length) => Length = Math.Min(Length, length);

    /// <summary>Replaces one octet that is already written.</summary>
    internal readonly void Replace(int offset, byte octet)
    {
        if (offset < Length)
        {
            _destination[offset] = octet;
        }
    }

    /// <summary>Inserts octets before what was written from an offset on.</summary>
    internal void Insert(int offset, scoped ReadOnlySpan<byte> octets)
    {
        if (_destination.Length - Length < octets.Length)
        {
            Overflowed = true;
            return;
        }

        _destination[offset..Length].CopyTo(_destination[(offset + octets.Length)..]);
        octets.CopyTo(_destination[offset..]);
        Length += octets.Length;
    }

    private void AppendEncodedSlow(scoped ReadOnlySpan<byte> octets, int clean, SearchValues<byte> encode)
    {
        do
        {
            Append(octets[..clean]);
            octets = octets[clean..];
            var run = octets.IndexOfAnyExcept(encode);
            if (run < 0)
            {
                run = octets.Length;
            }

            foreach (var octet in octets[..run])
            {
                Append((byte)'%');
                Append(PercentEncoding.HexDigit(octet >> 4));
                Append(PercentEncoding.HexDigit(octet & 15));
            }

            octets = octets[run..];
            clean = octets.IndexOfAny(encode);
            if (clean < 0)
            {
                clean = octets.Length;
            }
        }
        while (!octets.IsEmpty);
    }
}
