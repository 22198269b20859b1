using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HiPerf.Ascii;

/// <summary>AVX2: two nibble look-ups over each half of the block.</summary>
internal readonly struct Wide256Masks : IBlockMasks
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fields(ref readonly byte block, out ulong notToken, out ulong control)
    {
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets, which the two halves are.
        Half(Vector256.LoadUnsafe(in block), out uint notTokenLow, out uint controlLow);
        Half(Vector256.LoadUnsafe(in block, 32), out uint notTokenHigh, out uint controlHigh);
        notToken = notTokenLow | ((ulong)notTokenHigh << 32);
        control = controlLow | ((ulong)controlHigh << 32);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Target(ref readonly byte block)
    {
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets, which the two halves are.
        return TargetHalf(Vector256.LoadUnsafe(in block)) | ((ulong)TargetHalf(Vector256.LoadUnsafe(in block, 32)) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half(Vector256<byte> octets, out uint notToken, out uint control)
    {
        Vector256<byte> classes = Nibbles(octets, ByteClasses.TokenLow, ByteClasses.TokenHigh);
        notToken = ~Vector256.Equals(classes, Vector256<byte>.Zero).ExtractMostSignificantBits() | octets.ExtractMostSignificantBits();
        Vector256<byte> plain = Vector256.Equals(classes & Vector256.Create(ByteClasses.NibbleControl), Vector256<byte>.Zero);
        control = Vector256.AndNot(Vector256<byte>.AllBitsSet, plain).ExtractMostSignificantBits()
            | Vector256.Equals(octets, Vector256.Create((byte)0x7F)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TargetHalf(Vector256<byte> octets)
    {
        Vector256<byte> classes = Nibbles(octets, ByteClasses.TargetLow, ByteClasses.TargetHigh);
        return ~Vector256.Equals(classes, Vector256<byte>.Zero).ExtractMostSignificantBits() | octets.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Nibbles(Vector256<byte> octets, ReadOnlySpan<byte> low, ReadOnlySpan<byte> high)
    {
        // Safe because: each table holds exactly the sixteen octets that are read; Shuffle gives 0 where bit 7 of its index is set.
        Vector128<byte> lowTable = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(low));
        Vector128<byte> highTable = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(high));
        Vector256<byte> highNibbles = (octets.AsUInt16() >> 4).AsByte() & Vector256.Create((byte)0x0F);
        return Avx2.Shuffle(Vector256.Create(lowTable, lowTable), octets)
            & Avx2.Shuffle(Vector256.Create(highTable, highTable), highNibbles);
    }
}
