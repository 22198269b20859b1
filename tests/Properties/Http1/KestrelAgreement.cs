using System.Buffers;
using HiPerf.Http1;
using HiPerf.Properties.Fuzz;
using HiPerf.Properties.Fuzz.Targets;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http1;

/// <summary>Compares with Kestrel's parser: every disagreement belongs to a class that is known by name, and its count is told.</summary>
public sealed class KestrelAgreement
{
    [Fact]
    public void Disagreements_are_of_known_classes()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Law.Holds(5000, Inputs.RequestHeads, input =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            var reader = new RequestReader(2000);
            ParseResult ours = reader.Parse(octets, Reading.Strict with { Table = 2000 });
            (OperationStatus status, string parts, long consumed) = KestrelHeads.Read(octets);
            Disagreement? disagreement = ours.Status == status ? null : KestrelComparison.Classify(ours, status, octets);
            Assert.True(ours.Status == status || disagreement is not null, $"{ours}, Kestrel: {status}");
            string kind = disagreement?.Name ?? "agreed";
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (!ours.IsDone || status != OperationStatus.Done)
            {
                return;
            }

            Assert.Equal(consumed, ours.Consumed);
            Assert.Equal(parts, KestrelHeads.Describe(octets, reader.Head, reader.Fields));
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', counts.Select(c => $"{c.Key}: {c.Value}")));
        Assert.True(counts["agreed"] > counts.Values.Sum() / 2);
    }
}
