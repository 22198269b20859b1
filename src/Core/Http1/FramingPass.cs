using System.Numerics;
using System.Runtime.CompilerServices;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>The one pass over the marked rows of a field table: reads the fields that frame the message or speak of its connection.</summary>
internal ref struct FramingPass
{
    private readonly HttpVersion _version;
    private readonly Http1Leniency _leniency;
    private readonly bool _readsFraming;
    private readonly bool _readsHost;
    private Deviations _deviations;
    private int _firstDeviation;

    public FramingPass(HttpVersion version, Http1Leniency leniency, bool readsFraming, bool readsHost)
    {
        _version = version;
        _leniency = leniency;
        _readsFraming = readsFraming;
        _readsHost = readsHost;
        Length = -1;
        HostIndex = -1;
        _firstDeviation = -1;
    }

    public ParseError Error { get; private set; }

    public int Position { get; private set; }

    /// <summary>The declared Content-Length, −1 when there is none.</summary>
    public long Length { get; private set; }

    public bool IsChunked { get; private set; }

    /// <summary>Index of the Host field line, −1 when there is none or Host is not asked for.</summary>
    public int HostIndex { get; private set; }

    public ConnectionOptions Options { get; private set; }

    /// <summary>Reads the marked rows in order, identifies those that are not, and stops at the first refusal, which <see cref="Error"/> and <see cref="Position"/> then tell.</summary>
    public bool Read(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ulong marked)
    {
        for (; marked != 0; marked &= marked - 1)
        {
            int index = BitOperations.TrailingZeroCount(marked);
            int end = index == FieldMarks.Last ? fields.Length : Math.Min(index + 1, fields.Length);
            for (; index < end; index++)
            {
                if (!ReadField(buffer, ref fields[index], index))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool ReadField(ReadOnlySpan<byte> buffer, ref FieldLine field, int index)
    {
        if (field.Name == FieldName.Unknown)
        {
            field.Name = WideNames.Find(buffer, field.NameStart, field.NameLength);
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

    /// <summary>An answer, Done, with what this pass let pass: the first deviation is the leftmost of both.</summary>
    public readonly ParseResult AddDeviations(ParseResult parsed) => _deviations == Deviations.None ? parsed : ParseResult.Done(
        parsed.Consumed, parsed.Deviations | _deviations, parsed.Deviations == Deviations.None ? _firstDeviation : Math.Min(parsed.Position, _firstDeviation));

    private void Deviate(Deviations deviation, int position)
    {
        if (_deviations == Deviations.None)
        {
            _firstDeviation = position;
        }

        _deviations |= deviation;
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
