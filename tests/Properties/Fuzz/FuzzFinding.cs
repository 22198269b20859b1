namespace HiPerf.Properties.Fuzz;

/// <summary>Something unknown: what it is and the input that shows it, made as small as it goes.</summary>
internal sealed record FuzzFinding(Disagreement Disagreement, FuzzInput Input);
