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
        notToken = Outside(octets, ByteClasses.TokenLow);
        control = Vector512.LessThan(octets, Vector512.Create((byte)0x20)).ExtractMostSignificantBits()
            & ~Vector512.Equals(octets, Vector512.Create((byte)'\t')).ExtractMostSignificantBits()
            | Vector512.Equals(octets, Vector512.Create((byte)0x7F)).ExtractMostSignificantBits();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Target(ref readonly byte block)
    {
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets.
        return Outside(Vector512.LoadUnsafe(in block), ByteClasses.TargetLow);
    }

    // Set where an octet is not of the class whose rows these are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Outside(Vector512<byte> octets, ReadOnlySpan<byte> rows)
    {
        // Safe because: each table holds exactly the sixteen octets that are read; Shuffle gives 0 where bit 7 of its index is set.
        Vector128<byte> low = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(rows));
        Vector128<byte> high = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(ByteClasses.High));
        Vector512<byte> nibbles = (octets.AsUInt16() >> 4).AsByte() & Vector512.Create((byte)0x0F);
        Vector512<byte> inside = Avx512BW.Shuffle(Spread(low), octets) & Avx512BW.Shuffle(Spread(high), nibbles);
        return Vector512.Equals(inside, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Spread(Vector128<byte> table) => Vector512.Create(Vector256.Create(table, table), Vector256.Create(table, table));
}
