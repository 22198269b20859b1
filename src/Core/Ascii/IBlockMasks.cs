namespace HiPerf.Ascii;

/// <summary>Turns 64 octets into bit masks, one bit an octet: the only thing that differs between the vector paths.</summary>
/// <remarks>
/// The walk over the masks is written once, as generic code over a struct that implements this, so the compiler makes one
/// straight-line copy per instruction set. Bit n stands for octet n.
/// </remarks>
internal interface IBlockMasks
{
    /// <summary>Classifies the 64 octets at <paramref name="block"/> for a field section.</summary>
    /// <param name="block">The first of 64 readable octets.</param>
    /// <param name="notToken">Set where an octet is no tchar.</param>
    /// <param name="control">Set where an octet is a control other than HTAB.</param>
    static abstract void Fields(ref readonly byte block, out ulong notToken, out ulong control);

    /// <summary>Classifies the 64 octets at <paramref name="block"/> for a request-target: set where an octet cannot stand in one.</summary>
    /// <param name="block">The first of 64 readable octets.</param>
    static abstract ulong Target(ref readonly byte block);
}
