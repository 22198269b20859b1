namespace HiPerf.Http;

/// <summary>Writes challenges, or credentials: a scheme, then a token68 or parameters.</summary>
/// <remarks>RFC 9110 sections 11.3 and 11.4. A second scheme begins the next challenge of a list; credentials have one.</remarks>
public ref struct ChallengeWriter
{
    private FieldValueWriter _writer;
    private Stage _stage;
    private int _parameters;      // where those of the present challenge begin

    private enum Stage : byte
    {
        Start,
        Scheme,
        Parameters,
        Token68,
    }

    /// <summary>Begins an empty value.</summary>
    /// <param name="destination">Takes it.</param>
    public ChallengeWriter(Span<byte> destination)
    {
        _writer = new FieldValueWriter(destination);
        _stage = Stage.Start;
    }

    /// <summary>Begins a challenge.</summary>
    /// <param name="scheme">A registered scheme.</param>
    /// <exception cref="ArgumentException">It is Unknown.</exception>
    public void WriteScheme(AuthScheme scheme) => WriteScheme(AuthSchemeTable.Bytes(scheme));

    /// <summary>Begins a challenge.</summary>
    /// <param name="scheme">A token.</param>
    /// <exception cref="ArgumentException">It is no token.</exception>
    public void WriteScheme(scoped ReadOnlySpan<byte> scheme)
    {
        _writer.WriteSeparator();
        _writer.WriteToken(scheme);
        _parameters = _writer.Written.Length;
        _stage = Stage.Scheme;
    }

    /// <summary>Writes a token68 behind the scheme.</summary>
    /// <param name="token68">Letters, digits and -._~+/, equals signs at its end.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    /// <exception cref="InvalidOperationException">No scheme stands right before it.</exception>
    public void WriteToken68(scoped ReadOnlySpan<byte> token68)
    {
        if (_stage != Stage.Scheme)
        {
            FieldValueMisuse.BadAuthOrder();
        }

        if (!Token68.IsValid(token68))
        {
            FieldValueMisuse.BadToken68();
        }

        _writer.UncheckedWrite(" "u8);
        _writer.UncheckedWrite(token68);
        _stage = Stage.Token68;
    }

    /// <summary>Writes a parameter; its value is quoted.</summary>
    /// <param name="name">A token that this challenge does not have yet.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written, or the name stands already.</exception>
    /// <exception cref="InvalidOperationException">No scheme or parameter stands before it.</exception>
    /// <remarks>RFC 9110 section 11.5 has realm quoted; most others are understood either way.</remarks>
    public void WriteParameter(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        WriteName(name);
        _writer.WriteQuotedString(value);
    }

    /// <summary>Writes a parameter whose value is not quoted: algorithm, nc, qop and stale of Digest (RFC 7616 section 3).</summary>
    /// <param name="name">A token that this challenge does not have yet.</param>
    /// <param name="value">A token.</param>
    /// <exception cref="ArgumentException">Name or value may not be written, or the name stands already.</exception>
    /// <exception cref="InvalidOperationException">No scheme or parameter stands before it.</exception>
    public void WriteTokenParameter(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        WriteName(name);
        _writer.WriteToken(value);
    }

    /// <summary>Ends the value.</summary>
    /// <param name="written">Its octets; 0 when it did not fit.</param>
    /// <returns>False when the destination was too short: what stands in it is no value.</returns>
    public readonly bool TryComplete(out int written) => _writer.TryComplete(out written);

    private void WriteName(scoped ReadOnlySpan<byte> name)
    {
        if (_stage is not (Stage.Scheme or Stage.Parameters))
        {
            FieldValueMisuse.BadAuthOrder();
        }

        if (AuthParameterReader.IsRepeated(_writer.Written, _parameters, name))
        {
            FieldValueMisuse.RepeatedAuthParameter();
        }

        _writer.UncheckedWrite(_stage == Stage.Scheme ? " "u8 : ", "u8);
        _writer.WriteToken(name);
        _writer.UncheckedWrite("="u8);
        _stage = Stage.Parameters;
    }
}
