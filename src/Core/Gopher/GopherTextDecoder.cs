using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>Takes the dots off a text: the line of a dot alone that ends it, and the one put before a line that begins with a dot. One value a text.</summary>
/// <remarks>
/// <code>
/// text = *( line CRLF ) [ "." CRLF ]
/// line = [ "." ] *octet          ; a dot first where the line's own first octet is a dot
/// </code>
/// <para>RFC 1436 appendix. Line ends stay as they came. Let pass as deviations: an LF alone as the end of the last dot's line; a line that begins with a single dot, which stays,
/// for servers that put none before it; the end without its dot. Once the dot was read, nothing behind it is.</para>
/// <para>No octet is ever held back: what is not consumed is handed in again with more behind it. Octets written never pass octets consumed, so source and destination may begin at one place.</para>
/// Types that are no text (9, g, I…) have no dots to take off: RFC 1436 appendix.
/// </remarks>
public struct GopherTextDecoder
{
    private bool _withinLine;
    private bool _ended;

    /// <summary>Whether the text ended in a line of a dot alone. A text that did not may be cut short.</summary>
    public bool Terminated { readonly get; private set; }

    /// <summary>Whether the whole text was read.</summary>
    public readonly bool IsComplete => _ended;

    /// <summary>All that was let pass so far.</summary>
    public Deviations Deviations { readonly get; private set; }

    /// <summary>Decodes what there is.</summary>
    /// <param name="source">The octets that follow those consumed so far.</param>
    /// <param name="destination">Takes the text; as long as <paramref name="source"/> is always enough. May begin where <paramref name="source"/> does.</param>
    /// <param name="isFinal">Whether the connection, or what else frames the text, ends with <paramref name="source"/>.</param>
    /// <param name="consumed">Octets of <paramref name="source"/> that are spent.</param>
    /// <param name="written">Octets of text.</param>
    /// <returns>Done: the text is over; what <paramref name="source"/> holds behind <paramref name="consumed"/> is none of it. NeedMoreData: call again with what was not consumed, two octets at most,
    /// and more behind it. DestinationTooSmall: call again with the rest and more room.</returns>
    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, bool isFinal, out int consumed, out int written)
    {
        consumed = written = 0;
        while (!_ended && consumed < source.Length)
        {
            ReadOnlySpan<byte> rest = source[consumed..];
            if (!_withinLine && rest[0] == (byte)'.')
            {
                Dots dots = Judge(rest, isFinal, out int length);
                if (dots == Dots.Unknown)
                {
                    return OperationStatus.NeedMoreData;
                }

                if (dots == Dots.Last)
                {
                    consumed += length;
                    Deviations |= rest[length - 1] == (byte)'\n' && rest[length - 2] == (byte)'\r' ? Deviations.None : Deviations.GopherBareLf;
                    Terminated = _ended = true;
                    break;
                }

                if (dots == Dots.Stuffed)
                {
                    consumed++;
                    _withinLine = true;
                    continue;
                }

                Deviations |= Deviations.UnstuffedDot;
            }

            int lf = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = lf < 0 ? rest : rest[..(lf + 1)];
            int room = Math.Min(line.Length, destination.Length - written);
            line[..room].CopyTo(destination[written..]);
            consumed += room;
            written += room;
            _withinLine = room > 0 ? line[room - 1] != (byte)'\n' : _withinLine;
            if (room < line.Length)
            {
                return OperationStatus.DestinationTooSmall;
            }
        }

        if (isFinal && !_ended)
        {
            _ended = true;
            Deviations |= Deviations.MissingGopherTerminator;
        }

        return _ended ? OperationStatus.Done : OperationStatus.NeedMoreData;
    }

    private enum Dots : byte
    {
        Unknown,
        Last,
        Stuffed,
        Single,
    }

    // What the dot at the start of a line is; the octets of the last one's line.
    private static Dots Judge(ReadOnlySpan<byte> line, bool isFinal, out int length)
    {
        length = Math.Min(line.Length, 2);
        if (line.Length == 1)
        {
            return isFinal ? Dots.Last : Dots.Unknown;
        }

        switch (line[1])
        {
            case (byte)'\n':
                return Dots.Last;
            case (byte)'.':
                return Dots.Stuffed;
            case (byte)'\r' when line.Length == 2:
                return isFinal ? Dots.Last : Dots.Unknown;
            case (byte)'\r' when line[2] == (byte)'\n':
                length = 3;
                return Dots.Last;
            default:
                return Dots.Single;
        }
    }
}
