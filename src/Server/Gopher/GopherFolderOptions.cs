using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>How a folder is served over Gopher. Every limit is here; none is without a bound by default.</summary>
public sealed record GopherFolderOptions
{
    /// <summary>The folder; links in its own path are resolved when the handler is made.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether names that begin with a dot are served and listed; they are not by default.</summary>
    public bool ServesHidden { get; init; }

    /// <summary>The host that menus name, as clients reach it; null, the default, for the name it asked for by TLS, else the address it reached.</summary>
    public string? HostName { get; init; }

    /// <summary>The port that menus name, 1 to 65535; 0, the default, for the one the client reached.</summary>
    public int Port { get; init; }

    /// <summary>The administrator that Gopher+ attributes name, as in <c>Ann Example &lt;ann@example.org&gt;</c>; null leaves the line out.</summary>
    public string? Administrator { get; init; }

    /// <summary>Whether items are marked for Gopher+ and its requests are answered by it; they are by default. Else they are answered as RFC 1436 has it.</summary>
    public bool OffersGopherPlus { get; init; } = true;

    /// <summary>Whether generated menus offer a search over the names below them; they do by default. Else search words are not looked at.</summary>
    public bool OffersSearch { get; init; } = true;

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

    /// <summary>Lines of a menu; 10,000. Beyond: the menu ends with an error that says so.</summary>
    public int MaxMenuItems { get; init; } = 10_000;

    /// <summary>Items a search finds; 200. Beyond: the menu ends with an error that says so.</summary>
    public int MaxSearchResults { get; init; } = 200;

    /// <summary>Searches at once; 4. One more is answered by an error that says to try again.</summary>
    public int MaxSearches { get; init; } = 4;

    /// <summary>Names a search looks at; 10,000. Beyond: as for <see cref="MaxSearchResults"/>.</summary>
    public int MaxSearchEntries { get; init; } = 10_000;

    /// <summary>Folders below each other that a search looks into, the one it begins in among them; 16. Beyond: as for <see cref="MaxSearchResults"/>.</summary>
    public int MaxSearchDepth { get; init; } = 16;

    /// <summary>Words of a search; 16. More are answered by an error.</summary>
    public int MaxSearchWords { get; init; } = 16;

    /// <summary>Octets of a file <c>gophermap</c>; 1 MiB. Beyond: the rest is left out, and the menu ends with an error that says so.</summary>
    public int MaxGophermap { get; init; } = 1024 * 1024;

    /// <summary>Octets that are read and dropped after an answer to a request that was none, so that the client comes to read it; 64 KiB. Beyond: a close.</summary>
    public int MaxLinger { get; init; } = 64 * 1024;

    /// <summary>Time the connection lingers after such an answer; 2 s. Over TLS, also the time for the farewell.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Octets of the longest answer, a menu or a file, that is kept in memory once it was given; 256 KiB, 0 for none.</summary>
    public int MaxHotAnswer { get; init; } = 256 * 1024;

    /// <summary>Octets all answers in memory may have together; 16 MiB; one that takes more than half of them is not kept.</summary>
    public int MaxHotAnswers { get; init; } = 16 * 1024 * 1024;
}
