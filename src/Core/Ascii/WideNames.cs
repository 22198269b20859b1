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
    /// <summary>The most octets a name may have.</summary>
    public const int RowLength = 32;

    // Near the buffer's end, names of as many octets are still in reach.
    private const int ShortLength = 16;

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported && Aes.IsSupported;

    // 32 octets from RowLength - n on keep the first n of a row.
    private static ReadOnlySpan<byte> Keep =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    // 16 octets from n on move the octets of a register down by n and fill up with zeros.
    private static ReadOnlySpan<byte> Down =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    ];

    /// <summary>Finds a name of tchars wherever it stands, on any machine.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name does not lie within the buffer.</exception>
    public static FieldName Find(ReadOnlySpan<byte> buffer, int start, int length)
    {
        ReadOnlySpan<byte> name = buffer.Slice(start, length);
        return IsSupported && length > 0 && Reaches(buffer.Length, start, length)
            ? UncheckedFind(in Octets.First(buffer), buffer.Length, start, length)
            : FieldNames.Find(name);
    }

    /// <summary>Whether <see cref="UncheckedFind"/> can look a name up without reading behind the buffer.</summary>
    /// <param name="bufferLength">Octets of the buffer.</param>
    /// <param name="start">Offset of the name, which lies within the buffer.</param>
    /// <param name="length">Octets of the name, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Reaches(int bufferLength, int start, int length) =>
        start <= bufferLength - RowLength ? length <= RowLength : length <= ShortLength && bufferLength >= ShortLength;

    /// <summary>Finds a name of tchars.</summary>
    /// <param name="first">The buffer.</param>
    /// <param name="bufferLength">Octets of the buffer.</param>
    /// <param name="start">Offset of the name.</param>
    /// <param name="length">Octets of the name; <see cref="Reaches"/> has said yes to it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldName UncheckedFind(ref readonly byte first, int bufferLength, int start, int length)
    {
        // Safe because: either 32 octets from the name's first on lie within the buffer, or the last 16 of the buffer do and hold the name.
        Vector256<byte> name = start <= bufferLength - RowLength
            ? Vector256.LoadUnsafe(in first, (nuint)(uint)start)
            : LoadShort(in first, bufferLength, start);

        // Safe because: Keep holds 64 octets and is read from 0 to 31 on, for a length of 32 to 1; WideSlots has an entry for every
        // number of so many bits, and every slot's number has a row.
        name = (name | Vector256.Create((byte)0x20)) & Vector256.LoadUnsafe(ref Unsafe.Subtract(ref Unsafe.Add(ref MemoryMarshal.GetReference(Keep), RowLength), (nint)(uint)length));
        Vector128<byte> mixed = Aes.Encrypt(name.GetLower(), Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(FieldNames.WideKey)));
        mixed = Aes.Encrypt(mixed, name.GetUpper());
        mixed = Aes.Encrypt(mixed, mixed);
        nuint slot = mixed.AsUInt32().ToScalar() & FieldNames.WideSlotMask;
        nuint number = Unsafe.Add(ref MemoryMarshal.GetReference(FieldNames.WideSlots), slot);
        Vector256<byte> row = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(FieldNames.WideRows), number * RowLength);
        return (FieldName)(int)(row == name ? number : 0);
    }

    // Safe because: 16 octets end at or before the buffer's end, and Down holds 32 octets and is read from 0 to 15 on: a name stands before the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LoadShort(ref readonly byte first, int bufferLength, int start)
    {
        int at = Math.Min(start, bufferLength - ShortLength);
        Vector128<byte> octets = Vector128.LoadUnsafe(in first, (nuint)(uint)at);
        return Ssse3.Shuffle(octets, Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Down), (nuint)(uint)(start - at))).ToVector256();
    }
}
