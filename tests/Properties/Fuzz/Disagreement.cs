namespace HiPerf.Properties.Fuzz;

/// <summary>A way in which another reader may differ from ours: known, with its reason and the section that decides; or unknown, which is a finding.</summary>
/// <param name="Name">What is read differently.</param>
/// <param name="Reason">Who is stricter, and why that is right.</param>
/// <param name="Section">The section of the RFC or standard.</param>
/// <param name="IsKnown">Whether it is of the closed list in <see cref="Disagreements"/>.</param>
internal sealed record Disagreement(string Name, string Reason, string Section, bool IsKnown = true)
{
    public static Disagreement Unknown(string what, Answer ours, Answer? other = null) =>
        new(what, other is null ? $"ours:  {ours}" : $"ours:  {ours}\n    other: {other}", "", IsKnown: false);
}
