using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Decides the framing that nearly every message has, or nothing: Host a plain name, Connection one of two words, Content-Length once and of digits alone.</summary>
/// <remarks>Only says yes: whatever it does not know, valid or not, is for <see cref="FramingPass"/> to read from the first marked row on. Nothing is called from the
/// loop, so that what it gathers stays in registers.</remarks>
internal static class RegularFraming
{
    // As many digits never overflow.
    private const int MaxDigits = 18;

    private static ReadOnlySpan<byte> KeepAlive => "keep-alive"u8;

    private static ReadOnlySpan<byte> Close => "close"u8;

    /// <summary>Reads the marked rows.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">Its rows.</param>
    /// <param name="marked">Those to look at, as <see cref="FieldMarks"/>.</param>
    /// <param name="requireHost">Whether a Host must be there, once; else none is looked at.</param>
    /// <param name="length">The declared Content-Length, −1 when there is none.</param>
    /// <param name="options">What Connection said.</param>
    /// <returns>Whether all of them were regular.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, ulong marked, bool requireHost, out long length, out ConnectionOptions options)
    {
        length = -1;
        options = ConnectionOptions.None;
        bool wantsHost = requireHost;
        while (marked != 0)
        {
            int index = BitOperations.TrailingZeroCount(marked);
            if (index >= Math.Min(fields.Length, FieldMarks.Last))
            {
                return false;
            }

            ref readonly FieldLine field = ref fields[index];
            if (field.Name == FieldName.Host)
            {
                if (requireHost)
                {
                    if (!wantsHost || !WideHosts.IsPlain(buffer, field.ValueStart, field.ValueLength))
                    {
                        return false;
                    }

                    wantsHost = false;
                }
            }
            else if (field.Name == FieldName.Connection)
            {
                ConnectionOptions option = OnlyOption(field.ValueIn(buffer));
                if (option == ConnectionOptions.None)
                {
                    return false;
                }

                options |= option;
            }
            else if (field.Name == FieldName.ContentLength)
            {
                if (length >= 0 || !TryReadDigits(field.ValueIn(buffer), out length))
                {
                    return false;
                }
            }
            else if (field.Name is FieldName.Unknown or FieldName.TransferEncoding or FieldName.Expect or FieldName.Upgrade)
            {
                return false;
            }

            marked &= marked - 1;
        }

        return !wantsHost;
    }

    // Bit 5 tells the cases of a letter apart, and no other octet meets a letter by it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ConnectionOptions OnlyOption(ReadOnlySpan<byte> value)
    {
        if (value.Length == KeepAlive.Length)
        {
            return (BinaryPrimitives.ReadUInt64LittleEndian(value) | 0x2020_2000_2020_2020) == BinaryPrimitives.ReadUInt64LittleEndian(KeepAlive)
                && (BinaryPrimitives.ReadUInt16LittleEndian(value[8..]) | 0x2020) == BinaryPrimitives.ReadUInt16LittleEndian(KeepAlive[8..])
                ? ConnectionOptions.KeepAlive
                : ConnectionOptions.None;
        }

        return value.Length == Close.Length
            && (BinaryPrimitives.ReadUInt32LittleEndian(value) | 0x2020_2020) == BinaryPrimitives.ReadUInt32LittleEndian(Close)
            && (value[4] | 0x20) == Close[4]
            ? ConnectionOptions.Close
            : ConnectionOptions.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadDigits(ReadOnlySpan<byte> value, out long number)
    {
        number = 0;
        if (value.Length is 0 or > MaxDigits)
        {
            return false;
        }

        foreach (byte octet in value)
        {
            int digit = octet - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return true;
    }
}
