using System.Runtime.CompilerServices;

namespace HiPerf.Ascii;

/// <summary>No vectors at all: the twin that every other path is compared with, and the path of machines without any.</summary>
internal readonly struct ScalarMasks : IBlockMasks
{
    /// <inheritdoc/>
    public static void Fields(ref readonly byte block, out ulong notToken, out ulong control)
    {
        notToken = 0;
        control = 0;
        for (int i = 0; i < 64; i++)
        {
            // Safe because: the caller of IBlockMasks vouches for 64 readable octets.
            ulong classes = ByteClasses.Table[Unsafe.Add(ref Unsafe.AsRef(in block), i)];
            notToken |= (classes >> 7) << i;
            control |= ((classes >> 6) & 1) << i;
        }
    }

    /// <inheritdoc/>
    public static ulong Target(ref readonly byte block)
    {
        ulong notTarget = 0;
        for (int i = 0; i < 64; i++)
        {
            // Safe because: the caller of IBlockMasks vouches for 64 readable octets.
            ulong classes = ByteClasses.Table[Unsafe.Add(ref Unsafe.AsRef(in block), i)];
            notTarget |= ((classes >> 5) & 1) << i;
        }

        return notTarget;
    }
}
