namespace HiPerf.Mirroring;

/// <summary>What the comparison of two trees came to.</summary>
/// <param name="Operations">In the order they are carried out.</param>
/// <param name="Unchanged">Files that are the same.</param>
internal sealed record MirrorDifference(IReadOnlyList<MirrorOperation> Operations, long Unchanged);
