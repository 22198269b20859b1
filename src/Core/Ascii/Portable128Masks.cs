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
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets, which the four quarters are.
        Quarter(Vector128.LoadUnsafe(in block), out uint notToken0, out uint control0);
        Quarter(Vector128.LoadUnsafe(in block, 16), out uint notToken1, out uint control1);
        Quarter(Vector128.LoadUnsafe(in block, 32), out uint notToken2, out uint control2);
        Quarter(Vector128.LoadUnsafe(in block, 48), out uint notToken3, out uint control3);
        notToken = Joined(notToken0, notToken1, notToken2, notToken3);
        control = Joined(control0, control1, control2, control3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Target(ref readonly byte block)
    {
        // Safe because: the caller of IBlockMasks vouches for 64 readable octets, which the four quarters are.
        return Joined(
            Outside(Vector128.LoadUnsafe(in block), ByteClasses.TargetLow),
            Outside(Vector128.LoadUnsafe(in block, 16), ByteClasses.TargetLow),
            Outside(Vector128.LoadUnsafe(in block, 32), ByteClasses.TargetLow),
            Outside(Vector128.LoadUnsafe(in block, 48), ByteClasses.TargetLow));
    }

    private static ulong Joined(uint first, uint second, uint third, uint fourth) => first | (second << 16) | ((ulong)(third | (fourth << 16)) << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarter(Vector128<byte> octets, out uint notToken, out uint control)
    {
        notToken = Outside(octets, ByteClasses.TokenLow);
        Vector128<byte> low = Vector128.Equals(Vector128.Min(octets, Vector128.Create((byte)0x1F)), octets);
        Vector128<byte> delete = Vector128.Equals(octets, Vector128.Create((byte)0x7F));
        Vector128<byte> tab = Vector128.Equals(octets, Vector128.Create((byte)'\t'));
        control = Vector128.AndNot(low | delete, tab).ExtractMostSignificantBits();
    }

    // Set where an octet is not of the class whose rows these are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Outside(Vector128<byte> octets, ReadOnlySpan<byte> rows)
    {
        // Safe because: each table holds exactly the sixteen octets that are read; both indices are kept below sixteen.
        Vector128<byte> low = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(rows));
        Vector128<byte> high = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(ByteClasses.High));
        Vector128<byte> nibble = Vector128.Create((byte)0x0F);
        Vector128<byte> inside = Vector128.ShuffleNative(low, octets & nibble) & Vector128.ShuffleNative(high, (octets.AsUInt16() >> 4).AsByte() & nibble);
        return Vector128.Equals(inside, Vector128<byte>.Zero).ExtractMostSignificantBits();
    }
}
