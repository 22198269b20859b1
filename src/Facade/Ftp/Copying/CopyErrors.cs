using System.Globalization;

namespace HiPerf.Ftp;

/// <summary>Makes the errors of copies between local files and servers.</summary>
internal static class CopyErrors
{
    public static FtpException LocalExists(string path) =>
        new(InternetErrorKind.AccessDenied, $"{path} is there already, and is not to be replaced.");

    public static FtpException LocalFolder(string path) => new(InternetErrorKind.AccessDenied, $"{path} is a folder.");

    public static FtpException LocalNotRegular(string path) =>
        new(InternetErrorKind.AccessDenied, $"{path} is no regular file: devices, pipes and sockets are not copied.");

    public static FtpException LocalMissing(string path) => new(InternetErrorKind.NotFound, $"There is no file {path}.");

    public static FtpException LocalChanged(string path) =>
        new(InternetErrorKind.ContentCorrupt, $"{path} changed while it was read.");

    public static FtpException RemoteExists(string path, InternetUrl at) => With(at, InternetErrorKind.AccessDenied,
        $"{PeerText.Shown(path)} is there already, and is not to be replaced.");

    public static FtpException RemoteChanged(string part, InternetUrl at) => With(at, InternetErrorKind.ContentCorrupt,
        $"The server's file is not what {part} was begun with: remove that, or copy without resuming, to begin anew.");

    public static FtpException CannotContinue(string path, InternetUrl at) => With(at, InternetErrorKind.ContentCorrupt,
        $"{PeerText.Shown(path)} is longer than the local file, or older: it is no beginning of it.");

    public static FtpException LengthDiffers(long length, long expected, InternetUrl at) => With(at, length < expected ? InternetErrorKind.Truncated : InternetErrorKind.ContentCorrupt, string.Create(
        CultureInfo.InvariantCulture, $"The transfer ended in good order, but there are {length} octets of {expected}."));

    public static FtpException TooLong(long expected, InternetUrl at) => With(at, InternetErrorKind.ContentCorrupt, string.Create(
        CultureInfo.InvariantCulture, $"The server sends more than the {expected} octets it told."));

    public static FtpException HashDiffers(FtpHashAlgorithms algorithm, InternetUrl at) => With(at, InternetErrorKind.ContentCorrupt,
        $"The {algorithm} of both sides differs.");

    private static FtpException With(InternetUrl at, InternetErrorKind kind, string message) =>
        new(kind, message) { Protocol = at.Scheme, EndPoint = $"{at.HostName}:{at.Port.ToString(CultureInfo.InvariantCulture)}" };
}
