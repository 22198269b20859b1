using HiPerf.Ftp;

namespace HiPerf.Cli.Inspecting;

/// <summary>The names of listing formats in records and on the command line.</summary>
internal static class ListingFormats
{
    /// <summary>The names, by the number of their format.</summary>
    public static string[] Names { get; } =
        ["detect", "mlsd", "unix", "dos", "vms", "mvs", "as400", "netware", "os2", "eplf", "nonstop", "mac-peter", "enterprise-unix", "names"];

    /// <summary>The format of a name; Detect for any other.</summary>
    public static FtpListingFormat Of(string? name) => (FtpListingFormat)Math.Max(0, Array.IndexOf(Names, name));
}
