using System.Buffers;
using System.Globalization;
using HiPerf.Fuzzing;

namespace HiPerf.Properties.Fuzz;

/// <summary>What came of a run: counts, classes, findings.</summary>
internal sealed class FuzzReport(string target)
{
    private readonly long[] _byStatus = new long[4];
    private readonly Dictionary<Disagreement, long> _known = new(ReferenceEqualityComparer.Instance);

    public long Executions { get; private set; }

    public TimeSpan Elapsed { get; set; }

    public List<FuzzFinding> Findings { get; } = [];

    public long Unknown { get; private set; }

    public void Count(Answer ours, Disagreement? disagreement)
    {
        Executions++;
        _byStatus[(int)ours.Status]++;
        if (disagreement is null)
        {
            return;
        }

        if (disagreement.IsKnown)
        {
            _known[disagreement] = _known.GetValueOrDefault(disagreement) + 1;
        }
        else
        {
            Unknown++;
        }
    }

    public void Print(TextWriter output)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        double rate = Executions / Math.Max(Elapsed.TotalSeconds, 1e-9);
        output.WriteLine(string.Create(culture, $"  {Executions:N0} executions in {Elapsed.TotalSeconds:F1} s, {rate:N0} executions/s"));
        output.WriteLine(string.Create(
            culture,
            $"  accepted {Share(OperationStatus.Done)}, incomplete {Share(OperationStatus.NeedMoreData)}, refused {Share(OperationStatus.InvalidData)}, table full {Share(OperationStatus.DestinationTooSmall)}"));
        output.WriteLine(string.Create(culture, $"  disagreements: {_known.Values.Sum():N0} of {_known.Count} known classes, {Unknown:N0} unknown"));
        foreach ((Disagreement known, long count) in _known.OrderByDescending(k => k.Value))
        {
            output.WriteLine(string.Create(culture, $"  {count,12:N0}  {known.Name} ({known.Section})"));
        }

        foreach (FuzzFinding finding in Findings)
        {
            output.WriteLine($"  unknown: {finding.Disagreement.Name}\n    {finding.Disagreement.Reason}\n    input: {OctetLiteral.Of(finding.Input.Span[..Math.Min(finding.Input.Length, 1000)])}");
            output.WriteLine($"  dotnet run -c Release --project tests/Properties -- fuzz {target} --replay {finding.Input.ToReplay()}");
        }
    }

    private string Share(OperationStatus status) => (100.0 * _byStatus[(int)status] / Math.Max(1, Executions)).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
