using HiPerf.Ftp;
using HiPerf.Gopher;
using HiPerf.Http;

namespace HiPerf;

/// <summary>Which opener serves which scheme: the one place a protocol is registered.</summary>
internal static class SchemeTable
{
    private static readonly HttpOpener Http = new();
    private static readonly FtpOpener Ftp = new();
    private static readonly GopherOpener Gopher = new();
    private static readonly FileOpener File = new();

    /// <summary>Finds the opener of a scheme.</summary>
    /// <param name="scheme">Lower case, without its colon.</param>
    /// <exception cref="NotSupportedException">No protocol serves it.</exception>
    public static ISchemeOpener Find(string scheme) => scheme switch
    {
        "http" or "https" => Http,
        "ftp" or "ftps" => Ftp,
        "gopher" or "gophers" => Gopher,
        "file" => File,
        _ => throw new NotSupportedException($"No protocol serves the scheme {Shown(scheme)}; known are http, https, ftp, ftps, gopher, gophers and file."),
    };

    // A scheme holds letters, digits and three marks, but may be as long as a URL.
    private static string Shown(string scheme) => scheme.Length <= 32 ? $"'{scheme}'" : $"'{scheme.AsSpan(0, 32)}…'";
}
