using System.Runtime.CompilerServices;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Which rows of a field table framing has to look at, one bit a row; the last bit stands for its own row and all behind it.</summary>
/// <remarks>A marked row either bears a name that framing reads, or was not identified yet, or is marked for caution. A row without a mark is identified and of no
/// consequence. So a mark too many costs time, and never a different answer.</remarks>
internal static class FieldMarks
{
    /// <summary>The row whose bit also stands for the rows behind it.</summary>
    public const int Last = 63;

    /// <summary>Every row: what is known of a table whose names nobody has looked at.</summary>
    public const ulong All = ulong.MaxValue;

    // One bit a name modulo 64: a few rare names share a bit, and are then found to be of no consequence.
    private const ulong Read = (1UL << ((int)FieldName.Host & 63)) | (1UL << ((int)FieldName.ContentLength & 63)) | (1UL << ((int)FieldName.TransferEncoding & 63))
        | (1UL << ((int)FieldName.Connection & 63)) | (1UL << ((int)FieldName.Expect & 63)) | (1UL << ((int)FieldName.Upgrade & 63));

    /// <summary>Whether framing may read fields of a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Concern(FieldName name) => ((Read >> (int)name) & 1) != 0;

    /// <summary>The mark of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int index) => 1UL << Math.Min(index, Last);

    /// <summary>Identifies every row of a table and marks those that framing reads.</summary>
    public static ulong Identify(ReadOnlySpan<byte> buffer, Span<FieldLine> fields)
    {
        ulong marked = 0;
        for (int i = 0; i < fields.Length; i++)
        {
            ref FieldLine field = ref fields[i];
            field.Name = WideNames.Find(buffer, field.NameStart, field.NameLength);
            if (Concern(field.Name))
            {
                marked |= Of(i);
            }
        }

        return marked;
    }
}
