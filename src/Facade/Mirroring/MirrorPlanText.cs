using System.Globalization;

namespace HiPerf;

/// <summary>Shows plans to people: a line an operation, the sums last. Nothing from a peer moves a terminal.</summary>
internal static class MirrorPlanText
{
    public static void Write(TextWriter writer, MirrorPlan plan)
    {
        writer.WriteLine($"{plan.Source} -> {plan.Destination}");
        foreach (var operation in plan.Operations)
        {
            writer.WriteLine(Line(operation));
        }

        writer.WriteLine(Sums(plan));
    }

    public static string Line(MirrorOperation operation)
    {
        var length = operation.Length is { } known ? known.ToString(CultureInfo.InvariantCulture) : "-";
        var path = operation.Path.Length == 0 ? "." : PeerText.Shown(operation.Path, int.MaxValue);
        return $"{Word(operation.Kind),-7} {length,15}  {path}  ({Words(operation.Reason)})";
    }

    public static string Sums(MirrorPlan plan)
    {
        var sums = plan.Totals;
        return string.Create(CultureInfo.InvariantCulture,
            $"{sums.CreateDirectories} folders, {sums.Copies} new, {sums.Replacements} replaced, {sums.Deletes} deleted, {sums.Skips} skipped, {sums.Refusals} refused, {plan.Unchanged} unchanged; {sums.Bytes} octets to copy");
    }

    public static string Words(MirrorReason reason) => reason switch
    {
        MirrorReason.New => "new",
        MirrorReason.SizeDiffers => "size differs",
        MirrorReason.Newer => "newer",
        MirrorReason.Older => "older",
        MirrorReason.HashDiffers => "hash differs",
        MirrorReason.OnlyAtDestination => "only at the destination",
        MirrorReason.TypeDiffers => "another kind of entry at the destination",
        MirrorReason.Link => "a link",
        MirrorReason.NotAFile => "neither file nor folder",
        MirrorReason.BadName => "not a plain name",
        _ => "the same as another name where case or composition is ignored",
    };

    private static string Word(MirrorOperationKind kind) => kind switch
    {
        MirrorOperationKind.CreateDirectory => "mkdir",
        MirrorOperationKind.Copy => "copy",
        MirrorOperationKind.Replace => "replace",
        MirrorOperationKind.Delete => "delete",
        MirrorOperationKind.DeleteDirectory => "rmdir",
        MirrorOperationKind.Skip => "skip",
        _ => "refused",
    };
}
