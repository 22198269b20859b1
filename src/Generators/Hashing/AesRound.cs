// One round of AES as the processors' instruction does it: ShiftRows, SubBytes, MixColumns, AddRoundKey (FIPS 197 section 5.1).
// Used to mix, not to encrypt.
namespace HiPerf.Generators.Hashing;

/// <summary>The round that the generated tables' hash is made of.</summary>
internal static class AesRound
{
    private static readonly byte[] Substitutes = MakeSubstitutes();

    /// <summary>The next state of sixteen octets.</summary>
    public static byte[] Apply(byte[] state, byte[] key)
    {
        var next = new byte[16];
        for (var column = 0; column < 16; column += 4)
        {
            var a = Substitutes[state[column]];
            var b = Substitutes[state[(column + 5) & 15]];
            var c = Substitutes[state[(column + 10) & 15]];
            var d = Substitutes[state[(column + 15) & 15]];
            var all = a ^ b ^ c ^ d;
            next[column] = (byte)(a ^ all ^ Twice(a ^ b) ^ key[column]);
            next[column + 1] = (byte)(b ^ all ^ Twice(b ^ c) ^ key[column + 1]);
            next[column + 2] = (byte)(c ^ all ^ Twice(c ^ d) ^ key[column + 2]);
            next[column + 3] = (byte)(d ^ all ^ Twice(d ^ a) ^ key[column + 3]);
        }

        return next;
    }

    private static byte Twice(int octet) => (byte)((octet << 1) ^ ((octet & 0x80) == 0 ? 0 : 0x1B));

    // The inverse in the field, then the affine map: p runs through the powers of 3, q through those of its inverse.
    private static byte[] MakeSubstitutes()
    {
        var table = new byte[256];
        byte p = 1;
        byte q = 1;
        do
        {
            p = (byte)(p ^ Twice(p));
            q ^= (byte)(q << 1);
            q ^= (byte)(q << 2);
            q ^= (byte)(q << 4);
            q ^= (byte)((q & 0x80) == 0 ? 0 : 0x09);
            table[p] = (byte)(q ^ Turned(q, 1) ^ Turned(q, 2) ^ Turned(q, 3) ^ Turned(q, 4) ^ 0x63);
        }
        while (p != 1);
        table[0] = 0x63;
        return table;
    }

    private static byte Turned(byte octet, int bits) => (byte)((octet << bits) | (octet >> (8 - bits)));
}
