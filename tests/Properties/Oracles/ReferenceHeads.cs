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
    private readonly int _table;

    private ReferenceHeads(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table)
        : base(octets, limits, leniency)
    {
        _table = table;
    }

    public OperationStatus Status { get; private set; }

    public ParseError Error { get; private set; }

    /// <summary>The refusal's offset, or the octets consumed; not told where more are needed.</summary>
    public int Offset { get; private set; }

    public List<ReferenceField> Fields { get; } = [];

    public static ReferenceHeads Request(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table) =>
        new ReferenceHeads(octets, limits, leniency & ~Http1Leniency.SpaceBeforeColon, table).Run(p => p.RequestLine());

    public static ReferenceHeads Response(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table) =>
        new ReferenceHeads(octets, limits, leniency, table).Run(p => p.StatusLine());

    private ReferenceHeads Run(Action<ReferenceHeads> startLine)
    {
        try
        {
            startLine(this);
            FieldSection();
            Status = OperationStatus.Done;
            Offset = At;
        }
        catch (Stop stop)
        {
            Status = stop.Status;
            Error = stop.Error;
            Offset = stop.Offset;
        }

        return this;
    }

    private void FieldSection()
    {
        while (true)
        {
            NoLimit();
            if (Peek() is '\r' or '\n')
            {
                LineEnd();
                return;
            }

            if (Peek() is ' ' or '\t')
            {
                if (Fields.Count == 0)
                {
                    throw new Stop(ParseError.SpaceBeforeFirstField, At);
                }

                if ((Leniency & Http1Leniency.ObsFold) == 0)
                {
                    throw new Stop(ParseError.ObsFold, At);
                }

                Deviate(Deviations.ObsFold, At);
                FoldedLine();
                continue;
            }

            if (Fields.Count == _table)
            {
                throw new Stop(ParseError.TooManyFields, At, OperationStatus.DestinationTooSmall);
            }

            Limit(Math.Min(Limits.MaxFieldLine, 65535), ParseError.FieldLineTooLong);
            FieldLine();
        }
    }

    // field-line = field-name ":" OWS field-value OWS
    private void FieldLine()
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
            throw new Stop(ParseError.MissingColon, At);
        }

        if (Peek() is ' ' or '\t')
        {
            throw new Stop(ParseError.SpaceBeforeColon, At);
        }

        if (Peek() != ':' || nameLength == 0)
        {
            throw new Stop(ParseError.BadFieldName, At);
        }

        At++;
        int value = At;
        int end = Value();
        Fields.Add(Trimmed(start, nameLength, value, end));
    }

    // The line's limit is that of the field it belongs to.
    private void FoldedLine()
    {
        ReferenceField field = Fields[^1];
        Limit(Math.Min(Limits.MaxFieldLine, 65535), ParseError.FieldLineTooLong, field.NameStart);
        int value = field.ValueLength == 0 ? At : field.ValueStart;
        int end = Value();
        Fields[^1] = Trimmed(field.NameStart, field.NameLength, value, end);
    }

    private int Value()
    {
        while (IsText(Peek()))
        {
            At++;
        }

        int end = At;
        if (Peek() is not ('\r' or '\n'))
        {
            throw new Stop(ParseError.BadFieldValue, At);
        }

        LineEnd();
        return end;
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
