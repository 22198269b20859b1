namespace HiPerf.Http;

/// <summary>Writes a Content-Disposition field value, with the file name in the form that every recipient reads alike.</summary>
/// <remarks>
/// RFC 6266 sections 4.1 and 4.3, appendix D: a quoted-string for printable ASCII without quote and percent sign, which some recipients decode; an ext-value of
/// RFC 8187 for all else. Never the bare octets.
/// </remarks>
public static class ContentDispositionWriter
{
    /// <summary>Writes one field value.</summary>
    /// <param name="destination">Takes it; 32 octets and 9 a character are always enough.</param>
    /// <param name="type">Inline or Attachment.</param>
    /// <param name="fileName">One plain component; empty for no file name.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The type is another, or the name holds a slash, a backslash, a control or half a surrogate pair, or is a dot segment.</exception>
    public static bool TryWrite(Span<byte> destination, DispositionType type, ReadOnlySpan<char> fileName, out int written)
    {
        if (type is not (DispositionType.Inline or DispositionType.Attachment))
        {
            DispositionMisuse.BadType();
        }

        if (!IsPlain(fileName))
        {
            DispositionMisuse.BadFileName();
        }

        var writer = new FieldValueWriter(destination);
        writer.UncheckedWrite(DispositionTypeTable.Bytes(type));
        if (fileName.IsEmpty)
        {
            return writer.TryComplete(out written);
        }

        if (System.Text.Ascii.IsValid(fileName) && fileName.IndexOfAny('"', '%') < 0)
        {
            WriteQuoted(ref writer, fileName);
        }
        else
        {
            writer.UncheckedWrite("; filename*="u8);
            ExtValueWriter.Write(ref writer, fileName);
        }

        return writer.TryComplete(out written);
    }

    private static void WriteQuoted(ref FieldValueWriter writer, ReadOnlySpan<char> fileName)
    {
        writer.UncheckedWrite("; filename=\""u8);
        foreach (char character in fileName)
        {
            writer.UncheckedWrite([(byte)character]);
        }

        writer.UncheckedWrite("\""u8);
    }

    private static bool IsPlain(ReadOnlySpan<char> fileName)
    {
        foreach (char character in fileName)
        {
            if (character is '/' or '\\' || char.IsControl(character))
            {
                return false;
            }
        }

        return fileName is not ("." or "..") && ExtValueWriter.IsText(fileName);
    }
}
