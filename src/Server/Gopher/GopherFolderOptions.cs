using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>How a folder is served over Gopher. Every limit is here; none is without a bound by default.</summary>
public sealed record GopherFolderOptions
{
    /// <summary>The folder; links in its own path are resolved when the handler is made.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether names that begin with a dot are served and listed; they are not by default.</summary>
    public bool ServesHidden { get; init; }

    /// <summary>The host that menus name, as clients reach it; null, the default, for the address the client reached.</summary>
    public string? HostName { get; init; }

    /// <summary>The port that menus name, 1 to 65535; 0, the default, for the one the client reached.</summary>
    public int Port { get; init; }

    /// <summary>The administrator that Gopher+ attributes name, as in <c>Ann Example &lt;ann@example.org&gt;</c>; null leaves the line out.</summary>
    public string? Administrator { get; init; }

    /// <summary>Limits of a request; <see cref="GopherLimits.Default"/>: 4 KiB. Beyond: an error and close.</summary>
    public GopherLimits Limits { get; init; } = GopherLimits.Default;

    /// <summary>What a request may do wrong and still be answered: an LF alone, by default, for what people type.</summary>
    public GopherLeniency Leniency { get; init; } = GopherLeniency.BareLf;

    /// <summary>Connections at once; 1,000. One more is answered by an error.</summary>
    public int MaxSessions { get; init; } = 1000;

    /// <summary>Connections at once from one address; 100. One more is answered by an error.</summary>
    public int MaxSessionsPerAddress { get; init; } = 100;

    /// <summary>Time from the connection's start in which the whole request must have come; 10 s. Beyond: an error and close.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time before <see cref="MinSendRate"/> counts; 60 s. Beyond: the connection ends.</summary>
    public TimeSpan SendGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Octets a second a client must at least take; 240.</summary>
    public int MinSendRate { get; init; } = 240;
}
