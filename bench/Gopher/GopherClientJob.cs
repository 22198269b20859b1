using System.Text;

namespace HiPerf.Bench.Gopher;

/// <summary>What the clients fetch, each on a connection of its own.</summary>
/// <param name="Name">What it is called on the command line and in the output.</param>
/// <param name="Selector">The selector, by whose second octet <see cref="TrivialGopherServer"/> goes.</param>
/// <param name="Unit">What times and allocations are told for.</param>
/// <param name="Items">Items of the menu; 0 for what is none.</param>
/// <param name="Floor">Who sets the time that ours is held to.</param>
/// <param name="IsRate">Whether it is told in octets a second.</param>
internal sealed record GopherClientJob(string Name, string Selector, string Unit, int Items = 0, string Floor = "raw", bool IsRate = false)
{
    /// <summary>The ratio to the floor's time that our client may have.</summary>
    public const double Bar = 1.15;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GopherClientJob> All { get; } =
    [
        new("text", "/k", "a text"),
        new("menu", "/m", "a menu", 20),
        new("list", "/l", "a menu", 10_000, "raw items"),
        new("down", "/b", "in all", IsRate: true),
    ];

    /// <summary>The line that is sent.</summary>
    public byte[] Request { get; } = Encoding.ASCII.GetBytes(Selector + "\r\n");
}
