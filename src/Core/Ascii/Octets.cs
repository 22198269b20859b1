using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HiPerf.Ascii;

/// <summary>Reads single octets and 64-octet blocks of a buffer without bounds checks: the reader vouches for each offset.</summary>
/// <remarks>Verbs over a plain reference, not a type of their own: a struct here ends up in memory, a reference in a register.</remarks>
internal static class Octets
{
    /// <summary>The reference all other verbs take; valid as long as the span is.</summary>
    // Safe because: the reference is only ever read at offsets within the span.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly byte First(ReadOnlySpan<byte> buffer) => ref MemoryMarshal.GetReference(buffer);

    /// <summary>The octet at an offset within the buffer.</summary>
    // Safe because: callers pass offsets of mask bits, which stand for octets within the buffer, offsets before such a bit, or have compared with the length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte UncheckedAt(ref readonly byte first, int offset) => Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)offset);

    /// <summary>Whether CR LF stands at an offset; false where the buffer ends before it would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCrLf(ref readonly byte first, int length, int offset)
    {
        // Safe because: both octets lie within the buffer by the comparison before the read.
        return offset < length - 1
            && Unsafe.ReadUnaligned<ushort>(in Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)offset)) == (BitConverter.IsLittleEndian ? 0x0A0D : 0x0D0A);
    }

    /// <summary>Whether a colon and a space stand at an offset; the caller vouches that both octets lie within the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool UncheckedIsColonSpace(ref readonly byte first, int offset)
    {
        // Safe because: the caller has seen a CR LF at or behind the offset.
        return Unsafe.ReadUnaligned<ushort>(in Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)offset)) == (BitConverter.IsLittleEndian ? 0x203A : 0x3A20);
    }

    /// <summary>Whether a space and a slash stand at an offset; the caller vouches that both octets lie within the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool UncheckedIsSpaceSlash(ref readonly byte first, int offset)
    {
        // Safe because: the caller has compared offset + 2 with the length.
        return Unsafe.ReadUnaligned<ushort>(in Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)offset)) == (BitConverter.IsLittleEndian ? 0x2F20 : 0x202F);
    }

    /// <summary>The index of the first space among eight octets, 8 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstSpace(ulong octets)
    {
        ulong zeros = octets ^ 0x2020_2020_2020_2020;
        return BitOperations.TrailingZeroCount((zeros - 0x0101_0101_0101_0101) & ~zeros & 0x8080_8080_8080_8080) >> 3;
    }

    /// <summary>Eight octets as a little-endian number; the caller vouches that they lie within the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong UncheckedUInt64(ref readonly byte first, int offset)
    {
        // Safe because: the caller has compared offset + 8 with the length.
        ulong value = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)offset));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Masks of the block at a multiple of 64 below <paramref name="length"/>, for a buffer of at least 64 octets.</summary>
    /// <remarks>The last block is read where it still fits and its masks are shifted down, so nothing behind the buffer is ever touched.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void UncheckedFields<TMasks>(ref readonly byte first, int length, int block, out ulong notToken, out ulong control)
        where TMasks : struct, IBlockMasks
    {
        int at = Math.Min(block, length - 64);

        // Safe because: 64 octets from here end at or before the end of the buffer.
        TMasks.Fields(in Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)at), out ulong tokens, out ulong controls);
        notToken = tokens >> (block - at);
        control = controls >> (block - at);
    }

    /// <summary>The offset of the first octet at or after <paramref name="start"/> that cannot stand in a request-target; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TargetEnd<TMasks>(ref readonly byte first, int length, int start)
        where TMasks : struct, IBlockMasks
    {
        int at = start;
        while (at <= length - 64)
        {
            // Safe because: 64 octets from here end at or before the end of the buffer.
            ulong mask = TMasks.Target(in Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)at));
            if (mask != 0)
            {
                return at + BitOperations.TrailingZeroCount(mask);
            }

            at += 64;
        }

        while (at < length && ByteClasses.IsTarget(UncheckedAt(in first, at)))
        {
            at++;
        }

        return at;
    }
}
