namespace HiPerf.Gopher;

/// <summary>Work with a Gopher server that failed.</summary>
public sealed class GopherException : InternetException
{
    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    public GopherException()
        : this(InternetErrorKind.Other, "The Gopher request failed.")
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    public GopherException(string? message)
        : this(InternetErrorKind.Other, message)
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it.</param>
    public GopherException(string? message, Exception? innerException)
        : this(InternetErrorKind.Other, message, innerException)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public GopherException(InternetErrorKind kind, string? message, Exception? innerException = null)
        : base(kind, message, innerException)
    {
    }

    /// <summary>The number of an error by Gopher+: 1 not available, 2 try again later, 3 moved; others are kept. 0 when no such error was answered.</summary>
    /// <remarks>Gopher+ section 2.3. <see cref="InternetException.ReplyText"/> has the reason in words; for 3, the menu line of where the item lives now.</remarks>
    public int Code { get; init; }

    /// <summary>Who the server says to turn to, as it wrote it; null when it named nobody.</summary>
    public string? Administrator { get; init; }
}
