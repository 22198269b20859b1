using System.Net;
using System.Runtime.CompilerServices;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server;

/// <summary>One session: reads commands in order, answers each before it executes the next, makes one transfer at a time.</summary>
/// <remarks>This loop alone writes replies, and <see cref="Meanwhile"/> while the loop waits for it: none comes between another's lines.</remarks>
internal sealed class FtpConnection : IDisposable
{
    // Replies to commands that came together are flushed at the latest when this many octets wait.
    private const int MaxUnflushed = 64 * 1024;

    private readonly FtpFolderOptions _options;
    private readonly ConnectionContext _connection;
    private readonly ServerSession _session;
    private readonly TimeProvider _clock;
    private readonly ParsePump _pump;
    private readonly CommandReader _commands;
    private readonly ReplySender _replies;
    private readonly FtpDialogue _dialogue;
    private readonly Deadline _deadline;
    private readonly DataTransfer _transfer;
    private readonly IPAddress? _peer;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _stopRegistration;
    private readonly CancellationTokenRegistration _closedRegistration;
    private readonly Action _wake;
    private readonly Meanwhile _meanwhile;
    private long _began;
    private int _failures;

    public FtpConnection(FtpFolderOptions options, FtpFolder folder, PassivePorts ports, ConnectionContext connection, ServerSession session, TimeProvider clock)
    {
        _options = options;
        _connection = connection;
        _session = session;
        _clock = clock;
        _began = clock.GetTimestamp();
        _peer = AddressOf(connection.RemoteEndPoint);
        _pump = ParsePump.Create(connection.Transport.Input);
        _commands = new CommandReader(options.Limits);
        _replies = new ReplySender(options, connection, session, clock);
        _dialogue = new FtpDialogue(options, folder, ports, _replies, _peer is null ? null : AddressOf(connection.LocalEndPoint));
        _wake = connection.Transport.Input.CancelPendingRead;
        _deadline = new Deadline(clock, static state => ((FtpConnection)state!).OnTimeout(), this);
        _transfer = new DataTransfer(options, session, _deadline);
        _meanwhile = new Meanwhile(options, _pump, _commands, _replies, _transfer, session, _wake);
        _stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        _stopRegistration = _stopping.UnsafeRegister(static wake => ((Action)wake!)(), _wake);
        _closedRegistration = connection.ConnectionClosed.UnsafeRegister(static transfer => ((DataTransfer)transfer!).Abort(), _transfer);
    }

    /// <summary>Serves the session to its end. What it throws means: abort.</summary>
    public async Task RunAsync()
    {
        _replies.Write(220, System.Text.Encoding.UTF8.GetBytes(_options.ServerName + " ready."));
        var step = FtpStep.Next;
        while (step == FtpStep.Next)
        {
            if (_meanwhile.TryDequeue(out var line))
            {
                _ = _commands.Parse(line, 0);
                step = ExecuteLine(line);
            }
            else
            {
                // A wait that a transfer's end cancelled, and was not begun, is seen by the next read: it says nothing.
                if (!_pump.TryRead(_commands, out var result) || (result.NeedsMoreData && !_pump.EndOfInput))
                {
                    result = await WaitForCommandAsync().ConfigureAwait(false);
                }

                step = result.IsDone ? Execute(result.Consumed) : EndWithout(result);
            }

            step = step switch
            {
                FtpStep.LogIn => await LogInAsync().ConfigureAwait(false),
                FtpStep.Transfer => await TransferAsync().ConfigureAwait(false),
                FtpStep.Abort => AnswerAbort(),
                _ => step,
            };
            if (_replies.Unflushed > MaxUnflushed)
            {
                await _replies.FlushAsync().ConfigureAwait(false);
            }
        }

        if (step != FtpStep.Drop)
        {
            await CloseAsync(step == FtpStep.Refuse).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _stopRegistration.Dispose();
        _closedRegistration.Dispose();
        _transfer.Abort();
        _deadline.Dispose();
        _dialogue.Dispose();
        _replies.Dispose();
        _pump.Dispose();
    }

    private TimeSpan LoginTimeLeft => _options.LoginTimeout - _clock.GetElapsedTime(_began);

    private static IPAddress? AddressOf(EndPoint? endPoint) => endPoint is IPEndPoint { Address: var address } ? PassivePort.Unmapped(address) : null;

    private void OnTimeout()
    {
        _transfer.Abort();
        _wake();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ParseResult> WaitForCommandAsync()
    {
        await _replies.FlushAsync().ConfigureAwait(false);
        _session.Enter(SessionState.Idle);
        _pump.ReleaseBuffer();
        var limit = _dialogue.IsLoggedIn || LoginTimeLeft > _options.IdleTimeout ? _options.IdleTimeout : LoginTimeLeft;
        if (limit <= TimeSpan.Zero || !_deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, limit))
        {
            return ParseResult.NeedMoreData(0);
        }

        while (true)
        {
            // A transfer that has ended, and a stop, cancel the pending read as the deadline does.
            var result = await _pump.ReadAsync(_commands).ConfigureAwait(false);
            if (!result.NeedsMoreData || _pump.EndOfInput || _deadline.HasFired || _stopping.IsCancellationRequested)
            {
                _ = _deadline.Stop();
                _session.Enter(SessionState.Active);
                return result;
            }
        }
    }

    private FtpStep EndWithout(ParseResult result)
    {
        if (!result.NeedsMoreData)
        {
            // Whatever follows may be another protocol's: nothing of it is read.
            _replies.Write(500, result.Error == ParseError.CommandLineTooLong ? "The line is too long."u8 : "That is no command line."u8);
            return FtpStep.Refuse;
        }

        if (_pump.EndOfInput)
        {
            return FtpStep.Close;
        }

        _replies.Write(421, _stopping.IsCancellationRequested ? "The server stops."u8 : "The time is over."u8);
        return FtpStep.Close;
    }

    private FtpStep Execute(int length)
    {
        var step = ExecuteLine(_pump.Buffer.Span);
        _pump.Advance(length);
        _session.CountRequest();
        _session.CountReceived(length);
        return step;
    }

    private FtpStep ExecuteLine(ReadOnlySpan<byte> buffer)
    {
        var wasLoggedIn = _dialogue.IsLoggedIn;
        var step = _dialogue.Execute(buffer, in _commands.Line);
        if (wasLoggedIn && !_dialogue.IsLoggedIn)
        {
            // USER begins a new login, with its own time.
            _began = _clock.GetTimestamp();
        }

        return step;
    }

    private FtpStep AnswerAbort()
    {
        _dialogue.DataPort.Return();
        _replies.Write(226, "No transfer was under way."u8);
        return FtpStep.Next;
    }

    private async ValueTask<FtpStep> LogInAsync()
    {
        bool isValid;
        using (var limit = new CancellationTokenSource(Max(LoginTimeLeft, TimeSpan.Zero), _clock))
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _connection.ConnectionClosed);
            try
            {
                isValid = await _options.Login.IsValidAsync(_dialogue.User!, _dialogue.Password!, ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                _replies.Write(421, "The time is over."u8);
                return FtpStep.Close;
            }
        }

        if (isValid)
        {
            _dialogue.EndLogin(true);
            _replies.Write(230, "Logged in, for reading."u8);
            return FtpStep.Next;
        }

        _dialogue.EndLogin(false);
        await _replies.FlushAsync().ConfigureAwait(false);
        await DelayAsync(_options.LoginDelay * (1 << Math.Min(_failures, 4))).ConfigureAwait(false);
        if (++_failures >= _options.MaxLoginTries)
        {
            _replies.Write(421, "Too many wrong passwords."u8);
            return FtpStep.Refuse;
        }

        _replies.Write(530, "Not logged in."u8);
        return FtpStep.Next;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private async ValueTask DelayAsync(TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_connection.ConnectionClosed, _stopping);
        try
        {
            await Task.Delay(delay, _clock, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The session is about to end: nobody guesses faster by that.
        }
    }

    // What is there already and fits the system's buffer is sent without one wait; 150 and 226 then leave together, behind the data.
    private async ValueTask<FtpStep> TransferAsync()
    {
        using var source = _dialogue.Files.TakeSource();
        var port = _dialogue.DataPort;
        var within = port.Claim();
        if (port.Port is null || within <= TimeSpan.Zero)
        {
            port.Return();
            _replies.Write(425, "EPSV or PASV comes first."u8);
            return FtpStep.Next;
        }

        _transfer.Begin();
        var data = port.Port.TryAccept(_peer!);
        if (data is null)
        {
            var accepting = _transfer.AcceptAsync(port.Port, _peer!, within, _clock);
            await _meanwhile.ServeAsync(accepting).ConfigureAwait(false);
            data = await accepting.ConfigureAwait(false);
        }

        port.Return();
        if (data is null)
        {
            _replies.Write(_transfer.IsAborted ? 426 : 425, _transfer.IsAborted ? "The transfer was aborted."u8 : "Nobody connected in time."u8);
            return AfterTransfer();
        }

        WriteOpening(source);
        var sending = _transfer.SendAsync(data, source, _dialogue.Files.IsText && source is not ListingSource);
        if (!sending.IsCompleted)
        {
            var whole = sending.AsTask();
            await _meanwhile.ServeAsync(whole).ConfigureAwait(false);
            return AfterTransfer(await whole.ConfigureAwait(false));
        }

        return AfterTransfer(await sending.ConfigureAwait(false));
    }

    private void WriteOpening(TransferSource source)
    {
        if (source.Length < 0 || _dialogue.Files.IsText)
        {
            _replies.Write(150, "Here it comes."u8);
            return;
        }

        Span<byte> text = stackalloc byte[64];
        "Here it comes ("u8.CopyTo(text);
        _ = System.Buffers.Text.Utf8Formatter.TryFormat(source.Length, text[15..], out var length);
        " bytes)."u8.CopyTo(text[(15 + length)..]);
        _replies.Write(150, text[..(23 + length)]);
    }

    private FtpStep AfterTransfer(TransferEnd end)
    {
        switch (end)
        {
            case TransferEnd.Done:
                _replies.Write(226, "Done."u8);
                break;
            case TransferEnd.NotReadable:
                _replies.Write(451, "It cannot be read to its end."u8);
                break;
            case TransferEnd.Stalled:
                _replies.Write(421, "The data connection stalled."u8);
                return FtpStep.Close;
            default:
                _replies.Write(426, "The transfer was aborted."u8);
                break;
        }

        return AfterTransfer();
    }

    private FtpStep AfterTransfer()
    {
        if (_meanwhile.TakeAbort())
        {
            _replies.Write(226, "Aborted."u8);
        }

        if (!_meanwhile.IsQuitting)
        {
            return FtpStep.Next;
        }

        _replies.Write(221, "Goodbye."u8);
        return FtpStep.Close;
    }

    private async ValueTask CloseAsync(bool lingers)
    {
        _session.Enter(SessionState.Closing);
        await _replies.FlushAsync().ConfigureAwait(false);
        if (!lingers)
        {
            return;
        }

        await _replies.EndAsync().ConfigureAwait(false);
        await Linger.RunAsync(_connection, _pump, _clock, _options.LingerTimeout, _options.MaxLinger).ConfigureAwait(false);
    }
}
