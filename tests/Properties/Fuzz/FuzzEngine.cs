using System.Diagnostics;

namespace HiPerf.Properties.Fuzz;

/// <summary>Makes inputs and executes them until time or number is up. The same seed makes the same inputs in the same order, whatever the machine.</summary>
internal sealed class FuzzEngine : IDisposable
{
    private const int MaxFindings = 10;
    private const int MaxOfAKind = 3;
    private const int RenewEvery = 1 << 16;
    private const int ClockEvery = 256;

    // An input of at most 64 KiB takes microseconds. What takes our parser this long whenever it is tried is not linear.
    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(10);

    private readonly IFuzzTarget _target;
    private readonly FuzzExecutor _executor;
    private readonly SeedPool _seeds;
    private readonly Mutator _mutator;
    private readonly FuzzInput _input = new();

    public FuzzEngine(IFuzzTarget target, ulong seed)
    {
        var random = new FuzzRandom(seed);
        _target = target;
        _executor = new FuzzExecutor(target);
        _seeds = new SeedPool(target, random);
        _mutator = new Mutator(random, _seeds, target.Words);
    }

    public FuzzReport Run(FuzzOptions options)
    {
        var report = new FuzzReport(_target.Name);
        long begin = Stopwatch.GetTimestamp();
        long before = begin;
        while (report.Executions < options.MaxExecutions && report.Findings.Count < MaxFindings)
        {
            _mutator.Fill(_input);
            Disagreement? disagreement = _executor.Execute(_input);
            report.Count(_executor.Ours, disagreement);
            if (disagreement is { IsKnown: false })
            {
                Keep(report, disagreement);
            }

            if (report.Executions % RenewEvery == 0)
            {
                _seeds.Renew();
            }

            long now = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(before, now) > s_slow && _executor.IsSlow(_input, s_slow))
            {
                Keep(report, new Disagreement("more than 10 ms for one input", $"{_input.Length} octets", "", IsKnown: false));
            }

            if (report.Executions % ClockEvery == 0 && Stopwatch.GetElapsedTime(begin, now) >= options.MaxTime)
            {
                break;
            }

            before = Stopwatch.GetTimestamp();
        }

        report.Elapsed = Stopwatch.GetElapsedTime(begin);
        return report;
    }

    public void Dispose() => _executor.Dispose();

    // A few of a kind are enough to work on.
    private void Keep(FuzzReport report, Disagreement disagreement)
    {
        if (report.Findings.Count(f => f.Disagreement.Name == disagreement.Name) < MaxOfAKind)
        {
            report.Findings.Add(InputShrinker.Shrink(_executor, _input, disagreement));
        }
    }
}
