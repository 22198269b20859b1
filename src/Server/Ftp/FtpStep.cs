namespace HiPerf.Server;

/// <summary>What follows once a command is executed.</summary>
internal enum FtpStep
{
    /// <summary>The next command.</summary>
    Next,

    /// <summary>A password is to be looked at.</summary>
    LogIn,

    /// <summary>A transfer is to be made.</summary>
    Transfer,

    /// <summary>ABOR: the transfer under way is to end.</summary>
    Abort,

    /// <summary>The last reply is written: the session ends.</summary>
    Close,

    /// <summary>The last reply is written, and the client may still be sending: the session ends and lingers.</summary>
    Refuse,

    /// <summary>The session ends without another word.</summary>
    Drop,
}
