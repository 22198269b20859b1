using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Core.Tests.Http1;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of chunked bodies against the reference of RFC 9112 section 7.1, alone and at the end of a body whose framing is near its budget.</summary>
internal sealed class ChunkedTarget : IFuzzTarget
{
    private readonly FieldLine[] _trailers = new FieldLine[64];
    private readonly ReferenceChunkedBody _reference = new();
    private readonly ChunkedBodyParser _worn;
    private readonly long _wornFraming;

    public ChunkedTarget()
    {
        // Chunks of one octet until ten octets of framing are left before the overhead counts.
        byte[] chunk = "1\r\nx\r\n"u8.ToArray();
        var parser = default(ChunkedBodyParser);
        while (parser.ConsumedTotal - parser.ContentTotal < (100 * 1024) - 10)
        {
            for (int start = 0; start < chunk.Length;)
            {
                start += parser.Parse(chunk.AsSpan(start), _trailers, out _, Http1Limits.Server).Consumed;
            }
        }

        _worn = parser;
        _wornFraming = parser.ConsumedTotal - parser.ContentTotal;
    }

    public string Name => "chunked";

    public string Summary => "ChunkedBodyParser; reference from RFC 9112 section 7.1";

    public IEnumerable<string> Samples => [.. SampleRows.First(ChunkedBodySamples.Valid), .. SampleRows.First(ChunkedBodySamples.Refused)];

    public Gen<string> Structure => Inputs.ChunkedBodies.Generator.Select(b => b.Wire);

    public IReadOnlyList<string> Words { get; } =
    [
        "0\r\n\r\n", "0\r\n", "1\r\nx\r\n", "5\r\nhello\r\n", "a\r\n0123456789\r\n", ";a", ";a=b", ";a=\"b\"", " ; a = \"\\\"\" ", "\"", "\\\"", "\t;", "=", "; ", "00000000000000005",
        "7fffffffffffffff\r\n", "8000000000000000\r\n", "a: b\r\n", "a : b\r\n", "a\r\n", ": ", "\r\n x", "x:\r\n", "0\r\na: b\r\nc: d\r\n\r\n", "fF",
        "Host: a\r\n", "content-length:3\r\n", "Set-Cookie: a=b\r\n", "ETag: \"a\"\r\n",
    ];

    public FuzzLaws Laws => FuzzLaws.Stream;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Run(octets, octets.Length, choices, answer);

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => Run(octets, split, choices, answer);

    public void Refer(FuzzInput input, Answer answer)
    {
        Reading reading = FuzzReadings.Of(input.Choices);
        bool worn = IsWorn(input.Choices);
        ReferenceChunkedBody body = _reference.Read(
            input.Octets, input.Length, reading.Limits, MaxContent(input.Choices), worn ? _wornFraming : 0, worn ? _worn.ContentTotal : 0);

        // A section that is whole and valid may still have more lines than the table; the first that does not fit is told.
        bool full = body.Status == OperationStatus.Done && body.Trailers.Count > Table(reading);
        if (full)
        {
            answer.Begin(OperationStatus.DestinationTooSmall, ParseError.TooManyFields, body.SectionStart + body.Trailers[Table(reading)].NameStart);
        }
        else
        {
            answer.Begin(body.Status, body.Error, body.Offset);
        }

        answer.Append(body.Content);
        answer.Add(body.ContentLength);
        if (body.Status != OperationStatus.Done || full)
        {
            return;
        }

        int forbidden = ReferenceTrailers.FirstForbidden(body);
        answer.Add((long)(forbidden < 0 ? Deviations.None : Deviations.ForbiddenTrailer));
        answer.Add(forbidden);
        foreach (ReferenceField field in body.Trailers)
        {
            answer.Add(field.NameStart);
            answer.Add(field.NameLength);
            answer.Add(field.ValueLength == 0 ? 0 : field.ValueStart);
            answer.Add(field.ValueLength);
        }
    }

    // As a connection reads it: octets not consumed stay in front of those that come.
    private void Run(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        Reading reading = FuzzReadings.Of(choices);
        ChunkedBodyParser parser = IsWorn(choices) ? _worn : new ChunkedBodyParser { MaxContent = MaxContent(choices) };
        Span<FieldLine> table = _trailers.AsSpan(0, Table(reading));
        answer.Begin(OperationStatus.NeedMoreData, ParseError.None, 0);
        int content = 0;
        int start = 0;
        int end = split;
        while (true)
        {
            ReadOnlySpan<byte> buffer = octets[start..end];
            ParseResult result = parser.Parse(buffer, table, out ChunkPiece piece, reading.Limits);
            if (result.IsDone && piece.Kind != ChunkPieceKind.End)
            {
                Hold(result.Consumed > 0 && (piece.Kind != ChunkPieceKind.Data || piece.DataLength > 0), "progress");
                answer.Append(piece.DataIn(buffer));
                content += piece.DataLength;
                start += result.Consumed;
                continue;
            }

            if (result.NeedsMoreData && end < octets.Length)
            {
                end = octets.Length;
                continue;
            }

            answer.Verdict(result.Status, result.Error, start + (result.IsDone ? result.Consumed : result.Position));
            answer.Add(content);
            if (result.IsDone)
            {
                answer.Add((long)result.Deviations);
                answer.Add(result.Position);
                List(table[..piece.TrailerCount], answer);
                Hold(parser.IsComplete && parser.Parse("x"u8, table, out piece, reading.Limits) == ParseResult.Done(0) && piece.Kind == ChunkPieceKind.End, "an end that lasts");
            }
            else if (result.Status == OperationStatus.InvalidData)
            {
                Hold(parser.Parse("0\r\n\r\n"u8, table, out _, reading.Limits) == result, "an error that lasts");
            }

            return;
        }
    }

    private static void List(ReadOnlySpan<FieldLine> trailers, Answer answer)
    {
        foreach (ref readonly FieldLine field in trailers)
        {
            Hold(field.ValueStart > field.NameStart + field.NameLength, "a value behind its colon");
            answer.Add(field.NameStart);
            answer.Add(field.NameLength);
            answer.Add(field.ValueLength == 0 ? 0 : field.ValueStart);
            answer.Add(field.ValueLength);
        }
    }

    private static void Hold(bool kept, string what)
    {
        if (!kept)
        {
            throw new InvalidOperationException("There is not " + what);
        }
    }

    private static bool IsWorn(ulong choices) => ((choices >> 16) & 7) == 0;

    private static long MaxContent(ulong choices) => IsWorn(choices) ? 0 : ((choices >> 19) & 7) switch { 0 => 1, 1 => 5, 2 => 100, 3 => long.MaxValue, _ => 0 };

    private static int Table(Reading reading) => Math.Min(reading.Table, 64);
}
