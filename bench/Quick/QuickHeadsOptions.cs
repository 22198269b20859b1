namespace HiPerf.Bench.Quick;

/// <summary>What <c>quick heads</c> was told on the command line.</summary>
internal sealed record QuickHeadsOptions
{
    /// <summary>One JSON object a line and peer, instead of text.</summary>
    public bool Json { get; init; }

    /// <summary>Whether the <c>/whole</c> lines are printed as well.</summary>
    public bool Whole { get; init; } = true;

    /// <summary>The cases to run; none named: all.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>The peers to compare with.</summary>
    public IReadOnlyList<string> Peers { get; init; } = HeadPeers.Names;

    /// <summary>Rounds a case.</summary>
    public int Rounds { get; init; } = 25;

    /// <summary>Reads the arguments behind <c>quick heads</c>.</summary>
    /// <param name="arguments">Them.</param>
    /// <param name="options">What they say.</param>
    /// <returns>What is wrong with them, or null.</returns>
    public static string? Parse(ReadOnlySpan<string> arguments, out QuickHeadsOptions options)
    {
        options = new QuickHeadsOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--whole":
                    options = options with { Whole = true };
                    break;
                case "--bare":
                    options = options with { Whole = false };
                    break;
                case "--cases" when i + 1 < arguments.Length:
                    options = options with { Cases = arguments[++i].Split(',') };
                    break;
                case "--peers" when i + 1 < arguments.Length:
                    options = options with { Peers = arguments[++i].Split(',', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                case "--rounds" when i + 1 < arguments.Length && int.TryParse(arguments[i + 1], out int rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    i++;
                    break;
                default:
                    return $"{arguments[i]}: not understood";
            }
        }

        return Unknown(options.Cases, [.. Heads.HeadCases.All.Select(heads => heads.Name)]) ?? Unknown(options.Peers, HeadPeers.Names);
    }

    private static string? Unknown(IReadOnlyList<string> named, IReadOnlyList<string> known) =>
        named.FirstOrDefault(name => !known.Contains(name)) is { } wrong ? $"{wrong}: unknown; there is: {string.Join(", ", known)}" : null;
}
