using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>Puts a dot before each line that begins with one, and a line of a dot alone behind the last. One value a text; <c>default</c> leaves line ends as they are.</summary>
/// <remarks>RFC 1436 appendix; <see cref="GopherTextDecoder"/> has the grammar.</remarks>
public struct GopherTextEncoder
{
    private readonly bool _endsLines;
    private bool _withinLine;
    private bool _behindCr;

    /// <summary>Makes an encoder.</summary>
    /// <param name="endsLines">Whether an LF without CR becomes CRLF, which is how RFC 1436 ends lines and files of Unix do not.</param>
    public GopherTextEncoder(bool endsLines)
    {
        _endsLines = endsLines;
    }

    /// <summary>Encodes what there is.</summary>
    /// <param name="source">The octets that follow those consumed so far.</param>
    /// <param name="destination">Takes the lines; twice <paramref name="source"/> is always enough, and two octets are needed for any. Apart from <paramref name="source"/>.</param>
    /// <param name="consumed">Octets of <paramref name="source"/> that are spent.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>Done: all of <paramref name="source"/> is spent. DestinationTooSmall: call again with the rest and more room.</returns>
    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int consumed, out int written)
    {
        consumed = written = 0;
        while (consumed < source.Length)
        {
            ReadOnlySpan<byte> rest = source[consumed..];
            bool stuffs = !_withinLine && rest[0] == (byte)'.';
            bool addsCr = _endsLines && rest[0] == (byte)'\n' && !_behindCr;
            if (stuffs || addsCr)
            {
                if (destination.Length - written < 2)
                {
                    return OperationStatus.DestinationTooSmall;
                }

                destination[written++] = stuffs ? (byte)'.' : (byte)'\r';
                destination[written++] = rest[0];
                consumed++;
                _withinLine = stuffs;
                _behindCr = false;
                continue;
            }

            // Up to the end of the line; an LF that needs its CR is left to the next turn.
            int lf = rest.IndexOf((byte)'\n');
            int length = lf < 0 ? rest.Length : _endsLines && lf > 0 && rest[lf - 1] != (byte)'\r' ? lf : lf + 1;
            int room = Math.Min(length, destination.Length - written);
            rest[..room].CopyTo(destination[written..]);
            consumed += room;
            written += room;
            if (room > 0)
            {
                _withinLine = rest[room - 1] != (byte)'\n';
                _behindCr = rest[room - 1] == (byte)'\r';
            }

            if (room < length)
            {
                return OperationStatus.DestinationTooSmall;
            }
        }

        return OperationStatus.Done;
    }

    /// <summary>Ends the text: the line that is not ended, then the line of a dot alone.</summary>
    /// <param name="destination">Takes five octets at most.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public bool TryComplete(Span<byte> destination, out int written)
    {
        ReadOnlySpan<byte> end = _withinLine ? "\r\n.\r\n"u8 : ".\r\n"u8;
        bool fits = end.TryCopyTo(destination);
        written = fits ? end.Length : 0;
        _withinLine &= !fits;
        _behindCr = false;
        return fits;
    }
}
