namespace HiPerf;

/// <summary>Makes the errors of folders that are read as pages.</summary>
internal static class DirectoryErrors
{
    public static InternetException Busy(InternetUrl url) =>
        new(InternetErrorKind.Busy, "The page is being read already: one read at a time.") { Protocol = url.Scheme };

    public static InternetException Aborted(InternetUrl url) =>
        new(InternetErrorKind.ConnectionAborted, "The page was aborted or has failed before.") { Protocol = url.Scheme };

    public static NotSupportedException NoRawForm(InternetUrl url) =>
        new($"{url} is a local folder, which has no raw form; EnumerateAsync gives its entries, DirectoryFormat.Html its page.");
}
