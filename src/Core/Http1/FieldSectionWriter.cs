using System.Buffers;
using System.Text;
using HiPerf.Ascii;
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

    /// <summary>Writes a field whose value is known to be right, behind its name, a colon and a space.</summary>
    public void UncheckedWriteField(scoped ReadOnlySpan<byte> start, scoped ReadOnlySpan<byte> value)
    {
        Span<byte> place = ReserveLine(start, value.Length);
        value[..place.Length].CopyTo(place);
    }

    /// <summary>Writes a field whose value is a number, 0 to 2^63-1.</summary>
    public void UncheckedWriteField(scoped ReadOnlySpan<byte> start, long value)
    {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10)
        {
            digits++;
        }

        value.TryFormat(ReserveLine(start, digits), out _);
    }

    public void WriteField(FieldName name, scoped ReadOnlySpan<byte> value) => WriteValue(FieldStarts.Octets(name), value, Written);

    public void WriteField(FieldName name, scoped ReadOnlySpan<char> value) => WriteValue(FieldStarts.Octets(name), value, Written);

    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        CheckName(name);
        (int, bool) before = Written;
        UncheckedWrite(name);
        WriteValue(": "u8, value, before);
    }

    public void WriteField(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        if (name.Length > MaxCharacterName || !System.Text.Ascii.IsValid(name))
        {
            WriterMisuse.BadName();
        }

        Span<byte> octets = stackalloc byte[MaxCharacterName];
        octets = octets[..Encoding.ASCII.GetBytes(name, octets)];
        CheckName(octets);
        (int, bool) before = Written;
        UncheckedWrite(octets);
        WriteValue(": "u8, value, before);
    }

    /// <summary>Writes a field whose value is a date.</summary>
    public void WriteDate(FieldName name, long utcTicks)
    {
        ReadOnlySpan<byte> start = FieldStarts.Octets(name);
        if ((ulong)utcTicks > (ulong)DateTime.MaxValue.Ticks)
        {
            WriterMisuse.BadDate(utcTicks);
        }

        HttpDate.TryWrite(ReserveLine(start, HttpDate.Length), utcTicks, out _);
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

    /// <summary>Writes what the writer keeps to itself, and the empty line; refuses options that no Connection field says, or not together.</summary>
    public void WriteEnd(in BodyFraming framing, ConnectionOptions options)
    {
        const ConnectionOptions Ends = ConnectionOptions.Close | ConnectionOptions.KeepAlive;
        if ((options & ~(Ends | ConnectionOptions.Upgrade | ConnectionOptions.Te)) != ConnectionOptions.None || (options & Ends) == Ends)
        {
            WriterMisuse.BadOptions();
        }

        if (framing.Kind == BodyFramingKind.Chunked)
        {
            UncheckedWrite("Transfer-Encoding: chunked\r\n"u8);
        }
        else if (framing.Kind == BodyFramingKind.Length)
        {
            UncheckedWriteField("Content-Length: "u8, framing.Length);
        }

        if (options != ConnectionOptions.None)
        {
            UncheckedWriteConnection(options);
        }

        UncheckedWrite("\r\n"u8);
    }

    private void UncheckedWriteConnection(ConnectionOptions options)
    {
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

    private readonly (int, bool) Written => (_written, _overflowed);

    private static void CheckName(ReadOnlySpan<byte> name)
    {
        if (!FieldOctets.IsToken(name))
        {
            WriterMisuse.BadName();
        }

        if (FieldStarts.IsOwned(FieldNames.Find(name)))
        {
            WriterMisuse.OwnedName();
        }
    }

    // A refusal takes back all that was written of the field.
    private void WriteValue(scoped ReadOnlySpan<byte> start, scoped ReadOnlySpan<byte> value, (int, bool) before)
    {
        Span<byte> place = ReserveLine(start, value.Length);
        bool clean = place.Length == value.Length ? ValueText.TryCopy(value, place) : ValueText.IsClean(value);
        if (!clean || (!value.IsEmpty && (value[0] is (byte)' ' or (byte)'\t' || value[^1] is (byte)' ' or (byte)'\t')))
        {
            (_written, _overflowed) = before;
            WriterMisuse.BadValue();
        }
    }

    private void WriteValue(scoped ReadOnlySpan<byte> start, scoped ReadOnlySpan<char> value, (int, bool) before)
    {
        Span<byte> place = ReserveLine(start, value.Length);
        bool clean = place.Length == value.Length ? ValueText.TryCopy(value, place) : ValueText.IsClean(value);
        if (!clean || (!value.IsEmpty && (value[0] is ' ' or '\t' || value[^1] is ' ' or '\t')))
        {
            (_written, _overflowed) = before;
            WriterMisuse.BadValue();
        }
    }

    // The start and the end of a line; what it answers is the place of the value, none once a span has run out.
    private Span<byte> ReserveLine(scoped ReadOnlySpan<byte> start, int valueLength)
    {
        Span<byte> line = Reserve(checked(start.Length + valueLength + 2));
        if (line.IsEmpty)
        {
            return default;
        }

        start.CopyTo(line);
        line = line[start.Length..];
        line[valueLength] = (byte)'\r';
        line[valueLength + 1] = (byte)'\n';
        return line[..valueLength];
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

    // A writer may give its buffer back when asked for a longer one, so what is not committed yet is kept elsewhere meanwhile: in an array
    // that others rent next, so that no credentials may stay in it.
    private void Grow(int length)
    {
        byte[] kept = ArrayPool<byte>.Shared.Rent(Math.Max(_written, 1));
        _destination[.._written].CopyTo(kept);
        _destination = _output!.GetSpan(checked(_written + Math.Max(length, _written)));
        Span<byte> head = kept.AsSpan(0, _written);
        head.CopyTo(_destination);
        head.Clear();
        ArrayPool<byte>.Shared.Return(kept);
    }
}
