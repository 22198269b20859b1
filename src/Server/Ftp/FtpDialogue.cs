using System.Net;
using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>Executes the commands of one session: all but what must wait, a password and a transfer, is done and answered here.</summary>
/// <remarks>Before the login: USER, PASS, QUIT, FEAT, HELP, NOOP, OPTS; all else is 530. What would write is 550, what is not spoken 502.</remarks>
internal sealed class FtpDialogue : IDisposable
{
    private readonly FtpFolderOptions _options;
    private readonly ReplySender _replies;
    private int _unknown;

    public FtpDialogue(FtpFolderOptions options, FtpFolder folder, PassivePorts ports, ReplySender replies, IPAddress? local)
    {
        _options = options;
        _replies = replies;
        Files = new FileDialogue(folder, replies);
        DataPort = new DataPortDialogue(options, ports, replies, local);
    }

    public FileDialogue Files { get; }

    public DataPortDialogue DataPort { get; }

    /// <summary>What USER said last; null when no password is awaited.</summary>
    public string? User { get; private set; }

    /// <summary>What PASS said, until it is taken.</summary>
    public string? Password { get; private set; }

    public bool IsLoggedIn { get; private set; }

    /// <summary>Executes one command.</summary>
    /// <param name="buffer">Holds its line.</param>
    /// <param name="line">The line.</param>
    /// <returns>What follows.</returns>
    public FtpStep Execute(ReadOnlySpan<byte> buffer, in FtpCommandLine line)
    {
        var argument = line.Argument.In(buffer);
        if (TelnetText.NeedsUnescape(argument))
        {
            Span<byte> text = new byte[argument.Length];
            _ = TelnetText.TryUnescape(argument, text, out var length);
            return Execute(line.Command, line.Verb.In(buffer), text[..length]);
        }

        return Execute(line.Command, line.Verb.In(buffer), argument);
    }

    /// <summary>Takes the answer to the password: the session is logged in, or begins anew with USER.</summary>
    public void EndLogin(bool isValid)
    {
        (User, Password, IsLoggedIn) = (null, null, isValid);
    }

    public void Dispose()
    {
        DataPort.Dispose();
        Files.Source?.Dispose();
    }

    private FtpStep Execute(FtpCommand command, ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument)
    {
        if (command is not (FtpCommand.Rest or FtpCommand.Retr))
        {
            Files.Offset = 0;
        }

        if (!IsLoggedIn && command is not (FtpCommand.User or FtpCommand.Pass or FtpCommand.Quit or FtpCommand.Feat or FtpCommand.Help or FtpCommand.Noop or FtpCommand.Opts))
        {
            return RefuseBeforeLogin(command, verb);
        }

        switch (command)
        {
            case FtpCommand.Retr:
                return Retrieve(argument);
            case FtpCommand.List:
                return Files.List(argument, ListingForm.Long);
            case FtpCommand.Nlst:
                return Files.List(argument, ListingForm.Names);
            case FtpCommand.Mlsd:
                return Files.List(argument, ListingForm.Facts);
            case FtpCommand.User:
                SetUser(argument);
                return FtpStep.Next;
            case FtpCommand.Pass:
                return SetPassword(argument);
            case FtpCommand.Quit:
                _replies.Write(221, "Goodbye."u8);
                return FtpStep.Close;
            case FtpCommand.Abor:
                return FtpStep.Abort;
            default:
                Answer(command, argument);
                return FtpStep.Next;
        }
    }

    private void Answer(FtpCommand command, ReadOnlySpan<byte> argument)
    {
        switch (command)
        {
            case FtpCommand.Noop:
                _replies.Write(200, "Done."u8);
                break;
            case FtpCommand.Epsv:
                DataPort.ExtendedPassive(argument);
                break;
            case FtpCommand.Pasv:
                DataPort.Passive();
                break;
            case FtpCommand.Size:
                Files.TellSize(argument);
                break;
            case FtpCommand.Mdtm:
                Files.TellTime(argument);
                break;
            case FtpCommand.Mlst:
                Files.TellFacts(argument);
                break;
            case FtpCommand.Cwd or FtpCommand.Xcwd when argument.IsEmpty:
                _replies.Write(501, "A name is missing."u8);
                break;
            case FtpCommand.Cwd or FtpCommand.Xcwd:
                Files.Enter(argument);
                break;
            case FtpCommand.Cdup or FtpCommand.Xcup:
                Files.Enter(".."u8);
                break;
            case FtpCommand.Pwd or FtpCommand.Xpwd:
                Files.TellCurrent();
                break;
            case FtpCommand.Rest:
                Restart(argument);
                break;
            case FtpCommand.Stor or FtpCommand.Appe or FtpCommand.Stou or FtpCommand.Dele or FtpCommand.Rmd or FtpCommand.Xrmd or FtpCommand.Mkd or FtpCommand.Xmkd
                or FtpCommand.Rnfr or FtpCommand.Rnto:
                _replies.Write(550, "This server is for reading only."u8);
                break;
            case FtpCommand.Unknown:
                _replies.Write(500, "Command not known."u8);
                break;
            default:
                ParameterReplies.Answer(_replies, Files, command, argument);
                break;
        }
    }

    // An offset holds for one RETR, be it refused.
    private FtpStep Retrieve(ReadOnlySpan<byte> argument)
    {
        var step = Files.Retrieve(argument);
        Files.Offset = 0;
        return step;
    }

    private FtpStep RefuseBeforeLogin(FtpCommand command, ReadOnlySpan<byte> verb)
    {
        if (command != FtpCommand.Unknown)
        {
            _replies.Write(530, "Log in first."u8);
            return FtpStep.Next;
        }

        // Another protocol's client, led here to have its request taken for commands (catalogue FS-14).
        if (HttpVerbs.IsOne(verb))
        {
            return FtpStep.Drop;
        }

        if (++_unknown >= _options.MaxUnknownCommands)
        {
            _replies.Write(421, "Too many unknown commands."u8);
            return FtpStep.Refuse;
        }

        _replies.Write(500, "Command not known."u8);
        return FtpStep.Next;
    }

    // The same for every name: who is known is not told. RFC 2577 section 5.
    private void SetUser(ReadOnlySpan<byte> argument)
    {
        if (argument.IsEmpty)
        {
            _replies.Write(501, "A name is missing."u8);
            return;
        }

        (User, IsLoggedIn) = (Encoding.UTF8.GetString(argument), false);
        _replies.Write(331, "Password, please."u8);
    }

    private FtpStep SetPassword(ReadOnlySpan<byte> argument)
    {
        if (User is null)
        {
            _replies.Write(503, "USER comes first."u8);
            return FtpStep.Next;
        }

        Password = Encoding.UTF8.GetString(argument);
        return FtpStep.LogIn;
    }

    // RFC 3659 section 5.
    private void Restart(ReadOnlySpan<byte> argument)
    {
        if (!SizeParser.Parse(argument, out var offset).IsDone)
        {
            Files.Offset = 0;
            _replies.Write(501, "REST takes a number of octets."u8);
            return;
        }

        Files.Offset = offset;
        _replies.Write(350, "RETR comes next."u8);
    }
}
