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
    GopherMenu,
    GopherRequest,
}

/// <summary>The names of the kinds on the command line.</summary>
internal static class InspectKinds
{
    public static string[] Names { get; } = ["http-request", "http-response", "http-chunked", "url", "ftp-list", "ftp-reply", "ftp-command", "ftp-pasv", "ftp-epsv", "gopher-menu", "gopher-request"];

    /// <summary>The kind of a name that is one of <see cref="Names"/>.</summary>
    public static InspectKind Of(string name) => (InspectKind)Array.IndexOf(Names, name);

    /// <summary>The kind of a record among others: replies to PASV and EPSV, lines of menus and requests of Gopher say themselves what they are.</summary>
    /// <param name="kind">What the command line says.</param>
    /// <param name="name">What the record says; null where it says nothing.</param>
    public static InspectKind OfRecord(InspectKind kind, string? name) => (kind, name) switch
    {
        (InspectKind.FtpReply, "ftp-pasv") => InspectKind.FtpPasv,
        (InspectKind.FtpReply, "ftp-epsv") => InspectKind.FtpEpsv,
        (InspectKind.GopherRequest, "gopher-menu-item") => InspectKind.GopherMenu,
        (InspectKind.GopherMenu, "gopher-request") => InspectKind.GopherRequest,
        _ => kind,
    };
}
