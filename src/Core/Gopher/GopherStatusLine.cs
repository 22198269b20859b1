namespace HiPerf.Gopher;

/// <summary>The first line of an answer, or of a data block: whether it is an error, and how what follows is framed.</summary>
/// <param name="IsError">Whether the answer is an error: <see cref="GopherErrorParser"/> reads what follows.</param>
/// <param name="Framing">How its end is found.</param>
/// <param name="Length">Octets that follow, 0 to 2^63-1; −1 unless they are counted.</param>
/// <remarks>Gopher+ section 2.3.</remarks>
public readonly record struct GopherStatusLine(bool IsError, GopherFraming Framing, long Length)
{
    /// <summary>An answer of counted octets.</summary>
    /// <param name="length">0 to 2^63-1.</param>
    public static GopherStatusLine Counted(long length) => new(false, GopherFraming.Counted, length);

    /// <summary>An answer that ends in a line of a dot alone.</summary>
    public static GopherStatusLine DotTerminated => new(false, GopherFraming.DotTerminated, -1);

    /// <summary>An answer that ends with the connection.</summary>
    public static GopherStatusLine UntilClose => new(false, GopherFraming.UntilClose, -1);

    /// <summary>An error that ends in a line of a dot alone.</summary>
    public static GopherStatusLine Error => new(true, GopherFraming.DotTerminated, -1);
}
