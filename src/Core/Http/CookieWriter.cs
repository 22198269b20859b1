namespace HiPerf.Http;

/// <summary>Writes the value of a Cookie field: what a user agent sends back.</summary>
/// <remarks>
/// RFC 6265bis section 5.8.3: name, equals sign and value, or the value alone where there is no name; "; " between two cookies. Any cookie that
/// <see cref="SetCookieParser"/> reads can be written; whatever would make two cookies or another field of it is refused.
/// A cookie without a name whose value holds an equals sign is read as a named one by every server: the RFC has it so.
/// </remarks>
public ref struct CookieWriter
{
    private FieldValueWriter _value;
    private bool _isBehindCookie;

    /// <summary>Begins an empty value.</summary>
    /// <param name="destination">Takes it.</param>
    public CookieWriter(Span<byte> destination)
    {
        _value = new FieldValueWriter(destination);
    }

    /// <summary>Writes one cookie.</summary>
    /// <param name="name">No control but HTAB, no semicolon or equals sign, no white space at its ends; may be empty where the value is not.</param>
    /// <param name="value">No control but HTAB, no semicolon, no white space at its ends.</param>
    /// <exception cref="ArgumentException">Name or value may not be written; nothing is.</exception>
    public void Write(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        if (!IsPart(name) || name.Contains((byte)'='))
        {
            CookieMisuse.BadSentName();
        }

        if (!IsPart(value) || (name.IsEmpty && value.IsEmpty))
        {
            CookieMisuse.BadSentValue();
        }

        _value.UncheckedWrite(_isBehindCookie ? "; "u8 : default);
        _isBehindCookie = true;
        _value.UncheckedWrite(name);
        _value.UncheckedWrite(name.IsEmpty ? default : "="u8);
        _value.UncheckedWrite(value);
    }

    /// <summary>Ends the value.</summary>
    /// <param name="written">Its octets; 0 when it did not fit. An empty value is no Cookie field: send none.</param>
    /// <returns>False when the destination was too short: what stands in it is no value.</returns>
    public readonly bool TryComplete(out int written) => _value.TryComplete(out written);

    private static bool IsPart(ReadOnlySpan<byte> octets) =>
        octets.IsEmpty
        || (CookieOctets.FindControl(octets) < 0 && !octets.Contains((byte)';') && !CookieOctets.IsWhiteSpace(octets[0]) && !CookieOctets.IsWhiteSpace(octets[^1]));
}
