using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Evaluates the preconditions of a request, in the order that RFC 9110 section 13.2.2 gives.</summary>
/// <remarks>
/// A list that breaks its grammar is never taken as far as it goes: If-Match then holds for nothing (412), If-None-Match is passed over by GET and HEAD and
/// refused (412) for all that change something. Dates that are none, or stand twice, are passed over, as sections 13.1.3 and 13.1.4 say. CONNECT, OPTIONS and
/// TRACE have no preconditions (section 13.2.1).
/// </remarks>
public static class Preconditions
{
    /// <summary>Evaluates all but If-Range.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">Its field lines, identified.</param>
    /// <param name="method">The request's method; any other that is not registered counts as one that changes something.</param>
    /// <param name="representation">The selected representation; default when there is none.</param>
    /// <param name="nowTicks">The time now, in ticks, UTC: dates with two-digit years are read by it.</param>
    /// <returns>Proceed, NotModified (GET and HEAD alone) or Failed.</returns>
    public static PreconditionOutcome Evaluate(
        ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, RequestMethod method, in Representation representation, long nowTicks)
    {
        if (method is RequestMethod.Connect or RequestMethod.Options or RequestMethod.Trace)
        {
            return PreconditionOutcome.Proceed;
        }

        TagCondition ifMatch = Match(buffer, fields, FieldName.IfMatch, in representation, strongly: true);
        if (ifMatch is TagCondition.Unmatched or TagCondition.Malformed)
        {
            return PreconditionOutcome.Failed;
        }

        if (ifMatch == TagCondition.Absent && representation.LastModified >= 0
            && TryReadDate(buffer, fields, FieldName.IfUnmodifiedSince, nowTicks, out long unmodifiedSince) && representation.LastModified > unmodifiedSince)
        {
            return PreconditionOutcome.Failed;
        }

        bool reads = method is RequestMethod.Get or RequestMethod.Head;
        switch (Match(buffer, fields, FieldName.IfNoneMatch, in representation, strongly: false))
        {
            case TagCondition.Matched:
                return reads ? PreconditionOutcome.NotModified : PreconditionOutcome.Failed;
            case TagCondition.Malformed:
                return reads ? PreconditionOutcome.Proceed : PreconditionOutcome.Failed;
            case TagCondition.Unmatched:
                return PreconditionOutcome.Proceed;
        }

        return reads && representation.LastModified >= 0
            && TryReadDate(buffer, fields, FieldName.IfModifiedSince, nowTicks, out long modifiedSince) && representation.LastModified <= modifiedSince
            ? PreconditionOutcome.NotModified
            : PreconditionOutcome.Proceed;
    }

    /// <summary>Whether a Range field of a GET is to be honoured: there is no If-Range, or it names the representation as it is.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">Its field lines, identified.</param>
    /// <param name="representation">The selected representation.</param>
    /// <param name="nowTicks">The time now, in ticks, UTC: dates with two-digit years are read by it.</param>
    /// <returns>False: send the whole. A weak tag, a date that is no strong validator, a second If-Range or a broken one never holds.</returns>
    /// <remarks>RFC 9110 section 13.1.5.</remarks>
    public static bool RangeHolds(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, in Representation representation, long nowTicks)
    {
        var lines = new NamedFieldLines(fields, FieldName.IfRange);
        if (!lines.MoveNext())
        {
            return true;
        }

        ReadOnlySpan<byte> value = lines.Current.ValueIn(buffer);
        if (lines.MoveNext() || !IfRangeParser.Parse(value, nowTicks, out IfRange ifRange).IsDone)
        {
            return false;
        }

        return ifRange.IsDate
            ? representation.LastModifiedIsStrong && ifRange.Date == representation.LastModified
            : EntityTagParser.Parse(representation.EntityTag, out EntityTag own).IsDone && own.MatchesStrongly(representation.EntityTag, ifRange.Tag, value);
    }

    private enum TagCondition
    {
        Absent,
        Matched,
        Unmatched,
        Malformed,
    }

    // All lines are one list; an asterisk stands alone.
    private static TagCondition Match(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, FieldName name, in Representation representation, bool strongly)
    {
        bool matched = false;
        bool any = false;
        int count = 0;
        bool tagged = EntityTagParser.Parse(representation.EntityTag, out EntityTag own).IsDone;
        foreach (ref readonly FieldLine line in new NamedFieldLines(fields, name))
        {
            count++;
            var tags = new EntityTagListReader(buffer, in line);
            any |= tags.IsAny;
            while (tags.Read(out EntityTag tag))
            {
                matched |= tagged && (strongly
                    ? own.MatchesStrongly(representation.EntityTag, tag, buffer)
                    : own.MatchesWeakly(representation.EntityTag, tag, buffer));
            }

            if (!tags.Result.IsDone || (any && count > 1))
            {
                return TagCondition.Malformed;
            }
        }

        return count == 0 ? TagCondition.Absent : matched || (any && representation.Exists) ? TagCondition.Matched : TagCondition.Unmatched;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, FieldName name, long nowTicks, out long ticks)
    {
        ticks = 0;
        var lines = new NamedFieldLines(fields, name);
        return lines.MoveNext() && HttpDate.TryParse(lines.Current.ValueIn(buffer), nowTicks, out ticks) && !lines.MoveNext();
    }
}
