namespace HiPerf.Http1;

/// <summary>Reads the end of a line of a head: CRLF, or LF alone where that may pass. RFC 9112 section 2.2.</summary>
internal static class LineEnds
{
    /// <summary>Reads the line end at <paramref name="offset"/>, where a CR or an LF stands.</summary>
    /// <param name="buffer">The head.</param>
    /// <param name="offset">Where the line end begins.</param>
    /// <param name="leniency">Whether LF alone may pass.</param>
    /// <param name="next">The octet behind the line end, or the first offending one.</param>
    /// <param name="bareLf">Whether LF alone was let pass.</param>
    /// <param name="error">What is wrong; None together with false means that the buffer ends behind the CR.</param>
    /// <returns>Whether the line ends here.</returns>
    public static bool Read(ReadOnlySpan<byte> buffer, int offset, Http1Leniency leniency, out int next, out bool bareLf, out ParseError error)
    {
        error = ParseError.None;
        bareLf = false;
        if (buffer[offset] == (byte)'\n')
        {
            bareLf = (leniency & Http1Leniency.BareLf) != 0;
            next = bareLf ? offset + 1 : offset;
            error = bareLf ? ParseError.None : ParseError.BareLf;
            return bareLf;
        }

        next = offset + 1;
        if (next >= buffer.Length)
        {
            return false;
        }

        if (buffer[next] != (byte)'\n')
        {
            error = ParseError.BareCr;
            return false;
        }

        next = offset + 2;
        return true;
    }
}
