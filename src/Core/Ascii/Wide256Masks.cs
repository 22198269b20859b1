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
        return Outside(Vector256.LoadUnsafe(in block), ByteClasses.TargetLow) | ((ulong)Outside(Vector256.LoadUnsafe(in block, 32), ByteClasses.TargetLow) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half(Vector256<byte> octets, out uint notToken, out uint control)
    {
        notToken = Outside(octets, ByteClasses.TokenLow);
        Vector256<byte> low = Vector256.Equals(Vector256.Min(octets, Vector256.Create((byte)0x1F)), octets);
        Vector256<byte> delete = Vector256.Equals(octets, Vector256.Create((byte)0x7F));
        Vector256<byte> tab = Vector256.Equals(octets, Vector256.Create((byte)'\t'));
        control = Vector256.AndNot(low | delete, tab).ExtractMostSignificantBits();
    }

    // Set where an octet is not of the class whose rows these are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Outside(Vector256<byte> octets, ReadOnlySpan<byte> rows)
    {
        // Safe because: each table holds exactly the sixteen octets that are read; Shuffle gives 0 where bit 7 of its index is set.
        Vector128<byte> low = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(rows));
        Vector128<byte> high = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(ByteClasses.High));
        Vector256<byte> nibbles = (octets.AsUInt16() >> 4).AsByte() & Vector256.Create((byte)0x0F);
        Vector256<byte> inside = Avx2.Shuffle(Vector256.Create(low, low), octets) & Avx2.Shuffle(Vector256.Create(high, high), nibbles);
        return Vector256.Equals(inside, Vector256<byte>.Zero).ExtractMostSignificantBits();
    }
}
