namespace HiPerf.Http;

/// <summary>Writes Cache-Control, directive by directive. RFC 9111 section 5.2.</summary>
/// <remarks>A directive may be written once; times as tokens, field names in quotes, as the sections of the directives ask of senders.</remarks>
public ref struct CacheControlWriter
{
    private FieldValueWriter _writer;
    private uint _written;

    /// <summary>Begins an empty value.</summary>
    /// <param name="destination">Takes it.</param>
    public CacheControlWriter(Span<byte> destination)
    {
        _writer = new FieldValueWriter(destination);
        _written = 0;
    }

    /// <summary>Writes a directive without an argument.</summary>
    /// <param name="directive">MaxStale, NoCache to Immutable.</param>
    /// <exception cref="ArgumentException">It needs a time, is Unknown, or stands already.</exception>
    public void Write(CacheDirective directive) => WriteName(directive, directive == CacheDirective.MaxStale || !CacheControl.TakesSeconds(directive));

    /// <summary>Writes a directive and its time.</summary>
    /// <param name="directive">MaxAge to StaleIfError.</param>
    /// <param name="seconds">0 to <see cref="CacheControl.MaxSeconds"/>.</param>
    /// <exception cref="ArgumentException">It takes no time, or stands already; or the time is out of range.</exception>
    public void Write(CacheDirective directive, long seconds)
    {
        if (seconds is < 0 or > CacheControl.MaxSeconds)
        {
            FieldValueMisuse.BadSeconds(seconds);
        }

        WriteName(directive, CacheControl.TakesSeconds(directive));
        _writer.UncheckedWrite("="u8);
        _writer.WriteNumber(seconds);
    }

    /// <summary>Writes a directive and the fields it is about.</summary>
    /// <param name="directive">NoCache or Private.</param>
    /// <param name="fields">Field names with commas between them.</param>
    /// <exception cref="ArgumentException">It takes no fields, or stands already; or the names are no list of tokens.</exception>
    public void Write(CacheDirective directive, scoped ReadOnlySpan<byte> fields)
    {
        var names = new TokenListReader(fields);
        int count = 0;
        while (names.Read(out _))
        {
            count++;
        }

        WriteName(directive, CacheControl.TakesFields(directive) && count > 0 && names.Result.IsDone);
        _writer.UncheckedWrite("="u8);
        _writer.WriteQuotedString(fields);
    }

    /// <summary>Writes an extension. RFC 9111 section 5.2.3.</summary>
    /// <param name="name">A token that is no directive of <see cref="CacheDirective"/>.</param>
    /// <param name="argument">HTAB, SP, VCHAR and obs-text; nothing is written for an empty one.</param>
    /// <exception cref="ArgumentException">Name or argument may not be written.</exception>
    public void WriteExtension(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> argument)
    {
        if (CacheDirectiveTable.Find(name) != CacheDirective.Unknown)
        {
            FieldValueMisuse.BadDirective();
        }

        _writer.WriteSeparator();
        _writer.WriteToken(name);
        if (!argument.IsEmpty)
        {
            _writer.UncheckedWrite("="u8);
            _writer.WriteTokenOrQuotedString(argument);
        }
    }

    /// <summary>Ends the value.</summary>
    /// <param name="written">Its octets; 0 when it did not fit.</param>
    /// <returns>False when the destination was too short: what stands in it is no value.</returns>
    public readonly bool TryComplete(out int written) => _writer.TryComplete(out written);

    private void WriteName(CacheDirective directive, bool fits)
    {
        uint bit = 1u << (int)directive;
        if (!fits || directive == CacheDirective.Unknown || (_written & bit) != 0)
        {
            FieldValueMisuse.BadDirective();
        }

        _written |= bit;
        _writer.WriteSeparator();
        _writer.WriteToken(CacheDirectiveTable.Bytes(directive));
    }
}
