namespace HiPerf.Http;

/// <summary>Writes Range in bytes. RFC 9110 section 14.2.</summary>
public static class RangeWriter
{
    /// <summary>Writes a whole value.</summary>
    /// <param name="destination">Takes it.</param>
    /// <param name="ranges">At least one.</param>
    /// <param name="written">Octets written, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">There is no range, or one of them is none.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<RangeSpec> ranges, out int written)
    {
        if (ranges.IsEmpty)
        {
            FieldValueMisuse.BadRange();
        }

        var writer = new FieldValueWriter(destination);
        writer.UncheckedWrite("bytes="u8);
        for (int i = 0; i < ranges.Length; i++)
        {
            if (i > 0)
            {
                writer.UncheckedWrite(","u8);
            }

            Write(ref writer, ranges[i]);
        }

        return writer.TryComplete(out written);
    }

    private static void Write(ref FieldValueWriter writer, RangeSpec range)
    {
        if (range.First < -1 || range.Last < -1 || (range.IsSuffix ? range.Last < 0 : range.Last >= 0 && range.Last < range.First))
        {
            FieldValueMisuse.BadRange();
        }

        if (!range.IsSuffix)
        {
            writer.WriteNumber(range.First);
        }

        writer.UncheckedWrite("-"u8);
        if (range.Last >= 0)
        {
            writer.WriteNumber(range.Last);
        }
    }
}
