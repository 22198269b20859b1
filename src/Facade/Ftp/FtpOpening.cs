namespace HiPerf.Ftp;

/// <summary>What a file is opened with beside its path.</summary>
/// <param name="Holder">Who gets the link back; null where nobody waits for it.</param>
/// <param name="Root">The URL of where the login led.</param>
/// <param name="Url">The URL it was asked for by; null makes one of the path when asked.</param>
/// <param name="Context">Carried by the file.</param>
internal readonly record struct FtpOpening(IFtpHolder? Holder, InternetUrl Root, InternetUrl? Url, object? Context);
