using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>The accounts of a control connection, as a client keeps them: which commands wait for a reply, in which order, and whether the one that comes may be theirs.</summary>
/// <remarks>
/// <para>RFC 959 section 5.4; the replies each command may have are <see cref="ControlTable"/>. Every command is reported by <see cref="Send(FtpCommand)"/> before it is
/// written, every reply by <see cref="Receive"/>. So a stale reply, a second one, and one that nobody asked for are noticed as soon as the table can tell, and the
/// connection is lost: what cannot be told apart any more is not guessed.</para>
/// <para>What the peer does wrong is an answer; what this end does wrong throws <see cref="InvalidOperationException"/>. It reads no octet, knows no time, allocates nothing.</para>
/// </remarks>
public struct ControlState
{
    /// <summary>The most commands that may wait for their replies.</summary>
    public const int MaxOutstanding = 16;

    private Slots _commands;
    private byte _first;
    private byte _count;
    private bool _isGreeted;
    private bool _isClosed;
    private bool _isTransferOpen;
    private bool _mayRename;
    private bool _isTransferSuccess;
    private bool _hasDataEnded;
    private bool _hasTransferReply;
    private ParseError _error;

    /// <summary>Whether the server has greeted: before that nothing may be sent.</summary>
    public readonly bool IsGreeted => _isGreeted;

    /// <summary>Commands that wait for their final reply; the greeting counts as none.</summary>
    public readonly int Outstanding => _count;

    /// <summary>The command that the next reply answers, Unknown where none waits.</summary>
    public readonly FtpCommand Next => _count == 0 ? FtpCommand.Unknown : (FtpCommand)_commands[_first];

    /// <summary>Whether a transfer waits for its final reply, begun or not.</summary>
    public readonly bool HasTransfer
    {
        get
        {
            for (int i = 0; i < _count; i++)
            {
                if (ControlTable.Row(At(i)) == ControlTable.Transfer)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the server said 125 or 150 and the transfer's final reply has not come.</summary>
    public readonly bool IsTransferOpen => _isTransferOpen;

    /// <summary>Whether the last transfer succeeded: its data ended in good order, and its final reply is 2yz. Either alone is no success.</summary>
    public readonly bool IsTransferComplete => _hasTransferReply && _isTransferSuccess && _hasDataEnded && _error == ParseError.None;

    /// <summary>Whether the server ended the connection: 421, or 221 to QUIT.</summary>
    public readonly bool IsClosed => _isClosed;

    /// <summary>The first rule that the peer broke, <see cref="ParseError.None"/> where it broke none.</summary>
    public readonly ParseError Error => _error;

    /// <summary>Whether the connection stands between two commands and may be kept for others.</summary>
    public readonly bool IsIdle => _isGreeted && _count == 0 && !_isClosed && _error == ParseError.None;

    /// <summary>Takes note of a command that is about to be written.</summary>
    /// <param name="command">A registered command; Unknown for any other.</param>
    /// <exception cref="InvalidOperationException">Before the greeting; after the connection is closed or lost; more than <see cref="MaxOutstanding"/>; behind AUTH, ADAT, QUIT or
    /// REIN that wait; AUTH, ADAT or REIN while others wait; a transfer while one waits; RNTO without a 350 to RNFR right before it.</exception>
    public void Send(FtpCommand command)
    {
        if (Objection(command) is { } reason)
        {
            Refuse(command, reason);
        }

        if (ControlTable.Row(command) == ControlTable.Transfer)
        {
            _hasTransferReply = _hasDataEnded = _isTransferSuccess = false;
        }

        _mayRename = false;
        _commands[(_first + _count) % MaxOutstanding] = (byte)command;
        _count++;
    }

    /// <summary>Whether <see cref="Send(FtpCommand)"/> would take this command now.</summary>
    /// <param name="command">A registered command; Unknown for any other.</param>
    public readonly bool MaySend(FtpCommand command) => Objection(command) is null;

    /// <summary>Takes note of a reply.</summary>
    /// <param name="code">100 to 599, as <see cref="FtpReply.Code"/> has it.</param>
    /// <returns>Final, Preliminary or Closing, with the command that is answered. Refused: UnsolicitedReply, MismatchedReply, RepeatedPreliminaryReply,
    /// MissingPreliminaryReply, ReplyAfterClose, or the error of an earlier refusal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code is no reply's.</exception>
    public ControlAnswer Receive(int code)
    {
        if (code is < 100 or > 599)
        {
            FtpMisuse.BadReplyCode(code);
        }

        FtpCommand command = Next;
        if (_error != ParseError.None || _isClosed)
        {
            return Lose(command, ParseError.ReplyAfterClose);
        }

        if (code == 421)
        {
            return Close(command);
        }

        if (_isGreeted && _count == 0)
        {
            return Lose(command, ParseError.UnsolicitedReply);
        }

        byte row = !_isGreeted ? ControlTable.Greeting : ControlTable.Row(command);
        if (row == ControlTable.Transfer && _isTransferOpen)
        {
            row = ControlTable.TransferOpen;
        }

        switch (ControlTable.Next(row, ControlTable.Column(code)))
        {
            case ControlTable.Preliminary:
                return ControlAnswer.Of(ControlAnswerKind.Preliminary, command);
            case ControlTable.Begins:
                _isTransferOpen = true;
                return ControlAnswer.Of(ControlAnswerKind.Preliminary, command);
            case ControlTable.Closes:
                return Close(command);
            case ControlTable.Final:
                return Complete(row, command, code);
            case ControlTable.Repeated:
                return Lose(command, ParseError.RepeatedPreliminaryReply);
            case ControlTable.Missing:
                return Lose(command, ParseError.MissingPreliminaryReply);
            default:
                return Lose(command, ParseError.MismatchedReply);
        }
    }

    /// <summary>Takes note that the data connection ended in good order: FIN, and close_notify before it where the channel is protected; for an upload, that all was sent.</summary>
    /// <remarks>What ends otherwise is not reported here, and the transfer is then never complete.</remarks>
    /// <exception cref="InvalidOperationException">No transfer was begun.</exception>
    public void EndData()
    {
        if (!_isTransferOpen && !_hasTransferReply && !HasTransfer)
        {
            Refuse(FtpCommand.Unknown, "no transfer was begun");
        }

        _hasDataEnded = true;
    }

    /// <summary>Asks whether TLS may begin on the control connection, behind a 234.</summary>
    /// <param name="buffered">Octets that were read and belong to no reply.</param>
    /// <returns>None. OctetsBeforeTls where any are buffered: the connection is lost. MismatchedReply where a command still waits.</returns>
    /// <remarks>RFC 4217 section 4. Whatever came in clear would otherwise be read as protected.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ParseError BeginTls(int buffered)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(buffered);
        if (_error == ParseError.None && (buffered > 0 || _count > 0))
        {
            _error = buffered > 0 ? ParseError.OctetsBeforeTls : ParseError.MismatchedReply;
        }

        return _error;
    }

    private static bool IsBarrier(byte row) => row is ControlTable.Auth or ControlTable.Reinitialize;

    private readonly string? Objection(FtpCommand command)
    {
        byte row = ControlTable.Row(command);
        byte last = _count == 0 ? ControlTable.Plain : ControlTable.Row(At(_count - 1));
        return !_isGreeted || _isClosed || _error != ParseError.None ? "the connection is not open"
            : _count == MaxOutstanding ? "too many commands wait for their replies"
            : _count > 0 && (IsBarrier(row) || IsBarrier(last) || last == ControlTable.Quit) ? "AUTH, ADAT and REIN stand alone, and nothing stands behind QUIT"
            : command == FtpCommand.Rnto && !_mayRename ? "RNFR was not answered with 350 right before it"
            : row == ControlTable.Transfer && HasTransfer ? "a transfer waits for its final reply"
            : null;
    }

    private readonly FtpCommand At(int index) => (FtpCommand)_commands[(_first + index) % MaxOutstanding];

    private ControlAnswer Complete(byte row, FtpCommand command, int code)
    {
        if (row == ControlTable.Greeting)
        {
            _isGreeted = code < 400;
            _isClosed = !_isGreeted;
            return ControlAnswer.Of(_isClosed ? ControlAnswerKind.Closing : ControlAnswerKind.Final, command);
        }

        if (row is ControlTable.Transfer or ControlTable.TransferOpen)
        {
            _isTransferOpen = false;
            _hasTransferReply = true;
            _isTransferSuccess = code < 300;
        }

        // Only the latest reply of all makes the next command RNTO's turn.
        _mayRename = row == ControlTable.RenameFrom && code == 350 && _count == 1;
        _first = (byte)((_first + 1) % MaxOutstanding);
        _count--;
        return ControlAnswer.Of(ControlAnswerKind.Final, command);
    }

    private ControlAnswer Close(FtpCommand command)
    {
        _isClosed = true;
        _isTransferOpen = false;
        _count = 0;
        return ControlAnswer.Of(ControlAnswerKind.Closing, command);
    }

    private ControlAnswer Lose(FtpCommand command, ParseError error)
    {
        _error = _error == ParseError.None ? error : _error;
        return ControlAnswer.Refused(command, _error);
    }

    [DoesNotReturn]
    private static void Refuse(FtpCommand command, string reason) =>
        throw new InvalidOperationException($"{(command == FtpCommand.Unknown ? "This" : FtpCommands.Text(command))} cannot stand here: {reason} (RFC 959 section 5.4).");

    [InlineArray(MaxOutstanding)]
    private struct Slots
    {
        private byte _slot;
    }
}
