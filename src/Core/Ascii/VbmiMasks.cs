using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HiPerf.Ascii;

/// <summary>AVX-512 with VBMI: all 128 classes in one look-up of two registers.</summary>
internal readonly struct VbmiMasks : IBlockMasks
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fields(ref readonly byte block, out ulong notToken, out ulong control)
    {
        Vector512<byte> octets = Load(in block);

        Vector512<byte> classes = Classify(octets);

        // The look-up ignores bit 7 of its index: octets of 0x80 and above are no tchar, but no control either.
        notToken = (classes | octets).ExtractMostSignificantBits();
        control = Vector512.AndNot(classes + classes, octets).ExtractMostSignificantBits();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Target(ref readonly byte block)
    {
        Vector512<byte> octets = Load(in block);
        return (Vector512.ShiftLeft(Classify(octets), 2) | octets).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Classify(Vector512<byte> octets)
    {
        // Safe because: the table holds 256 octets, of which the two loads read the first 128.
        ref byte table = ref MemoryMarshal.GetReference(ByteClasses.Table);
        return Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table), octets, Vector512.LoadUnsafe(ref table, 64));
    }

    // Safe because: the caller of IBlockMasks vouches for 64 readable octets.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Load(ref readonly byte block) => Vector512.LoadUnsafe(in block);
}
