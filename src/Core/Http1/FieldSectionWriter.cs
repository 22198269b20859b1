using System.Buffers;
using System.Diagnostics;
using System.Text;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Writes lines and field lines, to a span or to a buffer writer, and commits them as a whole or not at all.</summary>
/// <remarks>RFC 9112 section 5: <c>field-line = field-name ":" OWS field-value OWS</c>, written with one space. What runs over a span is dropped and makes
/// <see cref="TryCommit"/> answer false; a buffer writer is asked for a longer buffer instead. A check that throws leaves nothing committed.</remarks>
internal ref struct FieldSectionWriter
{
    /// <summary>Longest name taken as characters: far above any registered one, and cheap on the stack.</summary>
    public const int MaxCharacterName = 256;

    private readonly IBufferWriter<byte>? _output;
    private Span<byte> _destination;
    private int _written;
    private bool _overflowed;

    public FieldSectionWriter(Span<byte> destination)
    {
        _destination = destination;
    }

    public FieldSectionWriter(IBufferWriter<byte> output, int sizeHint)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _destination = output.GetSpan(sizeHint);
    }

    /// <summary>Writes octets that are known to be right.</summary>
    public void UncheckedWrite(scoped ReadOnlySpan<byte> octets)
    {
        Span<byte> place = Reserve(octets.Length);
        if (!place.IsEmpty)
        {
            octets.CopyTo(place);
        }
    }

    public void UncheckedWrite(long number)
    {
        Span<byte> digits = stackalloc byte[19];
        bool fits = number.TryFormat(digits, out int length);
        Debug.Assert(fits, "2^63-1 has 19 digits");
        UncheckedWrite(digits[..length]);
    }

    public void UncheckedWriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        Span<byte> line = Reserve(name.Length + value.Length + 4);
        if (line.IsEmpty)
        {
            return;
        }

        name.CopyTo(line);
        line[name.Length] = (byte)':';
        line[name.Length + 1] = (byte)' ';
        value.CopyTo(line[(name.Length + 2)..]);
        line[^2] = (byte)'\r';
        line[^1] = (byte)'\n';
    }

    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        CheckValue(value);
        UncheckedWriteField(name, value);
    }

    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> value)
    {
        if (!FieldOctets.IsText(value) || (!value.IsEmpty && (value[0] is ' ' or '\t' || value[^1] is ' ' or '\t')))
        {
            WriterMisuse.BadValue();
        }

        Span<byte> line = Reserve(name.Length + value.Length + 4);
        if (line.IsEmpty)
        {
            return;
        }

        name.CopyTo(line);
        line[name.Length] = (byte)':';
        line[name.Length + 1] = (byte)' ';
        Encoding.Latin1.GetBytes(value, line[(name.Length + 2)..]);
        line[^2] = (byte)'\r';
        line[^1] = (byte)'\n';
    }

    /// <summary>Commits what was written; false, and nothing, when the span was too short.</summary>
    public readonly bool TryCommit(out int written)
    {
        written = _overflowed ? 0 : _written;
        if (!_overflowed)
        {
            _output?.Advance(_written);
        }

        return !_overflowed;
    }

    /// <summary>The name's octets, unless the writer keeps that field to itself.</summary>
    public static ReadOnlySpan<byte> CheckName(FieldName name)
    {
        if (name is FieldName.Connection or FieldName.ContentLength or FieldName.Host or FieldName.Trailer or FieldName.TransferEncoding)
        {
            WriterMisuse.OwnedName();
        }

        ReadOnlySpan<byte> octets = FieldNames.Bytes(name);
        if (octets.IsEmpty)
        {
            WriterMisuse.BadName();
        }

        return octets;
    }

    /// <summary>Refuses a name that is no token or that the writer keeps to itself.</summary>
    public static void CheckName(ReadOnlySpan<byte> name)
    {
        if (!FieldOctets.IsToken(name))
        {
            WriterMisuse.BadName();
        }

        FieldName known = FieldNames.Find(name);
        if (known != FieldName.Unknown)
        {
            CheckName(known);
        }
    }

    /// <summary>A name of characters as octets, in the place given for them; refuses what no name is.</summary>
    public static ReadOnlySpan<byte> CheckName(ReadOnlySpan<char> name, Span<byte> place)
    {
        if (name.Length > place.Length || !System.Text.Ascii.IsValid(name))
        {
            WriterMisuse.BadName();
        }

        Span<byte> octets = place[..Encoding.ASCII.GetBytes(name, place)];
        CheckName(octets);
        return octets;
    }

    /// <summary>Content-Length or Transfer-Encoding, as the framing asks.</summary>
    public void WriteFraming(in BodyFraming framing)
    {
        if (framing.Kind == BodyFramingKind.Chunked)
        {
            UncheckedWrite("Transfer-Encoding: chunked\r\n"u8);
        }
        else if (framing.Kind == BodyFramingKind.Length)
        {
            UncheckedWrite("Content-Length: "u8);
            UncheckedWrite(framing.Length);
            UncheckedWrite("\r\n"u8);
        }
    }

    /// <summary>Refuses options that no Connection field says, or not together.</summary>
    public static void CheckOptions(ConnectionOptions options)
    {
        const ConnectionOptions Ends = ConnectionOptions.Close | ConnectionOptions.KeepAlive;
        if ((options & ~(Ends | ConnectionOptions.Upgrade | ConnectionOptions.Te)) != ConnectionOptions.None || (options & Ends) == Ends)
        {
            WriterMisuse.BadOptions();
        }
    }

    /// <summary>The Connection field, when there is an option to write.</summary>
    public void UncheckedWriteConnection(ConnectionOptions options)
    {
        if (options == ConnectionOptions.None)
        {
            return;
        }

        ReadOnlySpan<byte> before = "Connection: "u8;
        WriteOption(options, ConnectionOptions.Close, "close"u8, ref before);
        WriteOption(options, ConnectionOptions.KeepAlive, "keep-alive"u8, ref before);
        WriteOption(options, ConnectionOptions.Upgrade, "upgrade"u8, ref before);
        WriteOption(options, ConnectionOptions.Te, "TE"u8, ref before);
        UncheckedWrite("\r\n"u8);
    }

    private void WriteOption(ConnectionOptions options, ConnectionOptions option, ReadOnlySpan<byte> octets, scoped ref ReadOnlySpan<byte> before)
    {
        if ((options & option) == ConnectionOptions.None)
        {
            return;
        }

        UncheckedWrite(before);
        UncheckedWrite(octets);
        before = ", "u8;
    }

    private static void CheckValue(ReadOnlySpan<byte> value)
    {
        if (!FieldOctets.IsText(value) || (!value.IsEmpty && (value[0] is (byte)' ' or (byte)'\t' || value[^1] is (byte)' ' or (byte)'\t')))
        {
            WriterMisuse.BadValue();
        }
    }

    // The next octets of the destination, or none once a span has run out.
    private Span<byte> Reserve(int length)
    {
        if (_destination.Length - _written < length)
        {
            if (_output is null || _overflowed)
            {
                _overflowed = true;
                return default;
            }

            Grow(length);
        }

        Span<byte> place = _destination.Slice(_written, length);
        _written += length;
        return place;
    }

    // A writer may give its buffer back when asked for a longer one, so what is not committed yet is kept elsewhere meanwhile.
    private void Grow(int length)
    {
        byte[] kept = ArrayPool<byte>.Shared.Rent(Math.Max(_written, 1));
        _destination[.._written].CopyTo(kept);
        _destination = _output!.GetSpan(checked(_written + Math.Max(length, _written)));
        kept.AsSpan(0, _written).CopyTo(_destination);
        ArrayPool<byte>.Shared.Return(kept);
    }
}
