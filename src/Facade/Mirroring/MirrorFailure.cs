namespace HiPerf;

/// <summary>An operation that failed.</summary>
/// <param name="Operation">Which one.</param>
/// <param name="Error">Why.</param>
public sealed record MirrorFailure(MirrorOperation Operation, Exception Error);
