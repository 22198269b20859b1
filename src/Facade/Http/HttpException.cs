namespace HiPerf.Http;

/// <summary>An HTTP exchange that failed, or, from <see cref="HttpFile.EnsureSuccess"/>, a status that is no success.</summary>
public sealed class HttpException : InternetException
{
    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    public HttpException()
        : this(InternetErrorKind.Other, "The exchange failed.")
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    public HttpException(string? message)
        : this(InternetErrorKind.Other, message)
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it.</param>
    public HttpException(string? message, Exception? innerException)
        : this(InternetErrorKind.Other, message, innerException)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public HttpException(InternetErrorKind kind, string? message, Exception? innerException = null)
        : base(kind, message, innerException)
    {
    }

    /// <summary>The status of the response, 100 to 599; 0 when the exchange failed before there was one.</summary>
    public int StatusCode { get; init; }
}
