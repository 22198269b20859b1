using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HiPerf.Ascii;

/// <summary>Walks the rows of a caller's table by reference: two registers where an index, a reference and a length would take three.</summary>
internal static class Rows
{
    /// <summary>The row at an index from 0 to the length, where the end stands.</summary>
    // Safe because: callers count rows of this table; the end is compared with, never read or written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(Span<T> rows, int index) => ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)(uint)index);

    /// <summary>The row behind another.</summary>
    // Safe because: it is written only after Before has told that it lies within the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Next<T>(ref T row) => ref Unsafe.Add(ref row, 1);

    /// <summary>Whether a row stands before another of the same table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Before<T>(ref T row, ref T other) => Unsafe.IsAddressLessThan(ref row, ref other);

    /// <summary>The index of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf<T>(Span<T> rows, ref T row) => (int)((nuint)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(rows), ref row) / (uint)Unsafe.SizeOf<T>());
}
