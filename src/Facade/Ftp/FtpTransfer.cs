// One transfer, from the command that began it to its final reply. It succeeded when its data ended in good order and the reply says so;
// either alone is no success (catalogue FC-08). Whatever happens, it ends once: the turn goes back, and the link to who lent it. Where replies are
// still owed then, whoever takes the turn next reads them first. Reading and writing are FtpDownload's and FtpUpload's.

using System.Net.Sockets;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>One transfer: its data connection, its replies, its end. One operation at a time; <see cref="Abort"/> from any thread.</summary>
internal sealed class FtpTransfer(FtpLink link, in FtpTransferRequest request, FtpDataChannel channel, IFtpHolder? holder)
{
    private const int Idle = 0, Busy = 1;

    private readonly FtpTransferRequest _request = request;
    private readonly DataRate? _least = link.Timeouts.MinDataRate > 0 ? Started(new DataRate(link.Control.Time, link.Timeouts.MinDataRate)) : null;
    private readonly FtpRate? _most = link.Data.UseRate(link.Options.MaxBytesPerSecond, link.Control.Time);
    private int _state;
    private int _released;

    public FtpLink Link => link;

    public FtpControl Control => link.Control;

    public FtpDataChannel Channel => channel;

    public FtpCommand Command => _request.Command;

    public bool IsUpload => _request.IsUpload;

    public bool IsText => _request.Type == FtpTransferType.Ascii;

    /// <summary>Octets of the whole file; null when unknown.</summary>
    public long? Length { get; init; }

    /// <summary>Whether <see cref="Length"/> was asked for, and is more than a hint.</summary>
    public bool IsLengthKnown => _request.Length is not null;

    /// <summary>The name a server chose for STOU; null when it did not tell.</summary>
    public string? UniqueName { get; init; }

    /// <summary>Octets moved over the data connection.</summary>
    public long Moved { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>Whether it ended, well or ill.</summary>
    public bool HasEnded => Volatile.Read(ref _released) != 0;

    /// <summary>Whether the next data port is asked for as soon as this transfer's data has ended, so that its answer comes with the final reply.</summary>
    public bool AsksNextPort { get; set; }

    /// <summary>Whether the end of the transfer leaves the turn to who began it: a batch, a listing.</summary>
    public bool KeepsTurn { get; init; }

    /// <summary>Takes the transfer for one operation.</summary>
    /// <exception cref="FtpException">Busy: another one is under way. ConnectionAborted: it has failed or was given up before.</exception>
    public void Enter()
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle)
        {
            throw FtpErrors.Busy(Control.Key);
        }

        if (HasEnded && !IsComplete)
        {
            Leave();
            throw FtpErrors.Aborted(Phase, Control.Key);
        }
    }

    public void Leave() => Volatile.Write(ref _state, Idle);

    /// <summary>How much of this may be moved in one piece.</summary>
    public int Share(int wanted) => _most is null ? wanted : _most.Share(wanted);

    /// <summary>The wait that the limit of speed asks for before the next piece; null for none.</summary>
    public FtpRate? Pause => _most is not null && _most.Due() > TimeSpan.Zero ? _most : null;

    /// <summary>Starts the limit of one wait for data.</summary>
    public void LimitStall()
    {
        _least?.Resume();
        _ = Control.Deadline.Start(IsUpload ? InternetTimeout.Send : InternetTimeout.Receive, Phase, link.Timeouts.ReadStall);
    }

    /// <summary>Counts what was moved, and ends the limit.</summary>
    public void Count(int octets, bool waited)
    {
        if (waited)
        {
            FtpDataErrors.ThrowIfFired(Control);
        }

        Moved += octets;
        _most?.Take(octets);
        if (_least is null)
        {
            return;
        }

        _least.Add(octets);
        if (octets > 0 && _least.IsTooSlow())
        {
            throw FtpDataErrors.TooSlow(link.Timeouts.MinDataRate, Control.Key);
        }

        _least.Pause();
    }

    /// <summary>Takes note that the data ended in good order, and asks for the next port where that is wanted.</summary>
    public void EndData()
    {
        Control.State.EndData();
        Control.Phase = InternetPhase.ReceivingHead;
        if (AsksNextPort)
        {
            FtpPassive.Ask(link);
        }
    }

    /// <summary>Judges the final reply behind data that ended in good order.</summary>
    public void Conclude(int code)
    {
        if (code >= 400)
        {
            throw FtpDataErrors.Refused(link, Phase);
        }

        if (!IsUpload && !IsText && Length is { } length && length != Moved + _request.Offset && (IsLengthKnown || Moved + _request.Offset < length))
        {
            throw FtpDataErrors.WrongLength(Control, length, Moved + _request.Offset);
        }

        IsComplete = true;
        link.Listener.Raise(PhaseEventKind.ContentReceived, bytes: Moved);
        link.Listener.RaiseIfHeard(PhaseEventKind.Completed);
        Release();
    }

    /// <summary>Finds what the server has to say of data that failed: its reply is the better reason.</summary>
    public async ValueTask<Exception> ExplainAsync(Exception error)
    {
        if (!MayExplain(error))
        {
            return error;
        }

        try
        {
            return await Control.FinishAsync(CancellationToken.None).ConfigureAwait(false) >= 400 ? FtpDataErrors.Refused(link, Phase, error) : error;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            return Control.Deadline.HasFired ? e : error;
        }
    }

    /// <summary>The same by synchronous I/O.</summary>
    public Exception Explain(Exception error)
    {
        if (!MayExplain(error))
        {
            return error;
        }

        try
        {
            return Control.Finish() >= 400 ? FtpDataErrors.Refused(link, Phase, error) : error;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            return Control.Deadline.HasFired ? e : error;
        }
    }

    /// <summary>Ends the transfer as failed. The connection lives on when no reply is owed.</summary>
    /// <returns>The error in the family's words.</returns>
    public Exception Fail(Exception error, CancellationToken cancellationToken)
    {
        // Data that fails when the control connection is closed fails by that: this side closed both.
        var isAbort = Control.IsClosed && !Control.Deadline.HasFired && !cancellationToken.IsCancellationRequested
            && error is not InternetException and (IOException or SocketException or ObjectDisposedException);
        var told = isAbort ? FtpErrors.Aborted(Phase, Control.Key) : Control.Translate(error, cancellationToken);
        channel.Reset();
        if (Control.State.HasTransfer || cancellationToken.IsCancellationRequested)
        {
            Control.Abort();
        }

        link.Listener.RaiseIfHeard(PhaseEventKind.Completed, told);
        Release();
        return told;
    }

    /// <summary>Drops data and control connection at once.</summary>
    public void Abort()
    {
        if (!HasEnded)
        {
            Control.Abort();
        }
    }

    /// <summary>Gives up what is incomplete: the data connection is reset, and the reply left for who takes the turn next.</summary>
    public void GiveUp()
    {
        if (HasEnded)
        {
            return;
        }

        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle)
        {
            // The operation under way on another thread fails, and ends the transfer.
            Control.Abort();
            return;
        }

        channel.Reset();
        Release();
        Leave();
    }

    /// <summary>Gives up what is incomplete and awaits the server's word on it.</summary>
    /// <param name="aborts">Whether ABOR is sent too, for servers that do not notice.</param>
    /// <returns>Whether the connection may be used on.</returns>
    public async ValueTask<bool> SettleAsync(bool aborts)
    {
        if (HasEnded)
        {
            return !Control.IsClosed;
        }

        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle)
        {
            Control.Abort();
            return false;
        }

        try
        {
            if (Moved == 0 && !IsUpload)
            {
                await channel.HearTicketsAsync(link.Options.SettleTimeout, Control.Time).ConfigureAwait(false);
            }

            channel.Reset();
            if (aborts && !Control.IsClosed && Control.State.MaySend(FtpCommand.Abor))
            {
                Control.Write(FtpCommand.Abor);
            }

            return await FtpSettlement.RunAsync(link).ConfigureAwait(false);
        }
        finally
        {
            Release();
            Leave();
        }
    }

    private InternetPhase Phase => _request.IsUpload ? InternetPhase.SendingContent : InternetPhase.ReceivingContent;

    private static DataRate Started(DataRate rate)
    {
        rate.Start();
        rate.Pause();
        return rate;
    }

    // A failure of the data connection alone leaves the server's reply to come; a limit, an abort, a reply that was read already do not.
    private bool MayExplain(Exception error)
    {
        if (Control.IsClosed || !Control.State.HasTransfer || error is not (IOException or SocketException or ObjectDisposedException)
            || error is InternetException { Kind: InternetErrorKind.Timeout })
        {
            return false;
        }

        channel.Reset();
        return true;
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) != 0)
        {
            return;
        }

        Control.Data = null;
        Control.Phase = InternetPhase.Idle;
        if (!KeepsTurn)
        {
            link.Turn.Leave();
            holder?.Release(link, !Control.IsClosed && Control.State.IsIdle);
        }
    }
}
