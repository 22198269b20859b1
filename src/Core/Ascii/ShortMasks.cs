using System.Runtime.CompilerServices;

namespace HiPerf.Ascii;

/// <summary>The masks of a buffer shorter than 64 octets: its own path, since a block does not fit in it.</summary>
/// <remarks>A value in two registers, so that the walk keeps its own masks out of memory.</remarks>
internal readonly struct ShortMasks
{
    private ShortMasks(ulong notToken, ulong control)
    {
        NotToken = notToken;
        Control = control;
    }

    /// <summary>Set where an octet is no tchar.</summary>
    public ulong NotToken { get; }

    /// <summary>Set where an octet is a control other than HTAB.</summary>
    public ulong Control { get; }

    /// <summary>Classifies a whole buffer of at most 63 octets.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ShortMasks Of(ReadOnlySpan<byte> buffer)
    {
        ulong notToken = 0;
        ulong control = 0;
        for (int i = 0; i < buffer.Length; i++)
        {
            ulong classes = ByteClasses.Table[buffer[i]];
            notToken |= (classes >> 7) << i;
            control |= ((classes >> 6) & 1) << i;
        }

        return new ShortMasks(notToken, control);
    }
}
