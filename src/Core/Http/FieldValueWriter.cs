using System.Buffers;
using System.Buffers.Text;
using HiPerf.Ascii;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Writes a field value from its lexical parts; refuses what would end a part, before anything is committed.</summary>
/// <remarks>RFC 9110 section 5.6. The value counts only when <see cref="TryComplete"/> has answered true.</remarks>
public ref struct FieldValueWriter
{
    private readonly Span<byte> _destination;
    private int _length;
    private bool _isShort;

    /// <summary>Begins an empty value.</summary>
    /// <param name="destination">Takes it.</param>
    public FieldValueWriter(Span<byte> destination)
    {
        _destination = destination;
    }

    /// <summary>Writes a token.</summary>
    /// <param name="token">One or more tchars.</param>
    /// <exception cref="ArgumentException">It is no token.</exception>
    public void WriteToken(scoped ReadOnlySpan<byte> token)
    {
        if (!FieldOctets.IsToken(token))
        {
            FieldValueMisuse.BadToken();
        }

        UncheckedWrite(token);
    }

    /// <summary>Writes a quoted-string; quotes and backslashes are escaped.</summary>
    /// <param name="text">HTAB, SP, VCHAR and obs-text; may be empty.</param>
    /// <exception cref="ArgumentException">It holds a control.</exception>
    public void WriteQuotedString(scoped ReadOnlySpan<byte> text)
    {
        if (!ValueText.IsClean(text))
        {
            FieldValueMisuse.BadText();
        }

        UncheckedWrite("\""u8);
        while (text.IndexOfAny((byte)'"', (byte)'\\') is var special and >= 0)
        {
            UncheckedWrite(text[..special]);
            UncheckedWrite("\\"u8);
            UncheckedWrite(text.Slice(special, 1));
            text = text[(special + 1)..];
        }

        UncheckedWrite(text);
        UncheckedWrite("\""u8);
    }

    /// <summary>Writes a token where the text is one, a quoted-string elsewhere.</summary>
    /// <param name="text">HTAB, SP, VCHAR and obs-text; may be empty.</param>
    /// <exception cref="ArgumentException">It holds a control.</exception>
    public void WriteTokenOrQuotedString(scoped ReadOnlySpan<byte> text)
    {
        if (FieldOctets.IsToken(text))
        {
            UncheckedWrite(text);
        }
        else
        {
            WriteQuotedString(text);
        }
    }

    /// <summary>Writes a semicolon and a parameter; its value is quoted where it is no token.</summary>
    /// <param name="name">A token.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written.</exception>
    public void WriteParameter(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        UncheckedWrite("; "u8);
        WriteToken(name);
        UncheckedWrite("="u8);
        WriteTokenOrQuotedString(value);
    }

    /// <summary>Writes the comma between two elements of a list; nothing before the first.</summary>
    public void WriteSeparator()
    {
        if (_length > 0)
        {
            UncheckedWrite(", "u8);
        }
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="number">0 to 2^63−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public void WriteNumber(long number)
    {
        if (number < 0)
        {
            FieldValueMisuse.BadNumber(number);
        }

        Span<byte> digits = stackalloc byte[19];
        Utf8Formatter.TryFormat(number, digits, out int length);
        UncheckedWrite(digits[..length]);
    }

    /// <summary>Writes a weight, <c>;q=0.5</c>; nothing for 1000, which is what its absence means.</summary>
    /// <param name="weight">Thousandths, 0 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no weight. RFC 9110 section 12.4.2.</exception>
    public void WriteWeight(int weight)
    {
        if ((uint)weight > 1000)
        {
            FieldValueMisuse.BadWeight(weight);
        }

        if (weight == 1000)
        {
            return;
        }

        Span<byte> digits = stackalloc byte[3];
        Utf8Formatter.TryFormat(weight, digits, out _, new StandardFormat('D', 3));
        UncheckedWrite(weight == 0 ? ";q=0"u8 : ";q=0."u8);
        UncheckedWrite(digits.TrimEnd((byte)'0'));
    }

    /// <summary>Ends the value.</summary>
    /// <param name="written">Its octets; 0 when it did not fit.</param>
    /// <returns>False when the destination was too short: what stands in it is no value.</returns>
    public readonly bool TryComplete(out int written)
    {
        written = _isShort ? 0 : _length;
        return !_isShort;
    }

    /// <summary>What is written so far.</summary>
    internal readonly ReadOnlySpan<byte> Written => _destination[.._length];

    /// <summary>Writes octets as they are; the caller vouches for them.</summary>
    internal void UncheckedWrite(scoped ReadOnlySpan<byte> octets)
    {
        if (_isShort || !octets.TryCopyTo(_destination[_length..]))
        {
            _isShort = true;
            return;
        }

        _length += octets.Length;
    }
}
