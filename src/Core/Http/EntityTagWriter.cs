namespace HiPerf.Http;

/// <summary>Writes entity tags. RFC 9110 section 8.8.3.</summary>
public static class EntityTagWriter
{
    /// <summary>Writes an entity tag.</summary>
    /// <param name="destination">Takes it: the octets, two quotes, and two more for a weak one.</param>
    /// <param name="opaque">What stands between the quotes: visible octets but the quote, and obs-text; may be empty.</param>
    /// <param name="isWeak">Whether it is weak.</param>
    /// <param name="written">Octets written, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">An octet may not stand in an entity tag.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> opaque, bool isWeak, out int written)
    {
        var writer = new FieldValueWriter(destination);
        Write(ref writer, opaque, isWeak);
        return writer.TryComplete(out written);
    }

    /// <summary>Writes an entity tag into a longer value: a list of them.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="opaque">What stands between the quotes.</param>
    /// <param name="isWeak">Whether it is weak.</param>
    /// <exception cref="ArgumentException">An octet may not stand in an entity tag.</exception>
    public static void Write(ref FieldValueWriter writer, ReadOnlySpan<byte> opaque, bool isWeak)
    {
        if (opaque.ContainsAny(FieldValueOctets.NotEntityTag))
        {
            FieldValueMisuse.BadEntityTag();
        }

        writer.UncheckedWrite(isWeak ? "W/\""u8 : "\""u8);
        writer.UncheckedWrite(opaque);
        writer.UncheckedWrite("\""u8);
    }
}
