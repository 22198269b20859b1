using System.Numerics;
using System.Runtime.CompilerServices;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Reads field lines up to and with the empty line behind them: the hot path of every head.</summary>
/// <remarks>
/// <code>
/// field-section = *( field-line CRLF ) CRLF           ; RFC 9112 section 2.1
/// field-line    = field-name ":" OWS field-value OWS  ; RFC 9112 section 5
/// </code>
/// Classify, then walk: two bit masks a block of 64 octets. On a regular line the first octet that is no tchar is the colon, which
/// both finds and validates the name, and the first control octet behind it is the CR of CRLF, which both finds and validates the
/// value. Whatever else the walk meets, it hands that one line to <see cref="FieldLineReader"/>. Bench: <c>quick heads</c>.
/// </remarks>
internal static class FieldSection
{
    /// <summary>Reads on from <see cref="FieldSectionState.Position"/> on the active vector path.</summary>
    /// <param name="buffer">The head from its first octet, clipped to the head's limit.</param>
    /// <param name="fields">The table; lines before <see cref="FieldSectionState.Count"/> stand already.</param>
    /// <param name="state">Where to go on; afterwards where it stopped.</param>
    /// <param name="maxLine">Octets a field line may have, at most 65,535.</param>
    /// <param name="leniency">What may pass.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult Parse<TDepth>(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref FieldSectionState state, int maxLine, Http1Leniency leniency)
        where TDepth : struct, IFieldDepth =>
        VectorPaths.Active switch
        {
            VectorPath.Vbmi => Walk<VbmiMasks, TDepth>(buffer, fields, ref state, maxLine, leniency),
            VectorPath.Wide512 => Walk<Wide512Masks, TDepth>(buffer, fields, ref state, maxLine, leniency),
            VectorPath.Wide256 => Walk<Wide256Masks, TDepth>(buffer, fields, ref state, maxLine, leniency),
            VectorPath.Portable128 => Walk<Portable128Masks, TDepth>(buffer, fields, ref state, maxLine, leniency),
            _ => Walk<ScalarMasks, TDepth>(buffer, fields, ref state, maxLine, leniency),
        };

    /// <summary>The walk itself, one copy a path.</summary>
    /// <remarks>Never inlined: it needs every register, and is as fast as it can be whoever calls.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ParseResult Walk<TMasks, TDepth>(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref FieldSectionState state, int maxLine, Http1Leniency leniency)
        where TMasks : struct, IBlockMasks
        where TDepth : struct, IFieldDepth
    {
        ref readonly byte first = ref Octets.First(buffer);
        int length = buffer.Length;
        int line = state.Position;

    Resume:
        if (line >= length)
        {
            return ParseResult.NeedMoreData(line);
        }

        int block = line & ~63;
        ulong notToken, control;
        if (length >= 64)
        {
            Octets.UncheckedFields<TMasks>(in first, length, block, out notToken, out control);
        }
        else
        {
            ShortMasks masks = ShortMasks.Of(buffer);
            notToken = masks.NotToken;
            control = masks.Control;
        }

        // Both masks lose their bits as the octets are passed: what the next line starts from does not wait for any offset.
        notToken &= ulong.MaxValue << (line - block);
        control &= ulong.MaxValue << (line - block);
        ref FieldLine field = ref Rows.At(fields, state.Count);
        ref FieldLine tableEnd = ref Rows.At(fields, fields.Length);

        // The sign bit gathers every value that is not set off by exactly one space: rare, so trimmed once at the end.
        int untrimmed = 0;
        while (true)
        {
            while (notToken == 0)
            {
                block += 64;
                if (block >= length)
                {
                    goto Irregular;
                }

                Octets.UncheckedFields<TMasks>(in first, length, block, out notToken, out control);
                if (line > block)
                {
                    // The LF of a line whose CR ended the block before.
                    notToken &= ~1UL;
                    control &= ~1UL;
                }
            }

            int colon = block + BitOperations.TrailingZeroCount(notToken);
            while (control == 0)
            {
                block += 64;
                if (block >= length)
                {
                    goto Irregular;
                }

                Octets.UncheckedFields<TMasks>(in first, length, block, out notToken, out control);
            }

            int end = block + BitOperations.TrailingZeroCount(control);
            if (!Octets.IsCrLf(in first, length, end) || colon == line || end - line > maxLine || !Rows.Before(ref field, ref tableEnd))
            {
                goto Irregular;
            }

            // The colon stands before the CR, so the octet behind it is within the buffer too.
            if (!Octets.UncheckedIsColonSpace(in first, colon))
            {
                if (Octets.UncheckedAt(in first, colon) != (byte)':')
                {
                    goto Irregular;
                }

                untrimmed = -1;
            }

            untrimmed |= (Octets.UncheckedAt(in first, colon + 2) - 0x21) | (Octets.UncheckedAt(in first, end - 1) - 0x21);
            int nameLength = colon - line;
            FieldName name = FieldName.Unknown;
            if (TDepth.Identifies)
            {
                // A name that the registers do not reach is left to whoever reads the marked rows.
                if (!WideNames.Reaches(length, line, nameLength) || FieldMarks.Concern(name = WideNames.UncheckedFind(in first, length, line, nameLength)))
                {
                    state.Marked |= FieldMarks.Of(Rows.IndexOf(fields, ref field));
                }
            }

            field.NameStart = line;
            field.NameLength = (ushort)nameLength;
            field.Name = name;
            field.ValueStart = colon + 2;
            field.ValueLength = end - colon - 2;
            field = ref Rows.Next(ref field);
            line = end + 2;

            ulong lineFeed = control & (control - 1);
            notToken &= ~(lineFeed ^ (lineFeed - 1));
            control = lineFeed & (lineFeed - 1);
        }

    Irregular:
        int count = Rows.IndexOf(fields, ref field);
        if (untrimmed < 0)
        {
            Trim(buffer, fields[state.Count..count]);
        }

        state.Count = count;
        state.Position = line;
        if (Octets.IsCrLf(in first, length, line))
        {
            return ParseResult.Done(line + 2, state.Deviations, state.FirstDeviation);
        }

        if (FieldLineReader.Read(buffer, fields, ref state, maxLine, leniency, out ParseResult result))
        {
            return result;
        }

        if (TDepth.Identifies)
        {
            state.Marked |= FieldMarks.Of(state.Count - 1);
        }

        line = state.Position;
        goto Resume;
    }

    /// <summary>Takes the optional white space around each value away.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Trim(ReadOnlySpan<byte> buffer, Span<FieldLine> fields)
    {
        foreach (ref FieldLine field in fields)
        {
            int end = field.ValueStart + field.ValueLength;
            field.ValueStart = field.NameStart + field.NameLength + 1;
            field.ValueLength = end - field.ValueStart;
            FieldLineReader.Trim(buffer, ref field);
        }
    }
}
