// Carries a plan out in four steps: what stands in the way goes, folders are made, files are copied on several lanes at once, and only when all that went
// well is anything deleted. An operation that fails is kept with its error and takes with it what needs it.
namespace HiPerf.Mirroring;

/// <summary>One execution of a plan.</summary>
internal sealed class MirrorRun : IDisposable
{
    private readonly MirrorPlan _plan;
    private readonly InternetSession _session;
    private readonly MirrorExecution _execution;
    private readonly MirrorCopier _copier;
    private readonly MirrorJournal? _journal;
    private readonly Lock _gate = new();
    private readonly List<MirrorOutcome> _done = [];
    private readonly List<MirrorFailure> _failures = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private int _doneBefore;
    private int _ended;
    private int _count;
    private long _bytes;

    /// <exception cref="MirrorException">The journal is none of this plan's.</exception>
    public MirrorRun(MirrorPlan plan, InternetSession session, MirrorExecution execution)
    {
        _plan = plan;
        _session = session;
        _execution = execution;
        _journal = execution.JournalPath is { } path ? MirrorJournal.Open(path, plan.Id) : null;
        _copier = new MirrorCopier(plan, execution, _journal is { IsResumed: true });
    }

    public void Dispose() => _journal?.Dispose();

    /// <summary>Carries it out.</summary>
    public async ValueTask<MirrorResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        _count = _plan.Operations.Count(static operation => operation.IsChange);
        var pending = _plan.Operations.Where(IsPending).ToArray();
        await RunAsync([.. pending.Where(static operation => operation is { IsDelete: true, Reason: MirrorReason.TypeDiffers })], 1, cancellationToken).ConfigureAwait(false);
        await RunAsync([.. pending.Where(static operation => operation.Kind == MirrorOperationKind.CreateDirectory)], 1, cancellationToken).ConfigureAwait(false);
        await RunAsync([.. pending.Where(static operation => operation.IsCopy)], _execution.Parallel, cancellationToken).ConfigureAwait(false);
        if (_failures.Count == 0)
        {
            await RunAsync([.. pending.Where(static operation => operation is { IsDelete: true, Reason: not MirrorReason.TypeDiffers })], 1, cancellationToken).ConfigureAwait(false);
        }

        return new MirrorResult
        {
            Done = _done,
            Failures = _failures,
            DoneBefore = _doneBefore,
            NotBegun = pending.Length - _done.Count - _failures.Count,
            Refused = _plan.Totals.Refusals,
            Bytes = _bytes,
        };
    }

    private bool IsPending(MirrorOperation operation)
    {
        if (!operation.IsChange)
        {
            return false;
        }

        if (_journal?.IsDone(operation) != true)
        {
            return true;
        }

        _doneBefore++;
        _ended++;
        return false;
    }

    private async ValueTask RunAsync(MirrorOperation[] operations, int parallel, CancellationToken cancellationToken)
    {
        var next = -1;
        var lanes = new Task[Math.Min(parallel, operations.Length)];
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = RunLaneAsync(() => Interlocked.Increment(ref next) is var index && index < operations.Length ? operations[index] : null, cancellationToken);
        }

        await Task.WhenAll(lanes).ConfigureAwait(false);
    }

    private async Task RunLaneAsync(Func<MirrorOperation?> next, CancellationToken cancellationToken)
    {
        var lane = new MirrorLane(_plan, _session, _copier, _execution.MaxAttempts);
        await using (lane.ConfigureAwait(false))
        {
            while (next() is { } operation)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!MayBegin(operation))
                {
                    continue;
                }

                MirrorOutcome outcome;
                try
                {
                    outcome = await lane.RunAsync(operation, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (e is InternetException or IOException or UnauthorizedAccessException or ObjectDisposedException or ArgumentException)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Failed(operation, e);
                    continue;
                }

                // Not within: a journal that cannot be written is no failure of the operation.
                Succeeded(outcome);
            }
        }
    }

    private bool MayBegin(MirrorOperation operation)
    {
        lock (_gate)
        {
            if (_failures.Count >= _execution.MaxErrors)
            {
                return false;
            }

            if (!_missing.Contains(MirrorPath.FolderOf(operation.Path)) && !_missing.Contains(operation.Path))
            {
                return true;
            }

            // What lies in it cannot be made either.
            _ = operation.Kind == MirrorOperationKind.CreateDirectory && _missing.Add(operation.Path);
            return false;
        }
    }

    // The journal first: what is told as done is done after a crash too.
    private void Succeeded(MirrorOutcome outcome)
    {
        _journal?.Note(outcome.Operation, outcome.Bytes);
        lock (_gate)
        {
            _done.Add(outcome);
            _bytes += outcome.Bytes;
            Report(outcome.Operation, null);
        }
    }

    private void Failed(MirrorOperation operation, Exception error)
    {
        lock (_gate)
        {
            _failures.Add(new MirrorFailure(operation, error));
            _ = !operation.IsCopy && _missing.Add(operation.Path);
            Report(operation, error);
        }
    }

    private void Report(MirrorOperation operation, Exception? error) =>
        _execution.Progress?.Report(new MirrorProgress(operation, error, ++_ended, _count, _bytes));
}
