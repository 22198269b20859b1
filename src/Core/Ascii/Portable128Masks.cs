using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HiPerf.Ascii;

/// <summary>128-bit vectors of any machine that can shuffle octets (SSSE3, AdvSimd): two nibble look-ups over each quarter of the block.</summary>
internal readonly struct Portable128Masks : IBlockMasks
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fields(ref readonly byte block, out ulong notToken, out ulong control)
    {
        notToken = 0;
        control = 0;
        for (int quarter = 0; quarter < 4; quarter++)
        {
            // Safe because: the caller of IBlockMasks vouches for 64 readable octets, which the four quarters are.
            Vector128<byte> octets = Vector128.LoadUnsafe(in block, (nuint)(quarter * 16));
            Vector128<byte> classes = Nibbles(octets, ByteClasses.TokenLow, ByteClasses.TokenHigh);
            uint token = Vector128.Equals(classes, Vector128<byte>.Zero).ExtractMostSignificantBits();
            uint plain = Vector128.Equals(classes & Vector128.Create(ByteClasses.NibbleControl), Vector128<byte>.Zero).ExtractMostSignificantBits();
            uint delete = Vector128.Equals(octets, Vector128.Create((byte)0x7F)).ExtractMostSignificantBits();
            notToken |= (ulong)((~token & 0xFFFF) | octets.ExtractMostSignificantBits()) << (quarter * 16);
            control |= (ulong)((~plain & 0xFFFF) | delete) << (quarter * 16);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Target(ref readonly byte block)
    {
        ulong notTarget = 0;
        for (int quarter = 0; quarter < 4; quarter++)
        {
            // Safe because: the caller of IBlockMasks vouches for 64 readable octets, which the four quarters are.
            Vector128<byte> octets = Vector128.LoadUnsafe(in block, (nuint)(quarter * 16));
            Vector128<byte> classes = Nibbles(octets, ByteClasses.TargetLow, ByteClasses.TargetHigh);
            uint target = Vector128.Equals(classes, Vector128<byte>.Zero).ExtractMostSignificantBits();
            notTarget |= (ulong)((~target & 0xFFFF) | octets.ExtractMostSignificantBits()) << (quarter * 16);
        }

        return notTarget;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Nibbles(Vector128<byte> octets, ReadOnlySpan<byte> low, ReadOnlySpan<byte> high)
    {
        // Safe because: each table holds exactly the sixteen octets that are read; both indices are kept below sixteen.
        Vector128<byte> lowTable = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(low));
        Vector128<byte> highTable = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(high));
        Vector128<byte> nibble = Vector128.Create((byte)0x0F);
        return Vector128.Shuffle(lowTable, octets & nibble) & Vector128.Shuffle(highTable, (octets >>> 4) & nibble);
    }
}
