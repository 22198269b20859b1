using System.Net;
using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>How a folder is served over FTP, for reading only. Every limit is here; none is without a bound by default.</summary>
public sealed record FtpFolderOptions
{
    /// <summary>The folder; links in its own path are resolved when the handler is made.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether names that begin with a dot are served and listed; they are not by default.</summary>
    public bool ServesHidden { get; init; }

    /// <summary>Who may log in; <see cref="FtpLogin.Anonymous"/> by default.</summary>
    public FtpLogin Login { get; init; } = FtpLogin.Anonymous;

    /// <summary>What the greeting calls the server; <c>HiPerf</c> by default. No CR, LF or NUL.</summary>
    public string ServerName { get; init; } = "HiPerf";

    /// <summary>Limits of a command line, <see cref="FtpLimits.Default"/> by default: 4 KiB. Beyond: 500 and close.</summary>
    public FtpLimits Limits { get; init; } = FtpLimits.Default;

    /// <summary>Sessions at once; 1,000. One more is answered 421.</summary>
    public int MaxSessions { get; init; } = 1000;

    /// <summary>Sessions at once from one address; 10. One more is answered 421.</summary>
    public int MaxSessionsPerAddress { get; init; } = 10;

    /// <summary>Time from the connection's start in which a client must have logged in; 60 s. Beyond: 421 and close.</summary>
    public TimeSpan LoginTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Passwords that may be wrong; 3. The last of them is answered 421 and close.</summary>
    public int MaxLoginTries { get; init; } = 3;

    /// <summary>Time before a wrong password is answered, doubled each time up to 16 times; 1 s, zero for none.</summary>
    public TimeSpan LoginDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Unknown commands before the login; 10. The last of them is answered 421 and close.</summary>
    public int MaxUnknownCommands { get; init; } = 10;

    /// <summary>Commands that wait while a transfer runs; 8. With so many no more is read until it ends.</summary>
    public int MaxQueuedCommands { get; init; } = 8;

    /// <summary>Time a session may wait for its next command, that command's own octets included; 300 s. A transfer stops it. Beyond: 421 and close.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Time from PASV or EPSV in which the client must connect and ask for a transfer; 30 s. Beyond: 425.</summary>
    public TimeSpan AcceptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time before <see cref="MinSendRate"/> counts, for each block of at most 64 KiB of data and each batch of replies; 60 s. Beyond: 421 and both
    /// connections end.</summary>
    public TimeSpan SendGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Octets a second a client must at least take; 240.</summary>
    public int MinSendRate { get; init; } = 240;

    /// <summary>The first of the ports for data, 1 to 65535; 0, the default, lets the system choose each.</summary>
    public int FirstPassivePort { get; init; }

    /// <summary>The last of the ports for data, not below <see cref="FirstPassivePort"/>; 0 if that is 0.</summary>
    public int LastPassivePort { get; init; }

    /// <summary>Ports for data at once on each address the server is reached at; 1,000. All in use: PASV and EPSV are answered 425.</summary>
    public int MaxPassivePorts { get; init; } = 1000;

    /// <summary>The IPv4 address that 227 tells, where the server stands behind another; null, the default, for the one the client reached.</summary>
    public IPAddress? PassiveAddress { get; init; }

    /// <summary>Entries of a folder that are sorted before they are sent; 10,000. A longer listing comes as the file system gives it, behind that many sorted ones.</summary>
    public int MaxSortedEntries { get; init; } = 10_000;

    /// <summary>Octets that are read and dropped after the last reply, so that the client comes to read it; 64 KiB. Beyond: a close.</summary>
    public int MaxLinger { get; init; } = 64 * 1024;

    /// <summary>Time the connection lingers after its last reply; 2 s.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Octets of the longest file that is kept in memory once it was served; 64 KiB, 0 for none.</summary>
    public int MaxHotFile { get; init; } = 64 * 1024;

    /// <summary>Octets all files in memory may have together; 16 MiB; one that takes more than half of them is not kept.</summary>
    public int MaxHotFiles { get; init; } = 16 * 1024 * 1024;
}
