using System.Buffers;
using System.Text;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http1;

/// <summary>Compares with Kestrel's parser: every disagreement belongs to a class that is known by name, and each class occurs.</summary>
public sealed class KestrelAgreement
{
    // Refusals of ours of which Kestrel, or the layer above its parser, has another opinion.
    private static readonly HashSet<ParseError> s_stricter = [];

    [Fact]
    public void Disagreements_are_of_known_classes()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int cases = 0;
        Law.Holds(8000, Inputs.RequestHeads, input =>
        {
            cases++;
            byte[] octets = Inputs.Latin1(input.Wire);
            var reader = new RequestReader(2000);
            ParseResult ours = reader.Parse(octets, Reading.Strict with { Table = 2000 });
            (OperationStatus status, string parts, long consumed) = KestrelHeads.Read(octets);
            string? difference = Difference(ours, reader, octets, status, parts, consumed);
            if (difference is not null)
                counts[difference] = counts.GetValueOrDefault(difference) + 1;
        });
        Assert.Fail(cases + " " + string.Join('\n', counts.Select(c => $"{c.Key}: {c.Value}")) + s_stricter.Count);
    }

    private static string? Difference(ParseResult ours, RequestReader reader, byte[] octets, OperationStatus status, string parts, long consumed)
    {
        if (ours.Status != status)
            return $"{ours.Status} {ours.Error} {ours.Deviations} / {status}";
        if (!ours.IsDone)
            return null;
        if (ours.Consumed != consumed)
            return "consumed";
        var text = new StringBuilder(Encoding.Latin1.GetString(octets.AsSpan(reader.Head.MethodStart..(reader.Head.TargetStart + reader.Head.TargetLength + 9))));
        foreach (ref readonly FieldLine f in reader.Fields)
            text.Append('\n').Append(Encoding.Latin1.GetString(f.NameIn(octets))).Append('=').Append(Encoding.Latin1.GetString(f.ValueIn(octets)));
        return text.ToString() == parts ? null : "parts";
    }
}
