using System.Security.Cryptography;

namespace HiPerf.Bench.Heads;

/// <summary>One corpus that is measured, and how it arrives.</summary>
/// <param name="Name">Its name on the command line and in the output.</param>
/// <param name="Heads">The heads, taken in rotation.</param>
/// <param name="Sha256">What the heads' octets, one head after another, hash to: figures of different corpora are not to be compared.</param>
internal sealed record HeadCase(string Name, byte[][] Heads, string Sha256)
{
    /// <summary>How they arrive.</summary>
    public HeadArrival Arrival { get; init; }

    /// <summary>Whether they are responses.</summary>
    public bool IsResponse { get; init; }

    /// <summary>Heads a buffer holds, all of them when pipelined.</summary>
    public int HeadsPerBuffer => Arrival == HeadArrival.Pipelined ? Heads.Length : 1;

    /// <summary>The heads' octets, one head after another.</summary>
    public byte[] Octets => [.. Heads.SelectMany(head => head)];

    /// <summary>Whether the octets are the ones whose hash is written down.</summary>
    public bool IsUnchanged => ActualSha256 == Sha256;

    /// <summary>What the octets hash to now.</summary>
    public string ActualSha256 => Convert.ToHexStringLower(SHA256.HashData(Octets));

    /// <summary>The buffers the parsers are given in rotation.</summary>
    public HeadBuffer[] Buffers() => Arrival switch
    {
        HeadArrival.Pipelined => [new HeadBuffer(Octets)],
        HeadArrival.Split => [.. Heads.SelectMany(Splits)],
        _ => [.. Heads.Select(head => new HeadBuffer(head))],
    };

    // 31 places, evenly: within the request-line, names, values and line ends alike.
    private static IEnumerable<HeadBuffer> Splits(byte[] head) => Enumerable.Range(1, 31).Select(i => new HeadBuffer(head, head.Length * i / 32));
}
