namespace HiPerf.Cli.Inspecting;

/// <summary>What grammar the octets are read by.</summary>
internal enum InspectKind
{
    HttpRequest,
    HttpResponse,
    HttpChunked,
    Url,
    FtpList,
}

/// <summary>The names of the kinds on the command line.</summary>
internal static class InspectKinds
{
    public static string[] Names { get; } = ["http-request", "http-response", "http-chunked", "url", "ftp-list"];

    /// <summary>The kind of a name that is one of <see cref="Names"/>.</summary>
    public static InspectKind Of(string name) => (InspectKind)Array.IndexOf(Names, name);
}
