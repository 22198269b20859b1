namespace HiPerf;

/// <summary>A proxy that could not be reached, refused, or broke its protocol. Its phase is <see cref="InternetPhase.ConnectingProxy"/>, its end point the proxy's.</summary>
public sealed class ProxyException : InternetException
{
    /// <summary>Makes an error of kind <see cref="InternetErrorKind.ProxyFailed"/>.</summary>
    public ProxyException()
        : this(InternetErrorKind.ProxyFailed, "The proxy failed.")
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.ProxyFailed"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    public ProxyException(string? message)
        : this(InternetErrorKind.ProxyFailed, message)
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.ProxyFailed"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it.</param>
    public ProxyException(string? message, Exception? innerException)
        : this(InternetErrorKind.ProxyFailed, message, innerException)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public ProxyException(InternetErrorKind kind, string? message, Exception? innerException = null)
        : base(kind, message, innerException)
    {
    }

    /// <summary>What the proxy answered: an HTTP status, or SOCKS's reply code; null when it did not answer, or with something else.</summary>
    public int? ReplyCode { get; init; }
}
