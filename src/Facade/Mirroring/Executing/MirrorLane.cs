using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Carries out operations one after another, over ends of its own, which it opens when it needs them and again when they broke.</summary>
internal sealed class MirrorLane(MirrorPlan plan, InternetSession session, MirrorCopier copier, int maxAttempts) : IAsyncDisposable
{
    private IMirrorEnd? _source;
    private IMirrorEnd? _destination;

    /// <summary>Carries one out.</summary>
    public async ValueTask<MirrorOutcome> RunAsync(MirrorOperation operation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(operation, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not FtpException { ReplyCode: > 0 and not 421 })
            {
                // Whatever broke may have broken the connections too.
                await DisposeAsync().ConfigureAwait(false);
                if (!IsBroken(e) || operation.IsDelete || attempt >= maxAttempts)
                {
                    throw;
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is { } source)
        {
            _source = null;
            await source.DisposeAsync().ConfigureAwait(false);
        }

        if (_destination is { } destination)
        {
            _destination = null;
            await destination.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static bool IsBroken(Exception error) => error is FtpException { ReplyCode: 421 } or InternetException
    {
        Kind: InternetErrorKind.ConnectionReset or InternetErrorKind.ConnectionAborted or InternetErrorKind.Truncated or InternetErrorKind.Timeout,
    };

    private async ValueTask<MirrorOutcome> RunOnceAsync(MirrorOperation operation, CancellationToken cancellationToken)
    {
        if (operation is { IsDelete: false, Path.Length: > 0 } && !MirrorPath.IsBelowRoot(operation.Path, MirrorEnds.RulesOf(plan.Source, plan.Destination)))
        {
            throw MirrorErrors.BadName(operation.Path, MirrorReason.BadName);
        }

        var destination = _destination ??= await MirrorEnds.OpenAsync(session, plan.Destination, cancellationToken).ConfigureAwait(false);
        switch (operation.Kind)
        {
            case MirrorOperationKind.CreateDirectory:
                await destination.CreateDirectoryAsync(operation.Path, cancellationToken).ConfigureAwait(false);
                break;
            case MirrorOperationKind.Delete:
                await destination.DeleteFileAsync(operation.Path, cancellationToken).ConfigureAwait(false);
                break;
            case MirrorOperationKind.DeleteDirectory:
                await destination.DeleteDirectoryAsync(operation.Path, cancellationToken).ConfigureAwait(false);
                break;
            default:
                var source = _source ??= await MirrorEnds.OpenAsync(session, plan.Source, cancellationToken).ConfigureAwait(false);
                var (bytes, proof) = await copier.CopyAsync(operation, source, destination, cancellationToken).ConfigureAwait(false);
                return new MirrorOutcome(operation, bytes, proof);
        }

        return new MirrorOutcome(operation, 0, null);
    }
}
