using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HiPerf.Ascii;

/// <summary>A buffer that is read by 64-octet blocks and single octets without bounds checks: the reader vouches for each offset.</summary>
internal readonly ref struct Octets
{
    private readonly ref byte _first;

    /// <summary>Octets in the buffer.</summary>
    public readonly int Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Octets(ReadOnlySpan<byte> buffer)
    {
        // Safe because: the reference never leaves this ref struct, and is only read through.
        _first = ref MemoryMarshal.GetReference(buffer);
        Length = buffer.Length;
    }

    /// <summary>The octet at an offset below <see cref="Length"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte UncheckedAt(int offset)
    {
        Debug.Assert((uint)offset < (uint)Length, "offset within the buffer");

        // Safe because: callers pass offsets of mask bits, which stand for octets within the buffer.
        return Unsafe.Add(ref _first, (nint)(uint)offset);
    }

    /// <summary>Whether CR LF stands at an offset; false where the buffer ends before it would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsCrLf(int offset)
    {
        // Safe because: both octets lie within the buffer by the comparison before the read.
        return offset < Length - 1
            && Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref _first, (nint)(uint)offset)) == (BitConverter.IsLittleEndian ? 0x0A0D : 0x0D0A);
    }

    /// <summary>Eight octets as a little-endian number; the caller vouches that they lie within the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong UncheckedUInt64(int offset)
    {
        Debug.Assert((uint)offset <= (uint)(Length - 8), "eight octets within the buffer");

        // Safe because: the caller has compared offset + 8 with Length.
        ulong value = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref _first, (nint)(uint)offset));
        return BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Masks of the block at a multiple of 64 below <see cref="Length"/>, for a buffer of at least 64 octets.</summary>
    /// <remarks>The last block is read where it still fits and its masks are shifted down, so nothing behind the buffer is ever touched.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void UncheckedFields<TMasks>(int block, out ulong notToken, out ulong control)
        where TMasks : struct, IBlockMasks
    {
        Debug.Assert(Length >= 64 && (uint)block < (uint)Length, "a block within a buffer of a block or more");
        int at = Math.Min(block, Length - 64);

        // Safe because: 64 octets from here end at or before the end of the buffer.
        TMasks.Fields(in Unsafe.Add(ref _first, (nint)(uint)at), out ulong tokens, out ulong controls);
        notToken = tokens >> (block - at);
        control = controls >> (block - at);
    }

    /// <summary>Mask of the block at a multiple of 64 below <see cref="Length"/>, for a buffer of at least 64 octets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong UncheckedTarget<TMasks>(int block)
        where TMasks : struct, IBlockMasks
    {
        Debug.Assert(Length >= 64 && (uint)block < (uint)Length, "a block within a buffer of a block or more");
        int at = Math.Min(block, Length - 64);

        // Safe because: 64 octets from here end at or before the end of the buffer.
        return TMasks.Target(in Unsafe.Add(ref _first, (nint)(uint)at)) >> (block - at);
    }

    /// <summary>The offset of the first octet at or after <paramref name="start"/> that cannot stand in a request-target; Length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TargetEnd<TMasks>(int start)
        where TMasks : struct, IBlockMasks
    {
        if (Length < 64)
        {
            return TargetEndOfShort(start);
        }

        int block = start & ~63;
        ulong mask = block < Length ? UncheckedTarget<TMasks>(block) >> (start - block) << (start - block) : 0;
        while (mask == 0)
        {
            block += 64;
            if (block >= Length)
            {
                return Length;
            }

            mask = UncheckedTarget<TMasks>(block);
        }

        return block + BitOperations.TrailingZeroCount(mask);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TargetEndOfShort(int start)
    {
        int offset = start;
        while (offset < Length && ByteClasses.IsTarget(UncheckedAt(offset)))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Masks of a buffer shorter than 64 octets: its own path, since a block does not fit in it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void FieldsOfShort(out ulong notToken, out ulong control)
    {
        notToken = 0;
        control = 0;
        for (int i = 0; i < Length; i++)
        {
            ulong classes = ByteClasses.Table[UncheckedAt(i)];
            notToken |= (classes >> 7) << i;
            control |= ((classes >> 6) & 1) << i;
        }
    }
}
