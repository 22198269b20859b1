using HiPerf.Http1;

namespace HiPerf.Server;

/// <summary>How a folder is served over HTTP. Every limit is here; none is without a bound by default.</summary>
public sealed record HttpFolderOptions
{
    /// <summary>The folder; links in its own path are resolved when the handler is made.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether names that begin with a dot are served and listed; they are not by default.</summary>
    public bool ServesHidden { get; init; }

    /// <summary>Whether a folder without index.html is answered by a listing, else 404; it is by default.</summary>
    public bool ListsFolders { get; init; } = true;

    /// <summary>The Server field's value, null for no such field; <c>HiPerf</c> by default. RFC 9110 section 10.2.4.</summary>
    public string? ServerName { get; init; } = "HiPerf";

    /// <summary>Limits of a request's head and framing, <see cref="Http1Limits.Server"/> by default. Beyond: 400, 414, 431 or 501.</summary>
    public Http1Limits Limits { get; init; } = Http1Limits.Server;

    /// <summary>Field lines of one request; 100. Beyond: 431.</summary>
    public int MaxFields { get; init; } = Http1Limits.ServerFields;

    /// <summary>Time for one whole request head, from its first octet, or from the connection's start; 15 s. Beyond: 408, or a close when nothing came.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time a kept-alive connection may wait for its next request; 60 s. Beyond: a close.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Requests answered on one connection; 1,000. The last answer says close.</summary>
    public int MaxRequests { get; init; } = 1000;

    /// <summary>Age at which a connection answers its last request; 1 h. That answer says close; what is under way is not cut short.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Octets of a request's content that are read and dropped; 1 MiB. Longer content is answered with close.</summary>
    public int MaxDrain { get; init; } = 1024 * 1024;

    /// <summary>Time in which a request's content must be there; 5 s. Beyond: 408.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Octets that are read and dropped after the last answer, so that the client comes to read it; 64 KiB. Beyond: a close. RFC 9112 section 9.6.</summary>
    public int MaxLinger { get; init; } = 64 * 1024;

    /// <summary>Time the connection lingers after its last answer for the client to read it; 2 s.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Octets a second a client must at least take of a response; 240. Slower: the connection is aborted.</summary>
    public int MinSendRate { get; init; } = 240;

    /// <summary>Time before <see cref="MinSendRate"/> counts; 5 s.</summary>
    public TimeSpan SendGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Octets of the longest file that is kept in memory once it was served; 64 KiB, 0 for none.</summary>
    public int MaxHotFile { get; init; } = 64 * 1024;

    /// <summary>Octets all files in memory may have together; 16 MiB; one that takes more than half of them is not kept.</summary>
    public int MaxHotFiles { get; init; } = 16 * 1024 * 1024;
}
