namespace HiPerf.Http;

/// <summary>One element of Accept: a media range and what it is worth.</summary>
/// <param name="Media">The range; its parameters include the weight.</param>
/// <param name="Weight">Thousandths, 0 (not acceptable) to 1000.</param>
/// <remarks>RFC 9110 section 12.5.1.</remarks>
public readonly record struct MediaRange(MediaType Media, int Weight);
