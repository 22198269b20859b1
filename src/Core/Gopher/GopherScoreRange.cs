namespace HiPerf.Gopher;

/// <summary>Between which numbers a search server's scores lie.</summary>
/// <param name="Lower">The lowest score.</param>
/// <param name="Upper">The highest score, not below <paramref name="Lower"/>.</param>
public readonly record struct GopherScoreRange(int Lower, int Upper);
