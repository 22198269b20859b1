namespace HiPerf.Ftp;

/// <summary>Work with an FTP server that failed.</summary>
public sealed class FtpException : InternetException
{
    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    public FtpException()
        : this(InternetErrorKind.Other, "The FTP operation failed.")
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    public FtpException(string? message)
        : this(InternetErrorKind.Other, message)
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it.</param>
    public FtpException(string? message, Exception? innerException)
        : this(InternetErrorKind.Other, message, innerException)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public FtpException(InternetErrorKind kind, string? message, Exception? innerException = null)
        : base(kind, message, innerException)
    {
    }

    /// <summary>The code of the reply that said so, 100 to 599; 0 when no reply did.</summary>
    public int ReplyCode { get; init; }

    /// <summary>The verb of the command that failed, as in <c>RETR</c>; null when none did. Never its argument.</summary>
    public string? Command { get; init; }
}
