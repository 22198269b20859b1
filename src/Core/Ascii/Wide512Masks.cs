using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HiPerf.Ascii;

/// <summary>AVX-512 without VBMI: two nibble look-ups over one 512-bit register.</summary>
internal readonly struct Wide512Masks : IBlockMasks
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fields(ref readonly byte block, out ulong notToken, out ulong control)
    {
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets.
        Vector512<byte> octets = Vector512.LoadUnsafe(in block);
        Vector512<byte> classes = Nibbles(octets, ByteClasses.TokenLow, ByteClasses.TokenHigh);
        notToken = ~Vector512.Equals(classes, Vector512<byte>.Zero).ExtractMostSignificantBits() | octets.ExtractMostSignificantBits();
        control = ~Vector512.Equals(classes & Vector512.Create(ByteClasses.NibbleControl), Vector512<byte>.Zero).ExtractMostSignificantBits()
            | Vector512.Equals(octets, Vector512.Create((byte)0x7F)).ExtractMostSignificantBits();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Target(ref readonly byte block)
    {
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets.
        Vector512<byte> octets = Vector512.LoadUnsafe(in block);
        Vector512<byte> classes = Nibbles(octets, ByteClasses.TargetLow, ByteClasses.TargetHigh);
        return ~Vector512.Equals(classes, Vector512<byte>.Zero).ExtractMostSignificantBits() | octets.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Nibbles(Vector512<byte> octets, ReadOnlySpan<byte> low, ReadOnlySpan<byte> high)
    {
        // Safe because: each table holds exactly the sixteen octets that are read; Shuffle gives 0 where bit 7 of its index is set.
        Vector128<byte> lowTable = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(low));
        Vector128<byte> highTable = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(high));
        Vector512<byte> highNibbles = (octets.AsUInt16() >> 4).AsByte() & Vector512.Create((byte)0x0F);
        return Avx512BW.Shuffle(Spread(lowTable), octets) & Avx512BW.Shuffle(Spread(highTable), highNibbles);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Spread(Vector128<byte> table) => Vector512.Create(Vector256.Create(table, table), Vector256.Create(table, table));
}
