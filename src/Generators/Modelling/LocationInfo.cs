using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HiPerf.Generators.Modelling;

/// <summary>Where something stands in a file: plain data, so that no syntax node flows down the pipeline.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>One whole line of a file that is no source.</summary>
    public static LocationInfo OfLine(string path, int line) =>
        new(path, default, new LinePositionSpan(new LinePosition(line, 0), new LinePosition(line, 0)));

    public static LocationInfo? Of(Location? location) =>
        location?.SourceTree is { } tree ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
