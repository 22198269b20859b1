using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Gopher;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of attributes against a reading of Gopher+ section 2.4 by text; the readers of values must take whatever it answers.</summary>
internal sealed class GopherAttributesTarget : IFuzzTarget
{
    private static readonly GopherLimits s_small = new() { MaxLine = 24, MaxItems = 4, MaxMenu = 80 };

    private static readonly string[] s_blocks = ["INFO", "ADMIN", "VIEWS", "ABSTRACT", "ASK", "VERONICA"];

    private static readonly string[] s_fields = ["Mod-Date", "TTL", "Score", "Score-range", "Site", "Org", "Loc", "Geog", "TZ", "Provider", "Version", "treewalk"];

    public string Name => "gopher-attributes";

    public string Summary => "GopherAttributeParser and -Reader; reference from Gopher+ section 2.4";

    public IEnumerable<string> Samples => [.. GopherAttributeBlocks.Whole, .. GopherAttributeBlocks.Lines.Select(l => $"{l.Block}\r\n{l.Line}\r\n")];

    public Gen<string> Structure => Gen.Frequency(
        (1, GopherArbitraries.GopherAttributes().Generator.Select(a => a.Wire)), (2, GopherArbitraries.HostileGopherAttributes().Generator.Select(a => a.Wire)));

    public IReadOnlyList<string> Words { get; } =
    [
        "+INFO: ", "+INFO ", "\n+ADMIN:\n ", "\n+VIEWS\n ", "\n+ASK:\n ", "\n+VERONICA:\n ", "\n+ABSTRACT:\n ", "\n ", "\r\n", ".\r\n", ":", " ", "\t", "Admin: ", "Mod-Date: <20240229000000>", "Score: -2147483648",
        "Score-range: 1 2", "Geog: 1 2 3 4 5 6", "treewalk: yes", "Choose: a\tb", "<1.5k>", "<", ">", "+",
    ];

    public FuzzLaws Laws => FuzzLaws.Growth | FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Run(octets, octets.Length, choices, answer);

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => Run(octets, split, choices, answer);

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceGopher.Lines lines = ReferenceGopher.Split(input.Octets, input.Length, Limits(input.Choices));
        answer.Begin(lines.Error == ParseError.None ? OperationStatus.Done : OperationStatus.InvalidData, lines.Error, lines.Offset);
        string? block = null;
        int items = 0;
        foreach (ReferenceGopher.Line line in lines.All)
        {
            (string kind, string name, string value, string field) = Read(line.Text, ref block, ref items);
            answer.Add(kind);
            answer.Add(name);
            answer.Add(value);
            answer.Add(s_blocks.Contains(block) ? block! : "");
            answer.Add(field);
            answer.Add(items - 1);
        }
    }

    private static (string Kind, string Name, string Value, string Field) Read(string text, ref string? block, ref int items)
    {
        if (text.StartsWith('+'))
        {
            int end = text.IndexOfAny([':', ' ']);
            string name = end < 0 ? text[1..] : text[1..end];
            if (name.Length > 0 && !name.Any(c => c <= ' '))
            {
                block = s_blocks.FirstOrDefault(b => b.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
                items += block == "INFO" ? 1 : 0;
                string rest = end < 0 ? "" : text[end] == ':' ? text[(end + 1)..] : text[end..];
                return ("Block", name, rest.StartsWith(' ') ? rest[1..] : rest, "");
            }
        }

        if (!text.StartsWith(' ') || block is null)
        {
            return ("Malformed", "", text, "");
        }

        int colon = block is "ADMIN" or "VIEWS" or "ASK" or "VERONICA" ? text.IndexOf(':', StringComparison.Ordinal) : -1;
        if (colon < 2)
        {
            return ("Text", "", text[1..], "");
        }

        string word = text[1..colon];
        string behind = text[(colon + 1)..];
        string? field = block is "VIEWS" or "ASK" ? null : s_fields.Append("ADMIN").FirstOrDefault(f => f.Equals(word, StringComparison.OrdinalIgnoreCase));
        return ("Field", word, behind.StartsWith(' ') ? behind[1..] : behind, field ?? "");
    }

    private static void Run(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        var parser = default(GopherAttributeParser);
        GopherLimits limits = Limits(choices);
        answer.Begin(OperationStatus.Done, ParseError.None, 0);
        int start = 0;
        int end = split;
        while (true)
        {
            ReadOnlySpan<byte> buffer = octets[start..end];
            ParseResult result = parser.Parse(buffer, end == octets.Length, out GopherAttributeLine line, in limits);
            if (result.NeedsMoreData && end < octets.Length)
            {
                end = octets.Length;
                continue;
            }

            if (!result.IsDone || line.Kind == GopherAttributeLineKind.End)
            {
                answer.Verdict(result.Status, result.Error, start + (result.IsDone ? result.Consumed : result.Position));
                return;
            }

            answer.Add(line.Kind.ToString());
            answer.Add(line.Name.In(buffer));
            answer.Add(line.Value.In(buffer));
            answer.Add(GopherAttributes.Text(line.Block));
            answer.Add(GopherAttributes.Text(line.Field));
            answer.Add(line.ItemIndex);
            ReadValue(buffer, in line);
            start += result.Consumed;
        }
    }

    // Whatever is told lies within the line.
    private static void ReadValue(ReadOnlySpan<byte> buffer, in GopherAttributeLine line)
    {
        int most = 0;
        if (GopherAttributeReader.TryReadItem(buffer, in line, out GopherMenuItem item))
        {
            most = Math.Max(item.Display.End, Math.Max(item.Selector.End, item.Host.End));
        }

        if (GopherAttributeReader.TryReadAdministrator(buffer, in line, out GopherAdministrator administrator))
        {
            most = Math.Max(administrator.Comment.End, administrator.Email.End);
        }

        if (GopherAttributeReader.TryReadView(buffer, in line, out GopherView view))
        {
            most = Math.Max(view.ContentType.End, view.Language.End);
        }

        if (GopherAttributeReader.TryReadQuestion(buffer, in line, out GopherQuestion question))
        {
            GopherText rest = question.Options;
            while (GopherQuestion.TryTake(buffer, ref rest, out GopherText option))
            {
                most = Math.Max(option.End, question.Prompt.End);
            }
        }

        _ = GopherAttributeReader.TryReadTime(buffer, in line, out _) | GopherAttributeReader.TryReadNumber(buffer, in line, out _) | GopherAttributeReader.TryReadScoreRange(buffer, in line, out _)
            | GopherAttributeReader.TryReadGeography(buffer, in line, out _) | GopherAttributeReader.TryReadTreeWalk(buffer, in line, out _);
        if (most > line.LineLength)
        {
            throw new InvalidOperationException($"A value ends at {most} in a line of {line.LineLength}.");
        }
    }

    private static GopherLimits Limits(ulong choices) => ((choices >> 8) & 3) == 0 ? s_small : GopherLimits.Default;
}
