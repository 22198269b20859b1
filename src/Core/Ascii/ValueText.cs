using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HiPerf.Ascii;

/// <summary>Copies the text of a field and looks at every octet on its way: what is stored is what was looked at.</summary>
/// <remarks>
/// <code>
/// text = *( HTAB / SP / VCHAR / obs-text )    RFC 9110 section 5.5
/// </code>
/// White space at the ends is the caller's matter. A character above 0xFF has no octet: it is refused, never narrowed.
/// The blocks only tell whether all is SP or VCHAR, as nearly all text is; whatever else there is, is looked at one by one.
/// The last block overlaps the one before it, so that there is no tail loop.
/// </remarks>
internal static class ValueText
{
    // SP and VCHAR, counted from SP.
    private const byte Plain = '~' - ' ';

    /// <summary>Whether all octets may stand in a field value.</summary>
    public static bool IsClean(ReadOnlySpan<byte> text)
    {
        foreach (byte octet in text)
        {
            if (ByteClasses.IsControl(octet))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all characters stand for octets that may stand in a field value.</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (character > 0xFF || ByteClasses.IsControl((byte)character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Copies the text.</summary>
    /// <param name="text">What to copy.</param>
    /// <param name="destination">At least as long; it holds anything after a refusal.</param>
    /// <returns>Whether all octets may stand in a field value.</returns>
    public static bool TryCopy(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        destination = destination[..text.Length];
        return CopyIfPlain(text, destination) || IsClean(destination);
    }

    /// <summary>Copies the text, one octet a character.</summary>
    /// <param name="text">What to copy.</param>
    /// <param name="destination">At least as many octets; it holds anything after a refusal.</param>
    /// <returns>Whether all characters stand for octets that may stand in a field value.</returns>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> destination)
    {
        destination = destination[..text.Length];
        if (text.Length < Vector128<ushort>.Count)
        {
            for (int i = 0; i < text.Length; i++)
            {
                destination[i] = (byte)text[i];
            }

            return IsClean(text);
        }

        // Safe because: `last` is where the last block of both spans begins, and no block begins behind it.
        ref ushort from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte to = ref MemoryMarshal.GetReference(destination);
        nuint last = (nuint)text.Length - (nuint)Vector128<ushort>.Count;
        Vector128<ushort> most = default;
        for (nuint at = 0; at < last; at += (nuint)Vector128<ushort>.Count)
        {
            most = Vector128.Max(most, NarrowBlock(ref from, ref to, at));
        }

        most = Vector128.Max(most, NarrowBlock(ref from, ref to, last));
        return Vector128.LessThanOrEqualAll(most, Vector128.Create((ushort)Plain)) || IsClean(text);
    }

    // Copies all of it in any case; both spans are equally long.
    private static bool CopyIfPlain(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        ref byte from = ref MemoryMarshal.GetReference(text);
        ref byte to = ref MemoryMarshal.GetReference(destination);
        if (text.Length < Vector128<byte>.Count)
        {
            return text.Length >= sizeof(ulong) ? CopyEnds<ulong>(ref from, ref to, text.Length)
                : text.Length >= sizeof(uint) ? CopyEnds<uint>(ref from, ref to, text.Length)
                : CopyOctets(text, destination);
        }

        // Safe because: `last` is where the last block of both spans begins, and no block begins behind it.
        nuint last = (nuint)text.Length - (nuint)Vector128<byte>.Count;
        Vector128<byte> most = default;
        for (nuint at = 0; at < last; at += (nuint)Vector128<byte>.Count)
        {
            most = Vector128.Max(most, CopyBlock(ref from, ref to, at));
        }

        return IsPlain(Vector128.Max(most, CopyBlock(ref from, ref to, last)));
    }

    private static bool CopyOctets(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        bool plain = true;
        for (int i = 0; i < text.Length; i++)
        {
            destination[i] = text[i];
            plain &= (byte)(text[i] - ' ') <= Plain;
        }

        return plain;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CopyEnds<TWord>(ref byte from, ref byte to, int length)
        where TWord : unmanaged
    {
        // Safe because: the caller vouches that both spans have `length` octets, at least one word and at most two.
        nuint last = (nuint)length - (nuint)Unsafe.SizeOf<TWord>();
        TWord low = Unsafe.ReadUnaligned<TWord>(ref from);
        TWord high = Unsafe.ReadUnaligned<TWord>(ref Unsafe.Add(ref from, last));
        Unsafe.WriteUnaligned(ref to, low);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), high);
        return IsPlain(Vector128.Max(FromSpace(Vector128.Create(low).AsByte()), FromSpace(Vector128.Create(high).AsByte())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> CopyBlock(ref byte from, ref byte to, nuint at)
    {
        // Safe because: the caller vouches that sixteen octets from the offset lie within both spans.
        Vector128<byte> block = Vector128.LoadUnsafe(ref from, at);
        block.StoreUnsafe(ref to, at);
        return FromSpace(block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> NarrowBlock(ref ushort from, ref byte to, nuint at)
    {
        // Safe because: the caller vouches that eight characters and eight octets from the offset lie within the spans.
        Vector128<ushort> block = Vector128.LoadUnsafe(ref from, at);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, at), Vector128.Narrow(block, block).AsUInt64().ToScalar());
        return block - Vector128.Create((ushort)' ');
    }

    private static Vector128<byte> FromSpace(Vector128<byte> octets) => octets - Vector128.Create((byte)' ');

    private static bool IsPlain(Vector128<byte> most) => Vector128.LessThanOrEqualAll(most, Vector128.Create(Plain));
}
