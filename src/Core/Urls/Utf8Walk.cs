namespace HiPerf;

/// <summary>Walks over UTF-8 octet by octet and stops at the first one that no character goes on with.</summary>
/// <remarks>
/// RFC 3629 section 4, so overlong forms, surrogates and what lies beyond U+10FFFF are none; nor are the controls U+0080 to U+009F. Controls of one octet pass: they are
/// looked at elsewhere.
/// </remarks>
internal struct Utf8Walk
{
    private byte _left;
    private byte _least;
    private byte _most;

    /// <summary>Whether the octets so far end with a character.</summary>
    public readonly bool IsWhole => _left == 0;

    /// <summary>Takes the next octet; false when no character holds it here.</summary>
    public bool Next(byte octet)
    {
        if (_left > 0)
        {
            bool fits = octet >= _least && octet <= _most;
            _left--;
            (_least, _most) = (0x80, 0xBF);
            return fits;
        }

        if (octet < 0x80)
        {
            return true;
        }

        (_left, _least, _most) = octet switch
        {
            0xC2 => ((byte)1, (byte)0xA0, (byte)0xBF),
            >= 0xC3 and <= 0xDF => ((byte)1, (byte)0x80, (byte)0xBF),
            0xE0 => ((byte)2, (byte)0xA0, (byte)0xBF),
            0xED => ((byte)2, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => ((byte)2, (byte)0x80, (byte)0xBF),
            0xF0 => ((byte)3, (byte)0x90, (byte)0xBF),
            >= 0xF1 and <= 0xF3 => ((byte)3, (byte)0x80, (byte)0xBF),
            0xF4 => ((byte)3, (byte)0x80, (byte)0x8F),
            _ => ((byte)0, (byte)0, (byte)0),
        };
        return _left > 0;
    }
}
