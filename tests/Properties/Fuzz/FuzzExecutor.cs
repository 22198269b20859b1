using System.Buffers;
using System.Diagnostics;

namespace HiPerf.Properties.Fuzz;

/// <summary>Executes one input: our parser, the oracle, and one of the laws in turn.</summary>
internal sealed class FuzzExecutor(IFuzzTarget target) : IDisposable
{
    private readonly Answer _oracle = new();
    private readonly Answer _again = new();
    private readonly byte[] _changed = new byte[2 * FuzzInput.MaxLength];
    private readonly GuardedOctets _guarded = new(FuzzInput.MaxLength / Environment.SystemPageSize);

    /// <summary>What our parser answered last.</summary>
    public Answer Ours { get; } = new();

    /// <summary>Null when all agreed. What throws is told by a disagreement of no class.</summary>
    public Disagreement? Execute(FuzzInput input)
    {
        try
        {
            target.Parse(input.Span, input.Choices, Ours);
            if (Ours.Offset < 0 || Ours.Offset > input.Length)
            {
                return Disagreement.Unknown($"offset outside the input of {input.Length}", Ours);
            }

            target.Refer(input, _oracle);
            if (!Ours.Is(_oracle))
            {
                return target.Explain(input, Ours, _oracle) ?? Disagreement.Unknown("the oracle disagrees", Ours, _oracle);
            }

            return TryLaw(input);
        }
        catch (Exception exception)
        {
            return Disagreement.Unknown($"{exception.GetType().Name}: {exception.Message}", Ours);
        }
    }

    /// <summary>Whether our parser alone, oracle left out, takes longer every time: the machine may pause once, and code is compiled once.</summary>
    public bool IsSlow(FuzzInput input, TimeSpan limit)
    {
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            try
            {
                target.Parse(input.Span, input.Choices, _again);
            }
            catch (Exception)
            {
                // Told as what it is already; a throw takes its time.
                return false;
            }

            if (Stopwatch.GetElapsedTime(start) <= limit)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => _guarded.Dispose();

    private Disagreement? TryLaw(FuzzInput input) => (int)(input.Choices & 7) switch
    {
        0 => Same("a buffer that ends at an inaccessible page", _guarded.AtEnd(input.Span), input),
        1 => Same("a buffer that begins at an inaccessible page", _guarded.AtStart(input.Span), input),
        2 or 3 when (target.Laws & FuzzLaws.Growth) != 0 => TryGrowth(input),
        4 when (target.Laws & FuzzLaws.Suffix) != 0 => TrySuffix(input),
        5 when (target.Laws & FuzzLaws.Offset) != 0 => TryOffset(input),
        _ => target.TryAlso(input, Ours),
    };

    private Disagreement? Same(string where, ReadOnlySpan<byte> octets, FuzzInput input)
    {
        target.Parse(octets, input.Choices, _again);
        return Ours.Is(_again) ? null : Disagreement.Unknown($"another answer from {where}", Ours, _again);
    }

    private Disagreement? TryGrowth(FuzzInput input)
    {
        target.ParseInTwo(input.Span, input.Split, input.Choices, _again);
        return Ours.Is(_again) ? null : Disagreement.Unknown($"another answer when split at {input.Split}", Ours, _again);
    }

    private Disagreement? TrySuffix(FuzzInput input)
    {
        if (Ours.Status == OperationStatus.NeedMoreData)
        {
            return null;
        }

        // The suffix is the input itself, turned around a place: as hostile as any.
        int split = input.Split;
        Span<byte> longer = _changed.AsSpan(0, 2 * input.Length);
        input.Span.CopyTo(longer);
        input.Span[split..].CopyTo(longer[input.Length..]);
        input.Span[..split].CopyTo(longer[(2 * input.Length - split)..]);

        // A refusal at the very end (a limit that is reached) is judged by what comes next.
        if (Ours.Status != OperationStatus.Done && Ours.Offset == input.Length)
        {
            return null;
        }

        return Same("a buffer with more behind it", longer, input);
    }

    private Disagreement? TryOffset(FuzzInput input)
    {
        // A table that is full is no refusal: with a longer one the octets behind count.
        if (Ours.Status != OperationStatus.InvalidData || Ours.Offset >= input.Length)
        {
            return null;
        }

        int behind = (int)Ours.Offset + 1;
        Span<byte> changed = _changed.AsSpan(0, input.Length);
        input.Span.CopyTo(changed);
        for (int i = behind; i < changed.Length; i++)
        {
            changed[i] ^= (byte)((input.Choices >> (i & 31)) | 1);
        }

        target.Parse(changed, input.Choices, _again);
        if (!Ours.IsVerdictOf(_again))
        {
            return Disagreement.Unknown("octets behind the offset change the refusal", Ours, _again);
        }

        if ((target.Laws & FuzzLaws.Growth) == 0)
        {
            return null;
        }

        target.Parse(input.Span[..behind], input.Choices, _again);
        return Ours.IsVerdictOf(_again) ? null : Disagreement.Unknown("the refusal needs octets behind its offset", Ours, _again);
    }
}
