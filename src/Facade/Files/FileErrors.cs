namespace HiPerf;

/// <summary>Makes the errors of local files.</summary>
internal static class FileErrors
{
    public static InternetException NotFound(InternetUrl url, Exception? inner = null) =>
        new(InternetErrorKind.NotFound, $"There is no file {url}.", inner) { Protocol = "file" };

    public static InternetException IsFolder(InternetUrl url) =>
        new(InternetErrorKind.AccessDenied, $"{url} is a folder; OpenAsync opens it as a page, EnumerateAsync lists it.") { Protocol = "file" };

    public static InternetException NotFolder(InternetUrl url) =>
        new(InternetErrorKind.NotFound, $"{url} is no folder.") { Protocol = "file" };

    public static InternetException NotRegular(InternetUrl url) =>
        new(InternetErrorKind.AccessDenied, $"{url} is no regular file: devices, pipes and sockets are not read.") { Protocol = "file" };

    public static InternetException Refused(InternetUrl url, string reason) =>
        new(InternetErrorKind.AccessDenied, $"{url} is refused: {reason}.") { Protocol = "file" };

    /// <summary>What the system threw, put into the family; null for what is none of its errors.</summary>
    public static InternetException? FromSystem(InternetUrl url, Exception error) => error switch
    {
        InternetException => null,
        FileNotFoundException or DirectoryNotFoundException => NotFound(url, error),
        UnauthorizedAccessException => new InternetException(InternetErrorKind.AccessDenied, $"{url} may not be read.", error) { Protocol = "file" },
        IOException => new InternetException(InternetErrorKind.Other, $"{url} cannot be read: {error.Message}", error) { Protocol = "file" },
        _ => null,
    };
}
