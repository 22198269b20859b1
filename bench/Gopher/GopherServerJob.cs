using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Bench.Gopher;

/// <summary>What the servers are asked for.</summary>
/// <param name="Name">What it is called on the command line and in the output.</param>
/// <param name="Selector">The selector.</param>
internal sealed record GopherServerJob(string Name, string Selector)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GopherServerJob> All { get; } = [new("serve-menu", string.Empty), new("serve-text", "/" + GopherFolder.Name(1))];

    /// <summary>The line that is sent.</summary>
    public byte[] Request { get; } = Encoding.ASCII.GetBytes(Selector + "\r\n");

    /// <summary>Whether an answer holds what was asked for: all of the folder's items, or the text.</summary>
    public bool IsAnswered(ReadOnlySpan<byte> answer) => Selector.Length == 0 ? Items(answer) == GopherFolder.Files : answer.StartsWith(GopherFolder.Text);

    private static int Items(ReadOnlySpan<byte> menu)
    {
        var parser = default(GopherMenuParser);
        int items = 0;
        while (parser.Parse(menu, isFinal: true, out GopherMenuItem item, GopherLimits.Default) is { IsDone: true } line && item.Kind != GopherLineKind.End)
        {
            items += item.Type == GopherItemType.Text ? 1 : 0;
            menu = menu[line.Consumed..];
        }

        return items;
    }
}
