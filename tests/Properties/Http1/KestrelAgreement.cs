using System.Buffers;
using System.Text;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http1;

/// <summary>Compares with Kestrel's parser: every disagreement belongs to a class that is known by name, and its count is told.</summary>
public sealed class KestrelAgreement
{
    private const string Unknown = "unknown";

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
            string kind = ours.Status == status ? "agreed" : Disagreement(ours, status, octets);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            Assert.True(kind != Unknown, $"{ours}, Kestrel: {status}");
            if (!ours.IsDone || status != OperationStatus.Done)
            {
                return;
            }

            Assert.Equal(consumed, ours.Consumed);
            Assert.Equal(parts, Parts(reader, octets));
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', counts.Select(c => $"{c.Key}: {c.Value}")));
        Assert.True(counts["agreed"] > counts.Values.Sum() / 2);
    }

    private static string Disagreement(ParseResult ours, OperationStatus kestrel, byte[] octets) => (ours.Error, kestrel) switch
    {
        (ParseError.None, OperationStatus.InvalidData) when octets[0] == '\r' => "leading empty line: read above Kestrel's parser",
        (not ParseError.None, OperationStatus.NeedMoreData) => "line not ended yet: Kestrel judges none before its LF",
        (ParseError.BareLf, OperationStatus.Done) => "LF ends a line: Kestrel lets it pass",
        (ParseError.BadFieldName, OperationStatus.Done) => "octet that is no tchar in a name: judged above Kestrel's parser",
        (ParseError.BadFieldValue, OperationStatus.Done) => "control in a value: judged above Kestrel's parser",
        (ParseError.BadRequestTarget, OperationStatus.Done) => "octet or form of the target: judged above Kestrel's parser",
        (ParseError.BadVersion, OperationStatus.Done) when octets[ours.Position] == ' ' => "more spaces before the version: Kestrel lets them pass",
        (ParseError.BadVersion, OperationStatus.Done) when octets[ours.Position] == '\r' => "CR in the target: judged above Kestrel's parser",
        (ParseError.MethodTooLong, OperationStatus.Done) => "method of more than 32 octets: no limit in Kestrel",
        _ => Unknown,
    };

    private static string Parts(RequestReader reader, byte[] octets)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(reader.Head.MethodIn(octets))).Append(' ').Append(Encoding.Latin1.GetString(reader.Head.TargetIn(octets)));
        text.Append(' ').Append(reader.Head.Version);
        foreach (ref readonly FieldLine f in reader.Fields)
        {
            text.Append('\n').Append(Encoding.Latin1.GetString(f.NameIn(octets))).Append('=').Append(Encoding.Latin1.GetString(f.ValueIn(octets)));
        }

        return text.ToString();
    }
}
