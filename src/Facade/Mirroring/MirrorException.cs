namespace HiPerf;

/// <summary>A mirror that cannot be planned or carried out. Failures of single operations are in <see cref="MirrorResult.Failures"/> instead.</summary>
public sealed class MirrorException : InternetException
{
    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    public MirrorException()
        : this(InternetErrorKind.Other, "The mirror failed.")
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    public MirrorException(string? message)
        : this(InternetErrorKind.Other, message)
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it.</param>
    public MirrorException(string? message, Exception? innerException)
        : this(InternetErrorKind.Other, message, innerException)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public MirrorException(InternetErrorKind kind, string? message, Exception? innerException = null)
        : base(kind, message, innerException)
    {
    }

    /// <summary>The path at fault, relative to the roots; null when none is.</summary>
    public string? Path { get; init; }
}
