namespace HiPerf.Bench.Heads;

/// <summary><c>corpora [DIR]</c>: lists the corpora with their hashes, and writes them as files for other programs to read.</summary>
internal static class CorporaCommand
{
    /// <summary>Runs it. Answers 1 when a corpus is not the one whose hash is written down.</summary>
    public static int Run(string? folder, TextWriter output)
    {
        foreach (HeadCase heads in HeadCases.All)
        {
            output.WriteLine(Describe(heads));
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, heads.Name + ".http"), heads.Octets);
            }
        }

        return HeadCases.All.All(heads => heads.IsUnchanged) ? 0 : 1;
    }

    /// <summary>One row: name, heads, octets, hash.</summary>
    public static string Describe(HeadCase heads) => $"| {heads.Name} | {heads.Heads.Length} | {heads.Octets.Length} | `{heads.ActualSha256}` |";
}
