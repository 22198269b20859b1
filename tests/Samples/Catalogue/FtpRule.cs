namespace HiPerf.Samples.Catalogue;

/// <summary>What a scripted FTP server does at a command, in place of what is usual.</summary>
/// <param name="Prefix">How the command line begins, verb in capitals; empty for the greeting.</param>
/// <param name="IsOnce">Whether it holds for the first such command alone.</param>
/// <param name="Steps">What is done, in order.</param>
public sealed record FtpRule(string Prefix, bool IsOnce, IReadOnlyList<FtpStep> Steps)
{
    /// <summary>Whether the rule is one for this command line, which is empty for the greeting.</summary>
    public bool Holds(string line) => Prefix.Length == 0
        ? line.Length == 0
        : line.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && (line.Length == Prefix.Length || Prefix.Contains(' ', StringComparison.Ordinal) || line[Prefix.Length] == ' ');
}
