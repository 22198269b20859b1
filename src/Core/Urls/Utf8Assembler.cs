namespace HiPerf;

/// <summary>Makes code points of octets that come one by one, as they do out of escapes.</summary>
/// <remarks>Well-formed UTF-8 alone: Unicode, table 3-7; no overlong forms, no surrogates, nothing above U+10FFFF.</remarks>
internal struct Utf8Assembler
{
    /// <summary>Answers an octet that more have to follow.</summary>
    public const int Incomplete = -1;

    /// <summary>Answers an octet that cannot stand here.</summary>
    public const int Invalid = -2;

    private int _point;
    private int _missing;
    private byte _least;
    private byte _most;

    /// <summary>Whether octets are missing.</summary>
    public readonly bool IsWithin => _missing > 0;

    /// <summary>Takes one octet.</summary>
    /// <returns>The code point that it completes, Incomplete or Invalid.</returns>
    public int Push(byte octet)
    {
        if (_missing == 0)
        {
            return Begin(octet);
        }

        if (octet < _least || octet > _most)
        {
            return Invalid;
        }

        (_least, _most) = (0x80, 0xBF);
        _point = (_point << 6) | (octet & 0x3F);
        return --_missing == 0 ? _point : Incomplete;
    }

    private int Begin(byte octet)
    {
        if (octet < 0x80)
        {
            return octet;
        }

        if (octet is < 0xC2 or > 0xF4)
        {
            return Invalid;
        }

        _missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        _point = octet & (0x3F >> _missing);
        _least = octet switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        _most = octet switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        return Incomplete;
    }
}
