using System.Buffers;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Writes what stands between two contents of a multipart body: the delimiter and the head of the next part. Nothing is committed before the end.</summary>
/// <remarks>RFC 2046 section 5.1.1: <c>delimiter CRLF *( field-line CRLF ) CRLF</c>, the first one without the CRLF before its hyphens. Refuses names that are no tokens and values
/// that would end their line (RFC 9110 section 5.5), and every name that begins with two hyphens: it could be read as a delimiter.</remarks>
public ref struct PartHeadWriter
{
    private FieldSectionWriter _section;
    private bool _complete;

    /// <summary>Writes to a span; one that is too short is told by <see cref="TryComplete"/>.</summary>
    /// <param name="destination">What takes the head.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="isFirst">Whether this is the body's first part.</param>
    /// <exception cref="ArgumentException">The boundary is the empty default.</exception>
    public PartHeadWriter(Span<byte> destination, in MultipartBoundary boundary, bool isFirst)
    {
        _section = new FieldSectionWriter(destination);
        Begin(in boundary, isFirst);
    }

    /// <summary>Writes to a buffer writer, which is advanced once, by the whole head.</summary>
    /// <param name="output">What takes the head; it may not be used between construction and completion.</param>
    /// <param name="boundary">The boundary of the body.</param>
    /// <param name="isFirst">Whether this is the body's first part.</param>
    /// <param name="sizeHint">Octets the head will take at a guess; more are asked for when needed.</param>
    /// <exception cref="ArgumentException">The boundary is the empty default.</exception>
    public PartHeadWriter(IBufferWriter<byte> output, in MultipartBoundary boundary, bool isFirst, int sizeHint = 256)
    {
        _section = new FieldSectionWriter(output, sizeHint);
        Begin(in boundary, isFirst);
    }

    /// <summary>Writes one field.</summary>
    /// <param name="name">A registered name.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written. RFC 9110 section 5.5.</exception>
    public void WriteField(FieldName name, scoped ReadOnlySpan<byte> value)
    {
        Expect();
        ReadOnlySpan<byte> octets = FieldNames.Bytes(name);
        if (octets.IsEmpty)
        {
            WriterMisuse.BadName();
        }

        _section.WriteField(octets, value);
    }

    /// <summary>Writes one field of any name.</summary>
    /// <param name="name">A token that does not begin with two hyphens.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written. RFC 9110 section 5.5, RFC 2046 section 5.1.1.</exception>
    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        Expect();
        if (!FieldOctets.IsToken(name) || name.StartsWith("--"u8))
        {
            WriterMisuse.BadName();
        }

        _section.WriteField(name, value);
    }

    /// <summary>Writes the Content-Disposition of a part of a form.</summary>
    /// <param name="name">The field's name, UTF-8. A quotation mark, CR and LF are written as <c>%22</c>, <c>%0D</c>, <c>%0A</c>, as browsers do.</param>
    /// <param name="fileName">The file's name, written likewise.</param>
    /// <param name="hasFileName">Whether a file name is written: without one the part is no file.</param>
    /// <exception cref="ArgumentException">A name holds a backslash, which half of the readers take for an escape, or a control octet other than HTAB, CR and LF.
    /// RFC 7578 section 4.2.</exception>
    public void WriteFormDisposition(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> fileName, bool hasFileName)
    {
        Expect();
        if (!FormName.CanWrite(name))
        {
            FormMisuse.BadName();
        }

        if (hasFileName && !FormName.CanWrite(fileName))
        {
            FormMisuse.BadFileName();
        }

        _section.UncheckedWrite("Content-Disposition: form-data; name=\""u8);
        WriteName(name);
        if (hasFileName)
        {
            _section.UncheckedWrite("\"; filename=\""u8);
            WriteName(fileName);
        }

        _section.UncheckedWrite("\"\r\n"u8);
    }

    /// <summary>Writes the empty line and commits the head.</summary>
    /// <param name="written">Octets from the delimiter on; 0 when they did not fit.</param>
    /// <returns>False when the span was too short, always true for a buffer writer. The writer is spent either way.</returns>
    public bool TryComplete(out int written)
    {
        Expect();
        _complete = true;
        _section.UncheckedWrite("\r\n"u8);
        return _section.TryCommit(out written);
    }

    private void Begin(in MultipartBoundary boundary, bool isFirst)
    {
        if (boundary.Length == 0)
        {
            FormMisuse.NoBoundary();
        }

        _section.UncheckedWrite(isFirst ? boundary.DashBoundary : boundary.Delimiter);
        _section.UncheckedWrite("\r\n"u8);
    }

    private void WriteName(scoped ReadOnlySpan<byte> name)
    {
        while (true)
        {
            int escaped = name.IndexOfAny((byte)'"', (byte)'\r', (byte)'\n');
            if (escaped < 0)
            {
                _section.UncheckedWrite(name);
                return;
            }

            _section.UncheckedWrite(name[..escaped]);
            _section.UncheckedWrite(name[escaped] switch { (byte)'"' => "%22"u8, (byte)'\r' => "%0D"u8, _ => "%0A"u8 });
            name = name[(escaped + 1)..];
        }
    }

    private readonly void Expect()
    {
        if (_complete)
        {
            FormMisuse.BadOrder();
        }
    }
}
