namespace HiPerf.Http;

/// <summary>Finds the parts of a representation that ranges ask for.</summary>
/// <remarks>RFC 9110 section 14.2: more than two ranges that overlap, or many that are out of order, mark a broken client or an attack. Both are counted as
/// one: a range that does not begin behind all octets asked for before it. Parts that are more octets in all than the whole overlap by necessity.</remarks>
public static class RangeSelector
{
    /// <summary>Ranges that may overlap or stand out of order where the caller says nothing.</summary>
    public const int DefaultMaxDisorder = 2;

    /// <summary>Resolves ranges, in their order; those that cannot be satisfied are left out.</summary>
    /// <param name="ranges">What is asked for.</param>
    /// <param name="length">Octets of the whole, 0 and up.</param>
    /// <param name="parts">Takes the parts: a place for each range.</param>
    /// <param name="count">Parts found; 0 unless Satisfiable.</param>
    /// <param name="maxDisorder">Ranges that may overlap earlier ones or lie before them, 0 and up.</param>
    /// <returns>Satisfiable, Unsatisfiable or Excessive.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDisorder"/> is negative.</exception>
    /// <exception cref="ArgumentException">There are fewer places than ranges.</exception>
    public static RangeOutcome Select(ReadOnlySpan<RangeSpec> ranges, long length, Span<RangePart> parts, out int count, int maxDisorder = DefaultMaxDisorder)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxDisorder);
        if (parts.Length < ranges.Length)
        {
            FieldValueMisuse.FewParts();
        }

        count = 0;
        int found = 0;
        int disorder = 0;
        long behind = 0;
        long total = 0;
        foreach (RangeSpec range in ranges)
        {
            if (!range.TryResolve(length, out RangePart part))
            {
                continue;
            }

            disorder += found > 0 && part.Start < behind ? 1 : 0;
            if (disorder > maxDisorder || part.Length > length - total)
            {
                return RangeOutcome.Excessive;
            }

            total += part.Length;
            behind = Math.Max(behind, part.Last + 1);
            parts[found++] = part;
        }

        count = found;
        return found > 0 ? RangeOutcome.Satisfiable : RangeOutcome.Unsatisfiable;
    }
}
