namespace HiPerf.Bench.Quick;

/// <summary>What <c>quick http</c> was told on the command line.</summary>
internal sealed record QuickHttpOptions
{
    /// <summary>One JSON object a line instead of text.</summary>
    public bool Json { get; init; }

    /// <summary>Mebibytes of a download.</summary>
    public int DownloadMebibytes { get; init; } = 1024;

    /// <summary>Rounds of small requests, each there and back.</summary>
    public int Rounds { get; init; } = 40;

    /// <summary>Rounds of downloads, each there and back.</summary>
    public int DownloadRounds { get; init; } = 2;

    /// <summary>Whether both ends stay on one core, where the system lets them.</summary>
    public bool Pinned { get; init; } = true;

    /// <summary>Reads the arguments behind <c>quick http</c>; answers what is wrong with them, or null.</summary>
    public static string? Parse(ReadOnlySpan<string> arguments, out QuickHttpOptions options)
    {
        options = new QuickHttpOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            int number = 0;
            bool hasNumber = i + 1 < arguments.Length && int.TryParse(arguments[i + 1], out number) && number > 0;
            switch (argument)
            {
                case "--json":
                    options = options with { Json = true };
                    continue;
                case "--unpinned":
                    options = options with { Pinned = false };
                    continue;
                case "--size" when hasNumber:
                    options = options with { DownloadMebibytes = number };
                    break;
                case "--rounds" when hasNumber:
                    options = options with { Rounds = number };
                    break;
                case "--download-rounds" when hasNumber:
                    options = options with { DownloadRounds = number };
                    break;
                default:
                    return $"{argument}: not understood";
            }

            i++;
        }

        return null;
    }
}
