using System.Runtime.CompilerServices;
using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Reads one line of a field section octet by octet: whatever the walk of <see cref="FieldSection"/> finds irregular.</summary>
/// <remarks>
/// Says exactly what is wrong and where, or lets pass what the leniency allows, or finds that the line goes on behind the buffer.
/// Called at most once a line and once a parse otherwise, so it need not be fast; it is the one place that words the refusals.
/// </remarks>
internal static class FieldLineReader
{
    /// <summary>Reads the line at <see cref="FieldSectionState.Position"/>.</summary>
    /// <returns>True when <paramref name="result"/> is the answer to the whole section; false when a line was read and more may follow.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Read(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref FieldSectionState state, int maxLine, Http1Leniency leniency, out ParseResult result)
    {
        int line = state.Position;
        if (line >= buffer.Length)
        {
            result = ParseResult.NeedMoreData(line);
            return true;
        }

        switch (buffer[line])
        {
            case (byte)'\r' or (byte)'\n':
                if (LineEnd(buffer, line, ref state, leniency, out int next, out result))
                {
                    result = ParseResult.Done(next, state.Deviations, state.FirstDeviation);
                }

                return true;

            case (byte)' ' or (byte)'\t' when state.Count == 0:
                result = ParseResult.Invalid(ParseError.SpaceBeforeFirstField, line);
                return true;

            case (byte)' ' or (byte)'\t' when (leniency & Http1Leniency.ObsFold) == 0:
                result = ParseResult.Invalid(ParseError.ObsFold, line);
                return true;

            case (byte)' ' or (byte)'\t':
                state.Deviate(Deviations.ObsFold, line);
                return Fold(buffer, ref fields[state.Count - 1], ref state, maxLine, leniency, out result);

            default:
                if (state.Count >= fields.Length)
                {
                    result = ParseResult.TooSmall(ParseError.TooManyFields, line);
                    return true;
                }

                return Field(buffer, ref fields[state.Count], ref state, maxLine, leniency, out result);
        }
    }

    /// <summary>Takes the optional white space around a value away. RFC 9112 section 5.1.</summary>
    public static void Trim(ReadOnlySpan<byte> buffer, ref FieldLine field)
    {
        int start = field.ValueStart;
        int end = start + field.ValueLength;
        while (start < end && buffer[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && buffer[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        field.ValueStart = start;
        field.ValueLength = end - start;
    }

    private static bool Field(ReadOnlySpan<byte> buffer, ref FieldLine field, ref FieldSectionState state, int maxLine, Http1Leniency leniency, out ParseResult result)
    {
        int line = state.Position;
        int name = line;
        while (name < buffer.Length && ByteClasses.IsToken(buffer[name]))
        {
            name++;
        }

        int colon = name;
        if ((leniency & Http1Leniency.SpaceBeforeColon) != 0 && name > line)
        {
            while (colon < buffer.Length && buffer[colon] is (byte)' ' or (byte)'\t')
            {
                colon++;
            }
        }

        if (Ends(buffer, colon, line, maxLine, state.Position, out result))
        {
            return true;
        }

        if (buffer[colon] != (byte)':' || name == line)
        {
            result = ParseResult.Invalid(
                buffer[colon] switch
                {
                    (byte)'\r' or (byte)'\n' => ParseError.MissingColon,
                    (byte)' ' or (byte)'\t' => ParseError.SpaceBeforeColon,
                    _ => ParseError.BadFieldName,
                },
                colon);
            return true;
        }

        // Before the line's end, which may deviate too: the first deviation is the leftmost.
        if (colon > name)
        {
            state.Deviate(Deviations.SpaceBeforeColon, name);
        }

        if (!Value(buffer, colon + 1, line, maxLine, ref state, leniency, out int end, out int next, out result))
        {
            return true;
        }

        field = new FieldLine { NameStart = line, NameLength = (ushort)(name - line), ValueStart = colon + 1, ValueLength = end - colon - 1 };
        Trim(buffer, ref field);
        state.Count++;
        state.Position = next;
        return false;
    }

    // obs-fold = OWS CRLF RWS: the value goes on, the line break inside it stays in its range. RFC 9112 section 5.2.
    private static bool Fold(ReadOnlySpan<byte> buffer, ref FieldLine field, ref FieldSectionState state, int maxLine, Http1Leniency leniency, out ParseResult result)
    {
        int line = state.Position;
        if (!Value(buffer, line, field.NameStart, maxLine, ref state, leniency, out int end, out int next, out result))
        {
            return true;
        }

        // White space alone adds nothing; nor is it looked at again behind the next fold, so that work stays linear.
        int text = buffer[line..end].TrimEnd(" \t"u8).Length;
        if (text > 0)
        {
            if (field.ValueLength == 0)
            {
                field.ValueStart = line;
            }

            field.ValueLength = line + text - field.ValueStart;
            Trim(buffer, ref field);
        }
        else if (field.ValueLength == 0)
        {
            // Where an empty value ends, and is found to be empty.
            field.ValueStart = end;
        }

        state.Position = next;
        return false;
    }

    private static bool Value(ReadOnlySpan<byte> buffer, int start, int line, int maxLine, ref FieldSectionState state, Http1Leniency leniency, out int end, out int next, out ParseResult result)
    {
        end = start;
        next = start;
        while (end < buffer.Length && !ByteClasses.IsControl(buffer[end]))
        {
            end++;
        }

        if (Ends(buffer, end, line, maxLine, state.Position, out result))
        {
            return false;
        }

        if (buffer[end] is not ((byte)'\r' or (byte)'\n'))
        {
            result = ParseResult.Invalid(ParseError.BadFieldValue, end);
            return false;
        }

        return LineEnd(buffer, end, ref state, leniency, out next, out result);
    }

    // The octet at the limit may only be the line's end; an octet behind it is one too many.
    private static bool Ends(ReadOnlySpan<byte> buffer, int offset, int line, int maxLine, int examined, out ParseResult result)
    {
        int limit = line + maxLine;
        if (offset > limit || (offset == limit && offset < buffer.Length && buffer[offset] is not ((byte)'\r' or (byte)'\n')))
        {
            // The line end before a fold may reach over the limit; then the fold's first octet is the one too many.
            result = ParseResult.Invalid(ParseError.FieldLineTooLong, Math.Max(limit, examined));
            return true;
        }

        result = ParseResult.NeedMoreData(examined);
        return offset >= buffer.Length;
    }

    private static bool LineEnd(ReadOnlySpan<byte> buffer, int offset, ref FieldSectionState state, Http1Leniency leniency, out int next, out ParseResult result)
    {
        if (!LineEnds.Read(buffer, offset, leniency, out next, out bool bareLf, out ParseError error))
        {
            result = error == ParseError.None
                ? ParseResult.NeedMoreData(state.Position)
                : ParseResult.Invalid(error, next);
            return false;
        }

        if (bareLf)
        {
            state.Deviate(Deviations.BareLf, offset);
        }

        result = default;
        return true;
    }
}
