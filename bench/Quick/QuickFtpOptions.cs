using HiPerf.Bench.Ftp;

namespace HiPerf.Bench.Quick;

/// <summary>What <c>quick ftp</c> was told on the command line.</summary>
internal sealed record QuickFtpOptions
{
    private static readonly string[] s_schemes = ["plain", "tls"];
    private static readonly string[] s_peers = ["ftplib", "lftp"];

    /// <summary>One JSON object a line instead of text.</summary>
    public bool Json { get; init; }

    /// <summary>The jobs to run.</summary>
    public IReadOnlyList<FtpJob> Jobs { get; init; } = FtpJob.All;

    /// <summary>In clear, under TLS, or both.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = s_schemes;

    /// <summary>Whom to compare with beside the floor.</summary>
    public IReadOnlyList<string> Peers { get; init; } = s_peers;

    /// <summary>Rounds a job, each there and back.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Small files there are.</summary>
    public int Files { get; init; } = 500;

    /// <summary>Commands a turn.</summary>
    public int Commands { get; init; } = 200;

    /// <summary>Entries of the folder that is listed.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Mebibytes of the file that is sent down and up.</summary>
    public int Mebibytes { get; init; } = 512;

    /// <summary>Whether both ends stay on one core, where the system lets them.</summary>
    public bool Pinned { get; init; } = true;

    /// <summary>Reads the arguments behind <c>quick ftp</c>; answers what is wrong with them, or null.</summary>
    public static string? Parse(ReadOnlySpan<string> arguments, out QuickFtpOptions options)
    {
        options = new QuickFtpOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            switch (argument)
            {
                case "--json":
                    options = options with { Json = true };
                    continue;
                case "--unpinned":
                    options = options with { Pinned = false };
                    continue;
            }

            string[] words = i + 1 < arguments.Length ? arguments[i + 1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
            _ = int.TryParse(words.FirstOrDefault(), out int number);
            QuickFtpOptions? changed = argument switch
            {
                "--jobs" when words.Length > 0 && words.All(word => FtpJob.All.Any(job => job.Name == word)) =>
                    options with { Jobs = [.. FtpJob.All.Where(job => words.Contains(job.Name))] },
                "--schemes" when words.Length > 0 && words.All(s_schemes.Contains) => options with { Schemes = words },
                "--peers" when words.All(s_peers.Contains) => options with { Peers = words },
                "--rounds" when number > 0 => options with { Rounds = number },
                "--files" when number is > 0 and <= 3000 => options with { Files = number },
                "--commands" when number is > 0 and <= 3000 => options with { Commands = number },
                "--entries" when number > 0 => options with { Entries = number },
                "--size" when number > 0 => options with { Mebibytes = number },
                _ => null,
            };
            if (changed is null)
            {
                return $"{argument} {string.Join(',', words)}: not understood; jobs: {string.Join(", ", FtpJob.All.Select(job => job.Name))}";
            }

            options = changed;
            i++;
        }

        return null;
    }
}
