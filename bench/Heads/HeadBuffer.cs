using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HiPerf.Bench.Heads;

/// <summary>Octets in the forms the contestants want them, made before the clock runs; pinned, so that a pointer stays true.</summary>
internal sealed unsafe class HeadBuffer
{
    /// <summary>Copies the octets into pinned memory.</summary>
    /// <param name="octets">One head, or several one after another.</param>
    /// <param name="split">Where the first of two parts ends; 0 when they arrive at once.</param>
    public HeadBuffer(ReadOnlySpan<byte> octets, int split = 0)
    {
        Octets = GC.AllocateUninitializedArray<byte>(octets.Length, pinned: true);
        octets.CopyTo(Octets);
        Pointer = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Octets));
        Sequence = new ReadOnlySequence<byte>(Octets);
        FirstPart = Sequence.Slice(0, split);
        Split = split;
    }

    public readonly byte[] Octets;
    public readonly byte* Pointer;
    public readonly ReadOnlySequence<byte> Sequence;
    public readonly ReadOnlySequence<byte> FirstPart;
    public readonly int Split;
}
