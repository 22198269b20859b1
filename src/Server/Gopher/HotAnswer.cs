namespace HiPerf.Server;

/// <summary>One answer as it was when it was made, and what it was made from.</summary>
/// <param name="Path">Full path of the file, or the folder, ended by a NUL.</param>
/// <param name="Facts">What a look at it told before and after it was read.</param>
/// <param name="MapPath">Full path of the folder's gophermap; null where there is none, which the folder's own facts tell.</param>
/// <param name="MapFacts">What a look at that told.</param>
/// <param name="Octets">The answer.</param>
internal sealed record HotAnswer(byte[] Path, FileFacts Facts, byte[]? MapPath, FileFacts MapFacts, byte[] Octets)
{
    /// <summary>What it costs to keep.</summary>
    public int Cost => Octets.Length + Path.Length + (MapPath?.Length ?? 0);

    /// <summary>Whether making it again would make the same.</summary>
    public bool IsCurrent(VirtualRoot root) => root.Look(Path) == Facts && (MapPath is null || root.Look(MapPath) == MapFacts);
}
