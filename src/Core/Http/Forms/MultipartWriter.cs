using System.Buffers;

namespace HiPerf.Http;

/// <summary>Writes multipart/form-data: heads of parts, whole parts, the end; and says beforehand how long they are.</summary>
/// <remarks>
/// RFC 7578, RFC 2046 section 5.1.1. Heads of other multiparts: <see cref="PartHeadWriter"/>. Content between a head and what follows is the caller's and is written as it is:
/// with a boundary of random octets (<see cref="MultipartBoundary.FromRandom"/>) it cannot be made to hold a delimiter; a whole part is checked for one.
/// </remarks>
public static class MultipartWriter
{
    /// <summary>Octets of the longest close-delimiter with its line ends.</summary>
    public const int MaxClose = MultipartBoundary.MaxLength + 8;

    /// <summary>Octets of the head of a form's part as written, delimiter and empty line included: what Content-Length is summed up from.</summary>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="hasFileName">Whether a file name is written.</param>
    /// <param name="contentType">The media type of the content; empty for none.</param>
    /// <param name="isFirst">Whether it is the body's first part.</param>
    public static long HeadLength(in MultipartBoundary boundary, ReadOnlySpan<byte> name, ReadOnlySpan<byte> fileName, bool hasFileName, ReadOnlySpan<byte> contentType, bool isFirst) =>
        (isFirst ? 0 : 2) + 2L + boundary.Length + 2
        + "Content-Disposition: form-data; name=\"\"\r\n"u8.Length + NameLength(name)
        + (hasFileName ? "; filename=\"\""u8.Length + NameLength(fileName) : 0)
        + (contentType.IsEmpty ? 0 : "Content-Type: \r\n"u8.Length + (long)contentType.Length)
        + 2;

    /// <summary>Octets of the close-delimiter as written.</summary>
    /// <param name="boundary">The boundary of the body.</param>
    public static int CloseLength(in MultipartBoundary boundary) => boundary.Length + 8;

    /// <summary>Writes the head of a form's part; its content follows.</summary>
    /// <param name="destination">Takes <see cref="HeadLength"/> octets.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="name">The field's name, UTF-8.</param>
    /// <param name="fileName">The file's name, UTF-8.</param>
    /// <param name="hasFileName">Whether a file name is written: without one the part is no file.</param>
    /// <param name="contentType">The media type of the content; empty for none.</param>
    /// <param name="isFirst">Whether it is the body's first part.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">Boundary, name, file name or media type may not be written. RFC 7578 section 4.</exception>
    public static bool TryWriteHead(Span<byte> destination, in MultipartBoundary boundary, ReadOnlySpan<byte> name, ReadOnlySpan<byte> fileName, bool hasFileName,
        ReadOnlySpan<byte> contentType, bool isFirst, out int written)
    {
        var head = new PartHeadWriter(destination, in boundary, isFirst);
        return Complete(ref head, name, fileName, hasFileName, contentType, out written);
    }

    /// <summary>Writes the head of a form's part; its content follows.</summary>
    /// <param name="output">What takes the head; it is advanced once.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="name">The field's name, UTF-8.</param>
    /// <param name="fileName">The file's name, UTF-8.</param>
    /// <param name="hasFileName">Whether a file name is written: without one the part is no file.</param>
    /// <param name="contentType">The media type of the content; empty for none.</param>
    /// <param name="isFirst">Whether it is the body's first part.</param>
    /// <exception cref="ArgumentException">Boundary, name, file name or media type may not be written. RFC 7578 section 4.</exception>
    public static void WriteHead(IBufferWriter<byte> output, in MultipartBoundary boundary, ReadOnlySpan<byte> name, ReadOnlySpan<byte> fileName, bool hasFileName,
        ReadOnlySpan<byte> contentType, bool isFirst)
    {
        var head = new PartHeadWriter(output, in boundary, isFirst);
        Complete(ref head, name, fileName, hasFileName, contentType, out _);
    }

    /// <summary>Writes a whole field of a form: a part that is no file.</summary>
    /// <param name="output">What takes the part.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="name">The field's name, UTF-8.</param>
    /// <param name="content">The field's value.</param>
    /// <param name="isFirst">Whether it is the body's first part.</param>
    /// <exception cref="ArgumentException">The content holds a delimiter, or boundary or name may not be written. RFC 2046 section 5.1.1, RFC 7578 section 4.2.</exception>
    public static void WriteField(IBufferWriter<byte> output, in MultipartBoundary boundary, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (boundary.Length != 0 && boundary.OccursIn(content))
        {
            FormMisuse.BoundaryInContent();
        }

        WriteHead(output, in boundary, name, [], hasFileName: false, [], isFirst);
        output.Write(content);
    }

    /// <summary>Writes the close-delimiter: the end of a body that holds a part.</summary>
    /// <param name="destination">Takes <see cref="CloseLength"/> octets.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The boundary is the empty default.</exception>
    public static bool TryWriteClose(Span<byte> destination, in MultipartBoundary boundary, out int written)
    {
        if (boundary.Length == 0)
        {
            FormMisuse.NoBoundary();
        }

        written = 0;
        int length = CloseLength(in boundary);
        if (destination.Length < length)
        {
            return false;
        }

        boundary.Delimiter.CopyTo(destination);
        "--\r\n"u8.CopyTo(destination[(length - 4)..]);
        written = length;
        return true;
    }

    /// <summary>Writes the close-delimiter: the end of a body that holds a part.</summary>
    /// <param name="output">What takes it; it is advanced once.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <exception cref="ArgumentException">The boundary is the empty default.</exception>
    public static void WriteClose(IBufferWriter<byte> output, in MultipartBoundary boundary)
    {
        ArgumentNullException.ThrowIfNull(output);
        TryWriteClose(output.GetSpan(MaxClose), in boundary, out int written);
        output.Advance(written);
    }

    private static bool Complete(ref PartHeadWriter head, ReadOnlySpan<byte> name, ReadOnlySpan<byte> fileName, bool hasFileName, ReadOnlySpan<byte> contentType, out int written)
    {
        head.WriteFormDisposition(name, fileName, hasFileName);
        if (!contentType.IsEmpty)
        {
            head.WriteField(FieldName.ContentType, contentType);
        }

        return head.TryComplete(out written);
    }

    // Three octets for each that is escaped.
    private static long NameLength(ReadOnlySpan<byte> name)
    {
        long length = name.Length;
        foreach (byte octet in name)
        {
            length += octet is (byte)'"' or (byte)'\r' or (byte)'\n' ? 2 : 0;
        }

        return length;
    }
}
