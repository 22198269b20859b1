// The words of a token: what the generated look-up loads from a name, and what it compares with.
// 8 octets and more: 64-bit little-endian words at 0, 8, 16 ... and one that ends with the token, which may overlap.
// 4 to 7 octets: the 32-bit words at 0 and at length - 4. 1 to 3: octet 0, and octets length / 2 and length - 1.
// Either way the words together cover every octet, so equal words and equal length mean equal tokens.
namespace HiPerf.Generators.Hashing;

/// <summary>Cuts tokens into the words by which they are hashed and compared.</summary>
internal static class TokenWords
{
    /// <summary>Bit 5 of each octet, which tells an ASCII letter's two cases apart.</summary>
    public const ulong CaseBits = 0x2020202020202020;

    public static ulong First(string token) => token.Length switch
    {
        >= 8 => Load(token, 0, 8),
        >= 4 => Load(token, 0, 4),
        _ => token[0],
    };

    public static ulong Last(string token) => token.Length switch
    {
        >= 8 => Load(token, token.Length - 8, 8),
        >= 4 => Load(token, token.Length - 4, 4),
        _ => token[token.Length / 2] | ((ulong)token[token.Length - 1] << 8),
    };

    /// <summary>The words between the first and the last: none for tokens of up to 16 octets.</summary>
    public static IEnumerable<ulong> Middle(string token)
    {
        for (var offset = 8; offset < token.Length - 8; offset += 8)
        {
            yield return Load(token, offset, 8);
        }
    }

    /// <summary>Bit 5 of each octet of a word that is a lower-case letter: only there may a name differ in case.</summary>
    public static ulong LetterMask(ulong word)
    {
        ulong mask = 0;
        for (var shift = 0; shift < 64; shift += 8)
        {
            if ((byte)(word >> shift) is >= (byte)'a' and <= (byte)'z')
            {
                mask |= 0x20UL << shift;
            }
        }

        return mask;
    }

    private static ulong Load(string token, int offset, int count)
    {
        ulong word = 0;
        for (var i = 0; i < count; i++)
        {
            word |= (ulong)token[offset + i] << (8 * i);
        }

        return word;
    }
}
