using HiPerf.Http;

namespace HiPerf.Server;

/// <summary>Evaluates the preconditions of a GET or HEAD in the order of RFC 9110 section 13.2.2.</summary>
internal static class Preconditions
{
    /// <summary>The status that the preconditions lead to: 200 go on, 304 or 412.</summary>
    /// <param name="fields">The request's fields.</param>
    /// <param name="validators">The file's.</param>
    /// <param name="now">Ticks, UTC: dates with two-digit years are read by it.</param>
    public static int Evaluate(in RequestFields fields, Validators validators, long now)
    {
        if (!fields.IfMatch.IsEmpty)
        {
            if (!EntityTagList.Matches(fields.IfMatch, validators.Tag, strongly: true))
            {
                return 412;
            }
        }
        else if (HttpDate.TryParse(fields.IfUnmodifiedSince, now, out var unmodifiedSince) && validators.Modified > unmodifiedSince)
        {
            return 412;
        }

        if (!fields.IfNoneMatch.IsEmpty)
        {
            return EntityTagList.Matches(fields.IfNoneMatch, validators.Tag, strongly: false) ? 304 : 200;
        }

        return HttpDate.TryParse(fields.IfModifiedSince, now, out var modifiedSince) && validators.Modified <= modifiedSince ? 304 : 200;
    }

    /// <summary>Whether a Range field is to be honoured: there is no If-Range, or it names the file as it is. RFC 9110 section 13.1.5.</summary>
    public static bool RangeHolds(in RequestFields fields, Validators validators, long now)
    {
        if (fields.IfRange.IsEmpty)
        {
            return true;
        }

        if (fields.IfRange[0] == (byte)'"')
        {
            return fields.IfRange.SequenceEqual(validators.Tag);
        }

        return HttpDate.TryParse(fields.IfRange, now, out var date) && date == validators.Modified;
    }
}
