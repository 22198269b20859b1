namespace HiPerf.Cli;

/// <summary>What the process answers to whoever started it. Fixed numbers: scripts depend on them; docs/cli.md lists them.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>A failure none of the others names.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong, or the URL is none.</summary>
    public const int Usage = 2;

    /// <summary>A local file or folder is missing, or cannot be read or written.</summary>
    public const int LocalFile = 3;

    /// <summary>The server answered with a status of 400 to 499; an FTP server has no such file, or refuses it or the login.</summary>
    public const int ClientErrorStatus = 4;

    /// <summary>The server answered with a status of 500 to 599, an FTP server with another 4yz or 5yz.</summary>
    public const int ServerErrorStatus = 5;

    /// <summary>The host name has no address.</summary>
    public const int NameNotResolved = 6;

    /// <summary>The connection was refused, or the host cannot be reached.</summary>
    public const int CannotConnect = 7;

    /// <summary>The certificate was rejected, or TLS failed.</summary>
    public const int Tls = 8;

    /// <summary>No protocol serves the scheme, or it cannot do what was asked.</summary>
    public const int UnsupportedScheme = 9;

    /// <summary>The connection was cut before all was there.</summary>
    public const int Cut = 10;

    /// <summary>A limit of time ran out.</summary>
    public const int Timeout = 11;

    /// <summary>The peer broke the protocol, sent more than a limit, or redirected where none is followed.</summary>
    public const int Protocol = 12;

    /// <summary>The inspected input was rejected, or is incomplete.</summary>
    public const int NotAccepted = 13;

    /// <summary>The server cannot listen where it was told to.</summary>
    public const int CannotListen = 14;

    /// <summary>A stop was asked for: Ctrl-C or SIGTERM.</summary>
    public const int Cancelled = 130;
}
