using System.Buffers;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Writes the last chunk and a trailer section: the end of a chunked body. Nothing is committed before the end.</summary>
/// <remarks>RFC 9112 section 7.1.2. Refuses what the head writers refuse, and every field that may not stand in a trailer section (RFC 9110 section 6.5.1).</remarks>
public ref struct TrailerSectionWriter
{
    private FieldSectionWriter _section;
    private bool _complete;

    /// <summary>Writes to a span; one that is too short is told by <see cref="TryComplete"/>.</summary>
    public TrailerSectionWriter(Span<byte> destination)
    {
        _section = new FieldSectionWriter(destination);
        _section.UncheckedWrite("0\r\n"u8);
    }

    /// <summary>Writes to a buffer writer, which is advanced once, by the whole section.</summary>
    /// <param name="output">What takes the section; it may not be used between construction and completion.</param>
    /// <param name="sizeHint">Octets the section will take at a guess; more are asked for when needed.</param>
    public TrailerSectionWriter(IBufferWriter<byte> output, int sizeHint = 256)
    {
        _section = new FieldSectionWriter(output, sizeHint);
        _section.UncheckedWrite("0\r\n"u8);
    }

    /// <summary>Writes one trailer field.</summary>
    /// <param name="name">A registered name that may stand in a trailer section.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written. RFC 9110 sections 5.5 and 6.5.1.</exception>
    public void WriteField(FieldName name, scoped ReadOnlySpan<byte> value)
    {
        Expect();
        CheckTrailer(name);
        _section.WriteField(name, value);
    }

    /// <inheritdoc cref="WriteField(FieldName, ReadOnlySpan{byte})"/>
    /// <remarks>One octet a character (ISO-8859-1); a character above 0xFF is refused.</remarks>
    public void WriteField(FieldName name, scoped ReadOnlySpan<char> value)
    {
        Expect();
        CheckTrailer(name);
        _section.WriteField(name, value);
    }

    /// <summary>Writes one trailer field of any name.</summary>
    /// <param name="name">A token.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written. RFC 9110 sections 5.5 and 6.5.1.</exception>
    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        Expect();
        CheckTrailer(FieldNames.Find(name));
        _section.WriteField(name, value);
    }

    /// <inheritdoc cref="WriteField(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    /// <remarks>One octet a character (ISO-8859-1); a character above 0xFF is refused.</remarks>
    public void WriteField(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        Expect();
        Span<byte> octets = stackalloc byte[FieldSectionWriter.MaxCharacterName];
        if (System.Text.Ascii.FromUtf16(name, octets, out int length) == OperationStatus.Done)
        {
            CheckTrailer(FieldNames.Find(octets[..length]));
        }

        _section.WriteField(name, value);
    }

    /// <summary>Writes the empty line and commits the section.</summary>
    /// <param name="written">Octets from the last chunk on; 0 when they did not fit.</param>
    /// <returns>False when the span was too short, always true for a buffer writer. The writer is spent either way.</returns>
    public bool TryComplete(out int written)
    {
        Expect();
        _complete = true;
        _section.UncheckedWrite("\r\n"u8);
        return _section.TryCommit(out written);
    }

    private static void CheckTrailer(FieldName name)
    {
        if ((FieldNames.Flags(name) & FieldFlags.NoTrailer) != FieldFlags.None)
        {
            WriterMisuse.TrailerName();
        }
    }

    private readonly void Expect()
    {
        if (_complete)
        {
            WriterMisuse.BadOrder();
        }
    }
}
