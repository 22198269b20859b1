namespace HiPerf.Ftp;

/// <summary>Takes what belongs to Telnet out of a text of the control connection, and says whether there is any.</summary>
/// <remarks>
/// <code>
/// IAC IAC                              ; the octet 255
/// IAC ( WILL / WONT / DO / DONT ) option
/// IAC SB *octet IAC SE
/// IAC command                          ; 240 to 250
/// </code>
/// RFC 854. An IAC before any other octet, or at the end, is the octet 255 of a peer that does not double it; a subnegotiation without end loses its first two octets alone.
/// </remarks>
public static class TelnetText
{
    private const byte SubnegotiationEnd = 240, Subnegotiation = 250, Will = 251, Iac = 255;

    /// <summary>Whether the text is other than its octets: it holds an IAC.</summary>
    public static bool NeedsUnescape(ReadOnlySpan<byte> text) => text.Contains(Iac);

    /// <summary>Copies the text without what belongs to Telnet.</summary>
    /// <param name="text">The octets as they came.</param>
    /// <param name="destination">Takes the text; never more octets than <paramref name="text"/> has.</param>
    /// <param name="written">Octets of the text; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        int count = 0;
        bool mayEnd = true;
        while (!text.IsEmpty)
        {
            int plain = text.IndexOf(Iac);
            plain = plain < 0 ? text.Length : plain;
            if (!text[..plain].TryCopyTo(destination[count..]))
            {
                break;
            }

            count += plain;
            text = text[plain..];
            int skipped = Measure(text, ref mayEnd, out bool isOctet);
            if (isOctet)
            {
                if (count == destination.Length)
                {
                    break;
                }

                destination[count++] = Iac;
            }

            text = text[skipped..];
        }

        written = text.IsEmpty ? count : 0;
        return text.IsEmpty;
    }

    /// <summary>Octets of what begins with the IAC at the front, 0 where none is; whether it stands for the octet 255.</summary>
    private static int Measure(ReadOnlySpan<byte> text, ref bool mayEnd, out bool isOctet)
    {
        byte command = text.Length > 1 ? text[1] : (byte)0;
        isOctet = !text.IsEmpty && command is Iac or < SubnegotiationEnd;
        if (text.IsEmpty || isOctet)
        {
            isOctet = !text.IsEmpty;
            return text.IsEmpty ? 0 : command == Iac ? 2 : 1;
        }

        if (command >= Will)
        {
            return Math.Min(3, text.Length);
        }

        if (command == Subnegotiation)
        {
            // Searched for in vain once, it is not searched for again: the work stays linear.
            int end = mayEnd ? text[2..].IndexOf([Iac, SubnegotiationEnd]) : -1;
            mayEnd = end >= 0;
            return end < 0 ? 2 : end + 4;
        }

        return 2;
    }
}
