namespace HiPerf.Http;

/// <summary>Writes Content-Range in bytes. RFC 9110 section 14.4.</summary>
public static class ContentRangeWriter
{
    /// <summary>Octets that every value fits in.</summary>
    public const int MaxLength = 66;

    /// <summary>Writes the value of a 206, or of one part of it.</summary>
    /// <param name="destination">Takes it; <see cref="MaxLength"/> octets always do.</param>
    /// <param name="part">The part: at least one octet, within the whole.</param>
    /// <param name="completeLength">Octets of the whole; −1 when they are not known.</param>
    /// <param name="written">Octets written, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The part is empty or does not lie within the whole.</exception>
    public static bool TryWrite(Span<byte> destination, RangePart part, long completeLength, out int written)
    {
        if (part.Start < 0 || part.Length < 1 || part.Start > long.MaxValue - part.Length || completeLength < -1 || (completeLength >= 0 && part.Last >= completeLength))
        {
            FieldValueMisuse.BadRange();
        }

        var writer = new FieldValueWriter(destination);
        writer.UncheckedWrite("bytes "u8);
        writer.WriteNumber(part.Start);
        writer.UncheckedWrite("-"u8);
        writer.WriteNumber(part.Last);
        writer.UncheckedWrite("/"u8);
        if (completeLength < 0)
        {
            writer.UncheckedWrite("*"u8);
        }
        else
        {
            writer.WriteNumber(completeLength);
        }

        return writer.TryComplete(out written);
    }

    /// <summary>Writes the value of a 416.</summary>
    /// <param name="destination">Takes it; <see cref="MaxLength"/> octets always do.</param>
    /// <param name="completeLength">Octets of the whole, 0 and up.</param>
    /// <param name="written">Octets written, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static bool TryWriteUnsatisfied(Span<byte> destination, long completeLength, out int written)
    {
        var writer = new FieldValueWriter(destination);
        writer.UncheckedWrite("bytes */"u8);
        writer.WriteNumber(completeLength);
        return writer.TryComplete(out written);
    }
}
