using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Properties.Http;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of urlencoded forms, strict and lenient, against the reference of the WHATWG URL standard.</summary>
internal sealed class UrlencodedTarget : IFuzzTarget
{
    private static readonly UrlencodedLimits s_limits = new() { MaxPairs = 1 << 20, MaxName = 1 << 20, MaxValue = 1 << 20 };

    private readonly byte[] _decoded = new byte[FuzzInput.MaxLength];

    public string Name => "urlencoded";

    public string Summary => "UrlencodedParser; reference from WHATWG URL section 5.1";

    public IEnumerable<string> Samples => [.. UrlencodedForms.Valid.Select(s => s.Form), .. UrlencodedForms.Refused.Select(s => s.Form)];

    public Gen<string> Structure => FormInputs.Urlencoded.Generator.Select(f => f.Wire);

    public IReadOnlyList<string> Words { get; } = ["&", "=", "+", "%", "%2", "%26", "%3D", "%2B", "%zz", "&&", "a=b&", "==", "%0d%0a"];

    public FuzzLaws Laws => FuzzLaws.Growth | FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Run(octets, octets.Length, choices, answer);

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => Run(octets, split, choices, answer);

    public void Refer(FuzzInput input, Answer answer)
    {
        (int bad, string pairs) = ReferenceUrlencoded.Read(System.Text.Encoding.Latin1.GetString(input.Span));
        bool refused = bad >= 0 && Leniency(input.Choices) == FormLeniency.None;
        answer.Begin(refused ? OperationStatus.InvalidData : OperationStatus.Done, refused ? ParseError.BadFormEncoding : ParseError.None, refused ? bad : input.Length);
        if (!refused)
        {
            answer.Add(pairs);
        }
    }

    private void Run(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        var parser = default(UrlencodedParser);
        FormLeniency leniency = Leniency(choices);
        answer.Begin(OperationStatus.Done, ParseError.None, octets.Length);
        var pairs = new System.Text.StringBuilder();
        int start = 0;
        int end = split;
        while (true)
        {
            ReadOnlySpan<byte> buffer = octets[start..end];
            ParseResult result = parser.Parse(buffer, end == octets.Length, out UrlencodedPiece piece, s_limits, leniency);
            if (result.NeedsMoreData && end < octets.Length)
            {
                end = octets.Length;
                continue;
            }

            if (!result.IsDone)
            {
                answer.Begin(result.Status, result.Error, start + result.Position);
                return;
            }

            if (piece.Kind == UrlencodedPieceKind.End)
            {
                answer.Add(pairs.ToString());
                return;
            }

            if (piece.Kind == UrlencodedPieceKind.Pair)
            {
                Append(pairs, piece.NameIn(buffer), leniency).Append('=');
                Append(pairs, piece.ValueIn(buffer), leniency).Append('\n');
            }

            start += result.Consumed;
        }
    }

    private System.Text.StringBuilder Append(System.Text.StringBuilder pairs, ReadOnlySpan<byte> encoded, FormLeniency leniency)
    {
        FormEncoding.Decode(encoded, _decoded, out int length, leniency);
        return pairs.Append(System.Text.Encoding.Latin1.GetString(_decoded.AsSpan(0, length)));
    }

    private static FormLeniency Leniency(ulong choices) => ((choices >> 8) & 1) == 0 ? FormLeniency.None : FormLeniency.BadFormEncoding;
}
