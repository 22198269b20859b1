namespace HiPerf.Http1;

/// <summary>Reads the status-line.</summary>
/// <remarks>
/// <code>
/// status-line   = HTTP-version SP status-code SP [ reason-phrase ]   ; RFC 9112 section 4
/// status-code   = 3DIGIT                                             ; 100 to 599, RFC 9110 section 15
/// reason-phrase = 1*( HTAB / SP / VCHAR / obs-text )
/// </code>
/// </remarks>
internal static class StatusLine
{
    /// <summary>Reads a status-line.</summary>
    /// <returns>Whether the line is whole and valid; else <paramref name="result"/> is the answer.</returns>
    public static bool Read(ReadOnlySpan<byte> buffer, ref ResponseHead head, ref FieldSectionState state, int maxLine, Http1Leniency leniency, out ParseResult result)
    {
        var cursor = new StartLineCursor(buffer, 0, maxLine);
        if (!RequestLine.Version(ref cursor, out head.Version)
            || !cursor.Take((byte)' ', ParseError.BadVersion)
            || !Code(ref cursor, out head.Status)
            || !Reason(ref cursor, ref head, ref state, leniency))
        {
            result = cursor.Answer;
            return false;
        }

        state.Position = cursor.Position;
        result = default;
        return true;
    }

    private static bool Code(ref StartLineCursor cursor, out ushort status)
    {
        status = 0;
        if (!cursor.TakeDigit(ParseError.BadStatusCode, out int hundreds))
        {
            return false;
        }

        if (hundreds is < 1 or > 5)
        {
            return cursor.Refuse(ParseError.BadStatusCode, cursor.Position - 1);
        }

        if (!cursor.TakeDigit(ParseError.BadStatusCode, out int tens) || !cursor.TakeDigit(ParseError.BadStatusCode, out int ones))
        {
            return false;
        }

        status = (ushort)((hundreds * 100) + (tens * 10) + ones);
        return true;
    }

    private static bool Reason(ref StartLineCursor cursor, ref ResponseHead head, ref FieldSectionState state, Http1Leniency leniency)
    {
        bool missing = (leniency & Http1Leniency.MissingReasonSpace) != 0 && !cursor.AtEnd && cursor.Buffer[cursor.Position] is (byte)'\r' or (byte)'\n';
        if (missing)
        {
            state.Deviate(Deviations.MissingReasonSpace, cursor.Position);
        }
        else if (!cursor.Take((byte)' ', ParseError.BadReasonPhrase))
        {
            return false;
        }

        head.ReasonStart = cursor.Position;
        head.ReasonLength = cursor.SkipText() - head.ReasonStart;
        return cursor.LineEnd(ParseError.BadReasonPhrase, ref state, leniency);
    }
}
