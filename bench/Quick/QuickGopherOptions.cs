using HiPerf.Bench.Gopher;

namespace HiPerf.Bench.Quick;

/// <summary>What <c>quick gopher</c> was told on the command line.</summary>
internal sealed record QuickGopherOptions
{
    private static readonly string[] s_peers = ["gophernicus", "pygopherd"];
    private static readonly string[] s_jobs = [.. GopherServerJob.All.Select(job => job.Name), .. GopherClientJob.All.Select(job => job.Name)];

    /// <summary>One JSON object a line instead of text.</summary>
    public bool Json { get; init; }

    /// <summary>The servers' jobs to run.</summary>
    public IReadOnlyList<GopherServerJob> ServerJobs { get; init; } = GopherServerJob.All;

    /// <summary>The clients' jobs to run.</summary>
    public IReadOnlyList<GopherClientJob> ClientJobs { get; init; } = GopherClientJob.All;

    /// <summary>How many clients a server has at once, one number a case.</summary>
    public IReadOnlyList<int> Clients { get; init; } = [1, 8];

    /// <summary>Servers to compare with beside the floors.</summary>
    public IReadOnlyList<string> Peers { get; init; } = s_peers;

    /// <summary>Rounds a case, each there and back.</summary>
    public int Rounds { get; init; } = 7;

    /// <summary>Mebibytes of the binary file.</summary>
    public int Mebibytes { get; init; } = 64;

    /// <summary>Whether both ends stay on one core, where the system lets them.</summary>
    public bool Pinned { get; init; } = true;

    /// <summary>Whether the servers have a core beside the load's, where there is one.</summary>
    public bool OwnCore { get; init; } = true;

    /// <summary>Reads the arguments behind <c>quick gopher</c>; answers what is wrong with them, or null.</summary>
    public static string? Parse(ReadOnlySpan<string> arguments, out QuickGopherOptions options)
    {
        options = new QuickGopherOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            switch (argument)
            {
                case "--json":
                    options = options with { Json = true };
                    continue;
                case "--one-core":
                    options = options with { OwnCore = false };
                    continue;
                case "--unpinned":
                    options = options with { Pinned = false };
                    continue;
            }

            string[] words = i + 1 < arguments.Length ? arguments[i + 1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
            int[] numbers = [.. words.Select(word => int.TryParse(word, out int number) ? number : 0)];
            bool isNumber = numbers is [> 0];
            QuickGopherOptions? changed = argument switch
            {
                "--jobs" when words.Length > 0 && words.All(s_jobs.Contains) => options with
                {
                    ServerJobs = [.. GopherServerJob.All.Where(job => words.Contains(job.Name))],
                    ClientJobs = [.. GopherClientJob.All.Where(job => words.Contains(job.Name))],
                },
                "--clients" when numbers.Length > 0 && numbers.All(number => number is > 0 and <= 64) => options with { Clients = numbers },
                "--peers" when words.All(s_peers.Contains) => options with { Peers = words },
                "--rounds" when isNumber => options with { Rounds = numbers[0] },
                "--size" when isNumber => options with { Mebibytes = numbers[0] },
                _ => null,
            };
            if (changed is null)
            {
                return $"{argument} {string.Join(',', words)}: not understood; jobs: {string.Join(", ", s_jobs)}";
            }

            options = changed;
            i++;
        }

        return null;
    }
}
