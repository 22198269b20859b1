using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HiPerf.Http;

namespace HiPerf.Ascii;

/// <summary>Finds registered field names of up to 32 octets with one 256-bit register and no branch: the twin of <see cref="FieldNames.Find"/>.</summary>
/// <remarks>
/// Setting bit 5 of every octet folds the case of letters, and of the other tchars only "^" and "~" meet, which no registered name holds; so for
/// a name that is known to be of tchars, equal rows are equal names, lengths included. The tables come from the generator.
/// </remarks>
internal static class WideNames
{
    /// <summary>Octets that must be readable from a name's first on, and the most a name may have.</summary>
    public const int RowLength = 32;

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    // 32 octets from here keep none of a row; from RowLength - n on, the first n.
    private static ReadOnlySpan<byte> Keep =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Finds a name of tchars.</summary>
    /// <param name="first">The buffer.</param>
    /// <param name="start">Offset of the name; 32 octets from there lie within the buffer.</param>
    /// <param name="length">Octets of the name, 1 to 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldName UncheckedFind(ref readonly byte first, int start, int length)
    {
        // Safe because: the caller vouches for the 32 octets; Keep holds 64 and is read from 0 to 31 on; a slot has WideShift fewer than 64 bits,
        // as many as WideSlots has entries, and every slot's number has a row.
        Vector256<byte> name = Vector256.LoadUnsafe(in first, (nuint)(uint)start);
        name = (name | Vector256.Create((byte)0x20)) & Vector256.LoadUnsafe(ref Unsafe.Subtract(ref Unsafe.Add(ref MemoryMarshal.GetReference(Keep), RowLength), (nint)(uint)length));
        Vector256<int> products = Avx2.MultiplyAddAdjacent(name.AsInt16(), Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(FieldNames.WideWeights)));
        Vector128<int> halves = products.GetLower() + products.GetUpper();
        ulong sum = (halves + Vector128.Shuffle(halves, Vector128.Create(2, 3, 0, 1))).AsUInt64().ToScalar();
        nuint slot = (nuint)((sum * FieldNames.WideMultiplier) >> FieldNames.WideShift);
        nuint number = Unsafe.Add(ref MemoryMarshal.GetReference(FieldNames.WideSlots), slot);
        Vector256<byte> row = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(FieldNames.WideRows), number * RowLength);
        return (FieldName)(int)(row == name ? number : 0);
    }
}
