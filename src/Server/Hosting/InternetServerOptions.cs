namespace HiPerf.Server;

/// <summary>How a server is hosted: where it listens, how many it serves, how it ends.</summary>
public sealed record InternetServerOptions
{
    /// <summary>The folder that end points for http and https serve, and the limits of one connection; null where there are none.</summary>
    public HttpFolderOptions? Http { get; init; }

    /// <summary>The folder that end points for ftp serve, and the limits of one session; null where there are none.</summary>
    public FtpFolderOptions? Ftp { get; init; }

    /// <summary>The folder that end points for gopher and gophers serve, and the limits of one connection; null where there are none.</summary>
    public GopherFolderOptions? Gopher { get; init; }

    /// <summary>Where it listens; one HTTP end point on a free port of 127.0.0.1 by default.</summary>
    public IReadOnlyList<ServerEndPoint> EndPoints { get; init; } = [new ServerEndPoint()];

    /// <summary>Connections at once; 10,000. One more is dropped.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>Connections at once from one address; 100. One more is dropped.</summary>
    public int MaxConnectionsPerAddress { get; init; } = 100;

    /// <summary>Time for a TLS handshake; 10 s. Beyond: the connection is dropped.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>TLS handshakes at once; 256. Others wait, within their time.</summary>
    public int MaxHandshakes { get; init; } = 256;

    /// <summary>Time a stop leaves to requests under way before it aborts them; 5 s.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
