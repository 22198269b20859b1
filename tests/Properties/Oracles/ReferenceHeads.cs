using System.Buffers;
using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Reads heads octet by octet, left to right, as RFC 9112 sections 2 to 5 are worded: no table, no vector, no code shared with Core.</summary>
/// <remarks>
/// The first octet that no continuation could make valid is the offending one. An octet at or beyond a limit that is not the line's own end offends
/// by being there. The octets a strict grammar allows beyond the RFC's choice (one leading CRLF, brackets in a path) are those of docs/http1.md.
/// </remarks>
internal sealed class ReferenceHeads : ReferenceStartLines
{
    private int _table;

    public List<ReferenceField> Fields { get; } = [];

    public static ReferenceHeads Request(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table) =>
        new ReferenceHeads().ReadRequest(octets, octets.Length, limits, leniency, table);

    public static ReferenceHeads Response(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table) =>
        new ReferenceHeads().ReadResponse(octets, octets.Length, limits, leniency, table);

    /// <summary>Reads another head into the same object.</summary>
    public ReferenceHeads ReadRequest(byte[] octets, int length, in Http1Limits limits, Http1Leniency leniency, int table)
    {
        Begin(octets, length, limits, leniency & ~Http1Leniency.SpaceBeforeColon);
        _table = table;
        Fields.Clear();
        _ = RequestLine() && FieldSection();
        Finish();
        return this;
    }

    /// <summary>Reads another head into the same object.</summary>
    public ReferenceHeads ReadResponse(byte[] octets, int length, in Http1Limits limits, Http1Leniency leniency, int table)
    {
        Begin(octets, length, limits, leniency);
        _table = table;
        Fields.Clear();
        _ = StatusLine() && FieldSection();
        Finish();
        return this;
    }

    private bool FieldSection()
    {
        while (true)
        {
            NoLimit();
            if (Peek() is '\r' or '\n')
            {
                return LineEnd();
            }

            if (Peek() is ' ' or '\t')
            {
                if (Fields.Count == 0)
                {
                    return Stop(ParseError.SpaceBeforeFirstField, At);
                }

                if ((Leniency & Http1Leniency.ObsFold) == 0)
                {
                    return Stop(ParseError.ObsFold, At);
                }

                Deviate(Deviations.ObsFold, At);
                if (!FoldedLine())
                {
                    return false;
                }

                continue;
            }

            if (Fields.Count == _table)
            {
                return Stop(ParseError.TooManyFields, At, OperationStatus.DestinationTooSmall);
            }

            Limit(Math.Min(Limits.MaxFieldLine, 65535), ParseError.FieldLineTooLong);
            if (!FieldLine())
            {
                return false;
            }
        }
    }

    // field-line = field-name ":" OWS field-value OWS
    private bool FieldLine()
    {
        int start = At;
        while (IsToken(Peek()))
        {
            At++;
        }

        int nameLength = At - start;
        if (nameLength > 0 && Peek() is ' ' or '\t' && (Leniency & Http1Leniency.SpaceBeforeColon) != 0)
        {
            Deviations before = Deviations;
            int first = FirstDeviation;
            Deviate(Deviations.SpaceBeforeColon, At);
            while (Peek() is ' ' or '\t')
            {
                At++;
            }

            if (Peek() != ':')
            {
                Restore(before, first);
            }
        }

        if (Peek() is '\r' or '\n')
        {
            return Stop(ParseError.MissingColon, At);
        }

        if (Peek() is ' ' or '\t')
        {
            return Stop(ParseError.SpaceBeforeColon, At);
        }

        if (Peek() != ':' || nameLength == 0)
        {
            return Stop(ParseError.BadFieldName, At);
        }

        At++;
        int value = At;
        if (!Value(out int end))
        {
            return false;
        }

        Fields.Add(Trimmed(start, nameLength, value, end));
        return true;
    }

    // The line's limit is that of the field it belongs to.
    private bool FoldedLine()
    {
        ReferenceField field = Fields[^1];
        Limit(Math.Min(Limits.MaxFieldLine, 65535), ParseError.FieldLineTooLong, field.NameStart);
        int value = field.ValueLength == 0 ? At : field.ValueStart;
        if (!Value(out int end))
        {
            return false;
        }

        Fields[^1] = Trimmed(field.NameStart, field.NameLength, value, end);
        return true;
    }

    private bool Value(out int end)
    {
        while (IsText(Peek()))
        {
            At++;
        }

        end = At;
        if (Peek() is not ('\r' or '\n'))
        {
            return Stop(ParseError.BadFieldValue, At);
        }

        return LineEnd();
    }

    private ReferenceField Trimmed(int name, int nameLength, int start, int end)
    {
        while (start < end && Octets[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && Octets[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        return new ReferenceField(name, nameLength, start, end - start);
    }
}
