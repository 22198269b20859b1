namespace HiPerf.Ftp;

/// <summary>What a reply is to the commands that wait for one.</summary>
public enum ControlAnswerKind : byte
{
    /// <summary>It ends its command, well or ill.</summary>
    Final = 0,

    /// <summary>Another reply to the same command follows.</summary>
    Preliminary,

    /// <summary>It ends the connection: 421 at any time, 221 to QUIT. No command waits any more.</summary>
    Closing,

    /// <summary>It may not stand here: the connection is lost, and every later reply is answered alike.</summary>
    Refused,
}

/// <summary>The answer to a reply: what it is, and which command it belongs to.</summary>
public readonly record struct ControlAnswer
{
    private ControlAnswer(ControlAnswerKind kind, FtpCommand command, ParseError error)
    {
        Kind = kind;
        Command = command;
        Error = error;
    }

    /// <summary>What the reply is.</summary>
    public ControlAnswerKind Kind { get; }

    /// <summary>The command that it answers; Unknown for one that is not registered, for the greeting, and where none waits.</summary>
    public FtpCommand Command { get; }

    /// <summary>Why it was refused, else <see cref="ParseError.None"/>.</summary>
    public ParseError Error { get; }

    internal static ControlAnswer Of(ControlAnswerKind kind, FtpCommand command) => new(kind, command, ParseError.None);

    internal static ControlAnswer Refused(FtpCommand command, ParseError error) => new(ControlAnswerKind.Refused, command, error);
}
