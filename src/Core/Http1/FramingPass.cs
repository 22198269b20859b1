using System.Runtime.CompilerServices;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>The one pass over a field table: identifies every field and reads those that frame the message or speak of its connection.</summary>
internal ref struct FramingPass
{
    // The names this pass reads, one bit a name modulo 64: a few rare names share a bit, and are then found to be of no consequence.
    internal const ulong Matters = (1UL << ((int)FieldName.Host & 63)) | (1UL << ((int)FieldName.ContentLength & 63)) | (1UL << ((int)FieldName.TransferEncoding & 63))
        | (1UL << ((int)FieldName.Connection & 63)) | (1UL << ((int)FieldName.Expect & 63)) | (1UL << ((int)FieldName.Upgrade & 63));

    private readonly HttpVersion _version;
    private readonly Http1Leniency _leniency;
    private readonly bool _readsFraming;
    private readonly bool _readsHost;

    public FramingPass(HttpVersion version, Http1Leniency leniency, bool readsFraming, bool readsHost)
    {
        _version = version;
        _leniency = leniency;
        _readsFraming = readsFraming;
        _readsHost = readsHost;
        Length = -1;
        HostIndex = -1;
        FirstDeviation = -1;
    }

    public ParseError Error { get; private set; }

    public int Position { get; private set; }

    /// <summary>The declared Content-Length, −1 when there is none.</summary>
    public long Length { get; private set; }

    public bool IsChunked { get; private set; }

    /// <summary>Index of the Host field line, −1 when there is none or Host is not asked for.</summary>
    public int HostIndex { get; private set; }

    public ConnectionOptions Options { get; private set; }

    public Deviations Deviations { get; private set; }

    public int FirstDeviation { get; private set; }

    /// <summary>RFC 9112 section 9.3: HTTP/1.1 lives on unless told otherwise, HTTP/1.0 ends unless told otherwise.</summary>
    public readonly bool KeepsAlive => (Options & ConnectionOptions.Close) == ConnectionOptions.None
        && (_version != HttpVersion.Http10 || (Options & ConnectionOptions.KeepAlive) != ConnectionOptions.None);

    /// <summary>Reads the table in order and stops at the first refusal, which <see cref="Error"/> and <see cref="Position"/> then tell.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Read(ReadOnlySpan<byte> buffer, Span<FieldLine> fields)
    {
        ref readonly byte first = ref Octets.First(buffer);
        ref FieldLine end = ref Rows.At(fields, fields.Length);
        for (ref FieldLine field = ref Rows.At(fields, 0); Rows.Before(ref field, ref end); field = ref Rows.Next(ref field))
        {
            int start = field.NameStart;
            int length = field.NameLength;
            FieldName name = WideNames.IsSupported && length <= WideNames.RowLength && start <= buffer.Length - WideNames.RowLength
                ? WideNames.UncheckedFind(in first, start, length)
                : FindNarrow(buffer, in field);
            field.Name = name;
            if (((Matters >> (int)name) & 1) != 0 && !ReadField(buffer, ref field, Rows.IndexOf(fields, ref field)))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadMarked(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ulong marked)
    {
        ref readonly byte first = ref Octets.First(buffer);
        while (marked != 0)
        {
            int index = System.Numerics.BitOperations.TrailingZeroCount(marked);
            marked &= marked - 1;
            ref FieldLine field = ref fields[index];
            if (field.Name == FieldName.Host && HostIndex < 0 && _readsHost && WideHosts.IsSupported
                && (uint)(field.ValueLength - 1) < WideHosts.RowLength && field.ValueStart <= buffer.Length - WideHosts.RowLength
                && WideHosts.UncheckedIsPlain(in first, field.ValueStart, field.ValueLength))
            {
                HostIndex = index;
                continue;
            }

            if (!ReadField(buffer, ref field, index))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FieldName FindNarrow(ReadOnlySpan<byte> buffer, in FieldLine field) => FieldNames.Find(field.NameIn(buffer));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadField(ReadOnlySpan<byte> buffer, ref FieldLine field, int index)
    {
        if (field.Name == FieldName.Unknown)
        {
            field.Name = FieldNames.Find(field.NameIn(buffer));
        }

        if (field.Name == FieldName.Connection && field.ValueLength == 10)
        {
            ref readonly byte first = ref Octets.First(buffer);
            if ((Octets.UncheckedUInt64(in first, field.ValueStart) | 0x2020_2020_2020_2020) == 0x696C_612D_7065_656B && (Octets.UncheckedAt(in first, field.ValueStart + 8) | 0x20) == 'v' && (Octets.UncheckedAt(in first, field.ValueStart + 9) | 0x20) == 'e')
            {
                Options |= ConnectionOptions.KeepAlive;
                return true;
            }
        }

        return field.Name switch
    {
        FieldName.Host => !_readsHost || ReadHost(buffer, in field, index),
        FieldName.ContentLength => !_readsFraming || ReadLength(buffer, in field),
        FieldName.TransferEncoding => !_readsFraming || ReadTransferEncoding(buffer, in field),
        FieldName.Connection => ReadConnection(field.ValueIn(buffer)),
        FieldName.Expect => ReadExpect(field.ValueIn(buffer)),
        FieldName.Upgrade => ReadUpgrade(),
        _ => true,
    };
    }

    private bool ReadHost(ReadOnlySpan<byte> buffer, in FieldLine field, int index)
    {
        if (HostIndex >= 0)
        {
            return Refuse(ParseError.RepeatedHost, NameEnd(in field));
        }

        HostIndex = index;
        if (WideHosts.IsSupported && (uint)(field.ValueLength - 1) < WideHosts.RowLength && field.ValueStart <= buffer.Length - WideHosts.RowLength
            && WideHosts.UncheckedIsPlain(in Octets.First(buffer), field.ValueStart, field.ValueLength))
        {
            return true;
        }

        int invalid = Authority.FindInvalid(field.ValueIn(buffer));
        return invalid < 0 || Refuse(ParseError.BadHost, field.ValueStart + invalid);
    }

    private bool ReadLength(ReadOnlySpan<byte> buffer, in FieldLine field)
    {
        if (IsChunked)
        {
            return Refuse(ParseError.LengthWithTransferEncoding, NameEnd(in field));
        }

        bool lenient = (_leniency & Http1Leniency.RepeatedContentLength) != Http1Leniency.None;
        if (Length >= 0 && !lenient)
        {
            return Refuse(ParseError.RepeatedContentLength, NameEnd(in field));
        }

        ReadOnlySpan<byte> value = field.ValueIn(buffer);
        int at = 0;
        while (true)
        {
            int start = at;
            if (!ReadDigits(value, ref at, out long length))
            {
                return Refuse(ParseError.BadContentLength, field.ValueStart + at);
            }

            if (Length >= 0)
            {
                if (length != Length)
                {
                    return Refuse(ParseError.RepeatedContentLength, field.ValueStart + at);
                }

                Deviate(Deviations.RepeatedContentLength, field.ValueStart + start);
            }

            Length = length;
            if (at == value.Length)
            {
                return true;
            }

            SkipSpace(value, ref at);
            if (value[at] != (byte)',')
            {
                return Refuse(ParseError.BadContentLength, field.ValueStart + at);
            }

            if (!lenient)
            {
                return Refuse(ParseError.RepeatedContentLength, field.ValueStart + at);
            }

            at++;
            SkipSpace(value, ref at);
        }
    }

    // 1*DIGIT of at most 19 digits; at ends behind the digits, or at what is wrong.
    private static bool ReadDigits(ReadOnlySpan<byte> value, ref int at, out long number)
    {
        number = 0;
        int start = at;
        for (; at < value.Length; at++)
        {
            int digit = value[at] - '0';
            if ((uint)digit > 9)
            {
                break;
            }

            // 922337203685477580 * 10 + 7 is 2^63-1.
            if (at - start == 19 || number > long.MaxValue / 10 || (number == long.MaxValue / 10 && digit > 7))
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return at > start;
    }

    private bool ReadTransferEncoding(ReadOnlySpan<byte> buffer, in FieldLine field)
    {
        if (_version == HttpVersion.Http10)
        {
            return Refuse(ParseError.TransferEncodingInHttp10, NameEnd(in field));
        }

        if (Length >= 0)
        {
            return Refuse(ParseError.LengthWithTransferEncoding, NameEnd(in field));
        }

        if (IsChunked)
        {
            return Refuse(ParseError.BadTransferEncoding, NameEnd(in field));
        }

        IsChunked = true;
        ReadOnlySpan<byte> value = field.ValueIn(buffer);
        return System.Text.Ascii.EqualsIgnoreCase(value, "chunked"u8) || RefuseCoding(value, field.ValueStart);
    }

    // A well-formed coding that is not chunked is one we lack (501); anything else is broken (400).
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RefuseCoding(ReadOnlySpan<byte> value, int start)
    {
        int end = 0;
        while (end < value.Length && ByteClasses.IsToken(value[end]))
        {
            end++;
        }

        int at = end;
        SkipSpace(value, ref at);
        bool known = System.Text.Ascii.EqualsIgnoreCase(value[..end], "chunked"u8);
        bool unsupported = end > 0 && !known && (at == value.Length || value[at] is (byte)',' or (byte)';');
        return Refuse(unsupported ? ParseError.UnsupportedTransferCoding : ParseError.BadTransferEncoding, start + at);
    }

    // Connection = #connection-option. What is no option is of no consequence, so nothing is refused here.
    // A value let pass folded keeps its line breaks, which count as white space (RFC 9112 section 5.2).
    private bool ReadConnection(ReadOnlySpan<byte> value)
    {
        // Nearly every Connection there is: one option.
        if (ConnectionOptionTable.Find(value) is var only and not ConnectionOption.Unknown)
        {
            Options |= Flag(only);
            return true;
        }

        while (true)
        {
            int comma = value.IndexOf((byte)',');
            ReadOnlySpan<byte> option = (comma < 0 ? value : value[..comma]).Trim(" \t\r\n"u8);
            if (!option.IsEmpty)
            {
                Options |= Flag(ConnectionOptionTable.Find(option));
            }

            if (comma < 0)
            {
                return true;
            }

            value = value[(comma + 1)..];
        }
    }

    private static ConnectionOptions Flag(ConnectionOption option) => option switch
    {
        ConnectionOption.Close => ConnectionOptions.Close,
        ConnectionOption.KeepAlive => ConnectionOptions.KeepAlive,
        ConnectionOption.Upgrade => ConnectionOptions.Upgrade,
        ConnectionOption.TE => ConnectionOptions.Te,
        _ => ConnectionOptions.Other,
    };

    private bool ReadExpect(ReadOnlySpan<byte> value)
    {
        if (_version != HttpVersion.Http10)
        {
            Options |= System.Text.Ascii.EqualsIgnoreCase(value, "100-continue"u8) ? ConnectionOptions.ExpectContinue : ConnectionOptions.ExpectOther;
        }

        return true;
    }

    private bool ReadUpgrade()
    {
        if (_version != HttpVersion.Http10)
        {
            Options |= ConnectionOptions.UpgradeField;
        }

        return true;
    }

    private void Deviate(Deviations deviation, int position)
    {
        if (Deviations == Deviations.None)
        {
            FirstDeviation = position;
        }

        Deviations |= deviation;
    }

    private bool Refuse(ParseError error, int position)
    {
        Error = error;
        Position = position;
        return false;
    }

    private static int NameEnd(in FieldLine field) => field.NameStart + field.NameLength;

    private static void SkipSpace(ReadOnlySpan<byte> value, ref int at)
    {
        while (at < value.Length && value[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }
    }
}
