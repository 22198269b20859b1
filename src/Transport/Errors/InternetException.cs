// The one error family above Core. A protocol derives its subtype and adds what only it knows (a status code,
// a reply code); what is common — what, where, with whom, at which octet — stands here. Cancellation is no member of the family: a
// cancelled token surfaces as OperationCanceledException.

namespace HiPerf;

/// <summary>Says why work with a peer failed: what kind of failure, in which phase, with whom, at which octet.</summary>
/// <remarks>Derives from <see cref="IOException"/>, so code written for streams and sockets catches it. One subtype a protocol.</remarks>
public class InternetException : IOException
{
    private readonly int? _nativeCode;

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    public InternetException()
        : this(InternetErrorKind.Other, "The exchange failed.")
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    public InternetException(string? message)
        : this(InternetErrorKind.Other, message)
    {
    }

    /// <summary>Makes an error of kind <see cref="InternetErrorKind.Other"/>.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">What caused it.</param>
    public InternetException(string? message, Exception? innerException)
        : this(InternetErrorKind.Other, message, innerException)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for people; octets from a peer must be escaped in it.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public InternetException(InternetErrorKind kind, string? message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What went wrong.</summary>
    public InternetErrorKind Kind { get; }

    /// <summary>Where in the exchange.</summary>
    public InternetPhase Phase { get; init; }

    /// <summary>Which limit of time ran out; <see cref="InternetTimeout.None"/> unless <see cref="Kind"/> is <see cref="InternetErrorKind.Timeout"/>.</summary>
    public InternetTimeout Timeout { get; init; }

    /// <summary>The URL scheme of the protocol, as in <c>https</c>; null when none is known yet.</summary>
    public string? Protocol { get; init; }

    /// <summary>The peer as <c>host:port</c>; null when none is known yet.</summary>
    public string? EndPoint { get; init; }

    /// <summary>The number WinINet gives this error (<see cref="WinInetCode"/>); by default the one that fits <see cref="Kind"/>, 0 when none does.</summary>
    public int NativeCode
    {
        get => _nativeCode ?? WinInetCode.Of(Kind);
        init => _nativeCode = value;
    }

    /// <summary>What the peer answered, in its own words and unescaped; null when it answered nothing.</summary>
    public string? ReplyText { get; init; }

    /// <summary>The offset of the octet at fault, from the start of the message or content; null when no octet is.</summary>
    public long? ByteOffset { get; init; }

    /// <summary>The rule of the grammar that was broken; <see cref="ParseError.None"/> when none was.</summary>
    public ParseError ParseError { get; init; }
}
