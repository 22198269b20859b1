using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Where the parts of a request head stand in the caller's buffer; its field lines are in the caller's table.</summary>
/// <remarks>RFC 9112 section 3. Meaningful only after <see cref="RequestHeadParser"/> answered Done.</remarks>
public struct RequestHead
{
    /// <summary>Offset of the method, 0 unless an empty line came first.</summary>
    public int MethodStart;

    /// <summary>Octets of the method, 1 to <see cref="Http1Limits.MaxMethod"/>.</summary>
    public int MethodLength;

    /// <summary>Offset of the request-target.</summary>
    public int TargetStart;

    /// <summary>Octets of the request-target, at least 1.</summary>
    public int TargetLength;

    /// <summary>Field lines written to the table.</summary>
    public int FieldCount;

    /// <summary>The registered method, <see cref="RequestMethod.Unknown"/> for any other token.</summary>
    public RequestMethod Method;

    /// <summary>Which of the four forms the target has.</summary>
    public TargetForm TargetForm;

    /// <summary>The version of the request-line.</summary>
    public HttpVersion Version;

    // What the fields read so far let pass: kept here so that a parse can go on where it stopped.
    internal Deviations Deviations;
    internal int FirstDeviation;

    // The rows that framing has to look at, as FieldMarks, kept for the same reason.
    internal ulong Marked;

    /// <summary>The method's octets; case matters.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    public readonly ReadOnlySpan<byte> MethodIn(ReadOnlySpan<byte> buffer) => buffer.Slice(MethodStart, MethodLength);

    /// <summary>The request-target's octets, percent-encoding kept.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    public readonly ReadOnlySpan<byte> TargetIn(ReadOnlySpan<byte> buffer) => buffer.Slice(TargetStart, TargetLength);
}
