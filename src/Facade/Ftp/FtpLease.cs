namespace HiPerf.Ftp;

/// <summary>A logged-in connection that the session lent for one file or listing. It comes back once: to the pool when nothing is owed on it, else it is closed.</summary>
internal sealed class FtpLease(FtpClientCore core, FtpTarget target, FtpLink link, bool isReused) : IFtpHolder
{
    private readonly FtpNames _names = link.Control.Names;
    private int _isBack;

    public FtpLink Link => link;

    /// <summary>Whether it was idle before, and so may have ended meanwhile without anybody's fault.</summary>
    public bool IsReused => isReused;

    /// <summary>Whether the failure says no more than that the idle connection had ended, or that it was made under the wrong version of TLS: the same may be tried on another.</summary>
    public bool IsStale(Exception error, CancellationToken cancellationToken) => !cancellationToken.IsCancellationRequested
        && error is FtpException { Timeout: InternetTimeout.None } failure && (HasEnded(failure) || WantsTls12(failure));

    /// <inheritdoc/>
    public void Release(FtpLink link, bool reusable)
    {
        if (Interlocked.Exchange(ref _isBack, 1) != 0)
        {
            return;
        }

        link.Control.Names = _names;
        if (reusable && link.IsQuiet())
        {
            core.Pool.Return(target, link);
        }
        else
        {
            link.Release(core.Listen(null));
        }
    }

    private bool HasEnded(FtpException failure) => isReused && link.Control.IsClosed
        && (failure.ReplyCode == 421 || failure.Kind is InternetErrorKind.Truncated or InternetErrorKind.ConnectionReset or InternetErrorKind.ConnectionAborted);

    // What was refused has not begun; the next connection is made another way.
    private bool WantsTls12(FtpException failure) => failure is { Kind: InternetErrorKind.TlsFailed, ReplyCode: > 0 } && link is { IsTls13: true, Memory.AvoidsTls13: true };

    /// <summary>Gives it back after work that was not a file's.</summary>
    public void Release() => Release(link, reusable: true);
}
