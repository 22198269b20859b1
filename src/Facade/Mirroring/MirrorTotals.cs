namespace HiPerf;

/// <summary>What a plan comes to.</summary>
/// <param name="CreateDirectories">Folders to make.</param>
/// <param name="Copies">Files to copy that are not there.</param>
/// <param name="Replacements">Files to copy over others.</param>
/// <param name="Deletes">Files, links and folders to remove.</param>
/// <param name="Skips">Entries left alone for a reason.</param>
/// <param name="Refusals">Entries that cannot be mirrored.</param>
/// <param name="Bytes">Octets to copy, files of unknown length left out.</param>
public readonly record struct MirrorTotals(int CreateDirectories, int Copies, int Replacements, int Deletes, int Skips, int Refusals, long Bytes)
{
    internal static MirrorTotals Of(IReadOnlyList<MirrorOperation> operations)
    {
        Span<int> counts = stackalloc int[(int)MirrorOperationKind.Refused + 1];
        long bytes = 0;
        foreach (var operation in operations)
        {
            counts[(int)operation.Kind]++;

            // Lengths are a peer's words: their sum may be beyond any number.
            bytes = operation.IsCopy ? long.CreateSaturating((Int128)bytes + (operation.Length ?? 0)) : bytes;
        }

        return new MirrorTotals(counts[(int)MirrorOperationKind.CreateDirectory], counts[(int)MirrorOperationKind.Copy], counts[(int)MirrorOperationKind.Replace],
            counts[(int)MirrorOperationKind.Delete] + counts[(int)MirrorOperationKind.DeleteDirectory], counts[(int)MirrorOperationKind.Skip],
            counts[(int)MirrorOperationKind.Refused], bytes);
    }
}
