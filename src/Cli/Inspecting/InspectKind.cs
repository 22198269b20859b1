namespace HiPerf.Cli.Inspecting;

/// <summary>What grammar the octets are read by.</summary>
internal enum InspectKind
{
    HttpRequest,
    HttpResponse,
    HttpChunked,
    Url,
    FtpList,
    FtpReply,
    FtpCommand,
    FtpPasv,
    FtpEpsv,
}

/// <summary>The names of the kinds on the command line.</summary>
internal static class InspectKinds
{
    public static string[] Names { get; } = ["http-request", "http-response", "http-chunked", "url", "ftp-list", "ftp-reply", "ftp-command", "ftp-pasv", "ftp-epsv"];

    /// <summary>The kind of a name that is one of <see cref="Names"/>.</summary>
    public static InspectKind Of(string name) => (InspectKind)Array.IndexOf(Names, name);

    /// <summary>The kind of a record among replies: one that answers PASV or EPSV says so itself.</summary>
    /// <param name="kind">What the command line says.</param>
    /// <param name="name">What the record says; null where it says nothing.</param>
    public static InspectKind OfRecord(InspectKind kind, string? name) => (kind, name) switch
    {
        (InspectKind.FtpReply, "ftp-pasv") => InspectKind.FtpPasv,
        (InspectKind.FtpReply, "ftp-epsv") => InspectKind.FtpEpsv,
        _ => kind,
    };
}
