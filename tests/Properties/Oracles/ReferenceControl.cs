using HiPerf.Ftp;

namespace HiPerf.Properties.Oracles;

/// <summary>The accounts of replies as a list and the codes of RFC 959 section 5.4, RFC 2228, 2428, 3659 and 4217.</summary>
internal sealed class ReferenceControl
{
    private bool _isGreeted;
    private bool _mayRename;

    public List<FtpCommand> Waiting { get; } = [];

    public bool IsClosed { get; private set; }

    public bool IsOpen { get; private set; }

    // What the client may not send is left out, as the target does.
    public void Send(FtpCommand command)
    {
        bool alone = command == FtpCommand.Auth || Waiting.Any(w => w is FtpCommand.Auth or FtpCommand.Quit);
        if (!_isGreeted || IsClosed || Waiting.Count >= 4 || (alone && Waiting.Count > 0)
            || (command == FtpCommand.Retr && Waiting.Contains(FtpCommand.Retr)) || (command == FtpCommand.Rnto && !_mayRename))
        {
            return;
        }

        _mayRename = false;
        Waiting.Add(command);
    }

    public ParseError Receive(int code)
    {
        if (IsClosed)
        {
            return ParseError.ReplyAfterClose;
        }

        if (code == 421)
        {
            Close();
            return ParseError.None;
        }

        if (!_isGreeted)
        {
            if (code == 120)
            {
                return ParseError.None;
            }

            if (code < 400 && code != 220)
            {
                return ParseError.MismatchedReply;
            }

            _isGreeted = code == 220;
            IsClosed = code >= 400;
            return ParseError.None;
        }

        if (Waiting.Count == 0)
        {
            return ParseError.UnsolicitedReply;
        }

        FtpCommand command = Waiting[0];
        if (command == FtpCommand.Retr && code == 150)
        {
            bool second = IsOpen;
            IsOpen = true;
            return second ? ParseError.RepeatedPreliminaryReply : ParseError.None;
        }

        if (command == FtpCommand.Retr && code == 110 && IsOpen)
        {
            return ParseError.None;
        }

        if (command == FtpCommand.Retr && !IsOpen && (code is 226 or 200 or 250))
        {
            return ParseError.MissingPreliminaryReply;
        }

        if (code < 400 && !Successes(command).Contains(code))
        {
            return ParseError.MismatchedReply;
        }

        if (command == FtpCommand.Quit && code == 221)
        {
            Close();
            return ParseError.None;
        }

        IsOpen &= command != FtpCommand.Retr;
        _mayRename = command == FtpCommand.Rnfr && code == 350 && Waiting.Count == 1;
        Waiting.RemoveAt(0);
        return ParseError.None;
    }

    private static int[] Successes(FtpCommand command) => command switch
    {
        FtpCommand.User => [200, 250, 230, 331],
        FtpCommand.Pasv => [227],
        FtpCommand.Epsv => [229, 200, 250],
        FtpCommand.Pwd => [257, 200, 250],
        FtpCommand.Size => [213],
        FtpCommand.Stat => [213, 200, 250],
        FtpCommand.Rest or FtpCommand.Rnfr => [350],
        FtpCommand.Retr or FtpCommand.Abor => [226, 200, 250],
        FtpCommand.Quit => [221],
        FtpCommand.Auth => [234],
        _ => [200, 250, 213],
    };

    private void Close()
    {
        IsClosed = true;
        IsOpen = false;
        Waiting.Clear();
    }
}
