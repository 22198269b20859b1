using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HiPerf.Ascii;

/// <summary>Knows the Host that nearly every request has: letters, digits, hyphens and dots, alone or with a port of up to four digits.</summary>
/// <remarks>Only says yes: any other value, valid or not, is for <see cref="Http1.Authority"/> to read.</remarks>
internal static class WideHosts
{
    /// <summary>Octets that must be readable from the value's first on, and the most it may have.</summary>
    public const int RowLength = 32;

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Whether a value is of that kind, and this machine can tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain(ReadOnlySpan<byte> buffer, int start, int length) =>
        IsSupported && (uint)(length - 1) < RowLength && (uint)start <= (long)buffer.Length - RowLength && UncheckedIsPlain(in Octets.First(buffer), start, length);

    /// <summary>Whether a value is of that kind.</summary>
    /// <param name="first">The buffer.</param>
    /// <param name="start">Offset of the value; 32 octets from there lie within the buffer.</param>
    /// <param name="length">Octets of the value, 1 to 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool UncheckedIsPlain(ref readonly byte first, int start, int length)
    {
        // Safe because: the caller vouches for the 32 octets.
        Vector256<byte> octets = Vector256.LoadUnsafe(in first, (nuint)(uint)start);
        Vector256<byte> digits = AtMost(octets - Vector256.Create((byte)'0'), 9);
        Vector256<byte> letters = AtMost((octets | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), 25);
        Vector256<byte> marks = AtMost(octets - Vector256.Create((byte)'-'), 1);
        ulong own = (1UL << length) - 1;
        ulong number = digits.ExtractMostSignificantBits() & own;
        ulong name = (digits | letters | marks).ExtractMostSignificantBits() & own;
        if (name == own)
        {
            return true;
        }

        // The one octet that may be something else is the colon, with nothing but digits behind it.
        int colon = BitOperations.TrailingZeroCount(~name);
        ulong port = own & (ulong.MaxValue << colon << 1);
        return Octets.UncheckedAt(in first, start + colon) == (byte)':' && colon > 0 && length - colon <= 5 && (number & port) == port;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AtMost(Vector256<byte> octets, byte most) => Vector256.Equals(Vector256.Min(octets, Vector256.Create(most)), octets);
}
