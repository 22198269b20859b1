using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>What a message is read as: head, framing and content by the three parsers in turn, as its octets arrive.</summary>
/// <remarks>
/// The notation of a whole message: start-line parts, <c>[fields]</c> but for those that frame it and <c>Host: a</c>, framing, content, <c>{trailers}</c>,
/// <c>+octets behind it</c>, <c>~deviations@offset</c>.
/// </remarks>
internal sealed record MessageReading(Verdict Verdict, ParseError Error, long Offset, string Shows)
{
    private const int LongestContentShown = 64;

    /// <summary>What the table says the reading is.</summary>
    public static MessageReading Expected(MessageAttack attack) => new(attack.Verdict, attack.Error, attack.Offset, attack.Shows);

    /// <summary>Reads as much as has arrived at each cut, and goes on there at the next.</summary>
    /// <param name="attack">The message.</param>
    /// <param name="cuts">Octets that have arrived, rising; the whole message comes last in any case.</param>
    /// <param name="arrived">Octets that had arrived when the answer was given.</param>
    public static MessageReading Of(MessageAttack attack, IEnumerable<int> cuts, out int arrived)
    {
        byte[] octets = attack.Octets;
        var run = new Run(attack, octets);
        arrived = 0;
        foreach (int cut in cuts.Append(octets.Length))
        {
            arrived = cut;
            if (run.TryRead(cut, out MessageReading reading))
            {
                return reading;
            }
        }

        return new(Verdict.Incomplete, ParseError.None, -1, string.Empty);
    }

    public static MessageReading Of(MessageAttack attack) => Of(attack, [], out _);

    private sealed class Run(MessageAttack attack, byte[] octets)
    {
        private readonly Http1Limits _limits = attack.Limits ?? (attack.IsResponse ? Http1Limits.Client : Http1Limits.Server);
        private readonly FieldLine[] _fields = new FieldLine[attack.IsResponse ? Http1Limits.ClientFields : Http1Limits.ServerFields];
        private readonly FieldLine[] _trailers = new FieldLine[64];
        private readonly StringBuilder _content = new();
        private ChunkedBodyParser _chunks = new() { MaxContent = attack.MaxContent };
        private RequestHead _request;
        private ResponseHead _response;
        private ParseResult _head = ParseResult.NeedMoreData(0);
        private BodyFraming _framing;
        private string _deviations = "";
        private int _at;

        public bool TryRead(int arrived, out MessageReading reading)
        {
            reading = null!;
            if (!_head.IsDone)
            {
                if (!TryReadHead(octets.AsSpan(0, arrived), out reading))
                {
                    return reading is not null;
                }
            }

            return _framing.Kind switch
            {
                BodyFramingKind.None => Whole(string.Empty, out reading),
                BodyFramingKind.Length when _framing.Length > arrived - _at => false,
                BodyFramingKind.Length => Counted((int)_framing.Length, out reading),
                BodyFramingKind.UntilClose => arrived == octets.Length && Counted(arrived - _at, out reading),
                _ => TryReadChunks(arrived, out reading),
            };
        }

        private bool TryReadHead(ReadOnlySpan<byte> buffer, out MessageReading reading)
        {
            reading = null!;
            _head = attack.IsResponse
                ? ResponseHeadParser.Parse(buffer, _fields, ref _response, in _limits, Http1Leniency.None, _head.Position)
                : RequestHeadParser.Parse(buffer, _fields, ref _request, in _limits, Http1Leniency.None, _head.Position);
            if (_head.NeedsMoreData)
            {
                return false;
            }

            if (!_head.IsDone)
            {
                reading = new(Verdict.Refused, _head.Error, _head.Position, string.Empty);
                return false;
            }

            ParseResult framing = attack.IsResponse
                ? BodyFramingParser.ParseResponse(buffer, _fields, in _response, attack.Method, out _framing)
                : BodyFramingParser.ParseRequest(buffer, _fields, in _request, out _framing);
            if (!framing.IsDone)
            {
                reading = new(Verdict.Refused, framing.Error, framing.Position, string.Empty);
                return false;
            }

            _at = _head.Consumed;
            return true;
        }

        private bool TryReadChunks(int arrived, out MessageReading reading)
        {
            reading = null!;
            while (true)
            {
                ReadOnlySpan<byte> buffer = octets.AsSpan(_at, arrived - _at);
                ParseResult result = _chunks.Parse(buffer, _trailers, out ChunkPiece piece, in _limits);
                if (result.NeedsMoreData)
                {
                    return false;
                }

                if (!result.IsDone)
                {
                    // Final: whatever comes, the answer stays.
                    Assert.Equal(result, _chunks.Parse("0\r\n\r\n"u8, _trailers, out _, in _limits));
                    reading = new(Verdict.Refused, result.Error, _at + result.Position, string.Empty);
                    return true;
                }

                _content.Append(Encoding.Latin1.GetString(piece.DataIn(buffer)));
                if (result.Deviations != Deviations.None)
                {
                    _deviations = $" ~{result.Deviations}@{_at + result.Position}";
                }

                _at += result.Consumed;
                if (piece.Kind == ChunkPieceKind.End)
                {
                    string trailers = Lines(buffer, _trailers.AsSpan(0, piece.TrailerCount), static _ => true);
                    return Whole(Content(" ") + (trailers.Length == 0 ? "" : $" {{{trailers}}}"), out reading);
                }
            }
        }

        private bool Counted(int length, out MessageReading reading)
        {
            _content.Append(Encoding.Latin1.GetString(octets, _at, length));
            _at += length;
            return Whole(Content(" "), out reading);
        }

        private string Content(string before) => before + (_content.Length > LongestContentShown ? $"{_content.Length} octets" : $"\"{_content}\"");

        private bool Whole(string content, out MessageReading reading)
        {
            string start = attack.IsResponse
                ? $"{_response.Status} {Encoding.Latin1.GetString(_response.ReasonIn(octets))}"
                : $"{Encoding.Latin1.GetString(_request.MethodIn(octets))} {Encoding.Latin1.GetString(_request.TargetIn(octets))}";
            string fields = Lines(octets, _fields.AsSpan(0, attack.IsResponse ? _response.FieldCount : _request.FieldCount), IsShown);
            string framing = _framing.Kind switch
            {
                BodyFramingKind.None => "none",
                BodyFramingKind.Length => $"length {_framing.Length}",
                BodyFramingKind.Chunked => "chunked",
                _ => "until close",
            };
            string behind = octets.Length > _at ? $" +{octets.Length - _at}" : "";
            string deviations = (_head.Deviations == Deviations.None ? "" : $" ~{_head.Deviations}@{_head.Position}") + _deviations;
            reading = new(Verdict.Accepted, ParseError.None, -1, $"{start} {(fields.Length == 0 ? "" : $"[{fields}] ")}{framing}{content}{behind}{deviations}");
            return true;
        }

        private static bool IsShown(string line) =>
            line != "Host=a" && !line.StartsWith("Content-Length=", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Transfer-Encoding=", StringComparison.OrdinalIgnoreCase);

        private static string Lines(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> lines, Func<string, bool> isShown)
        {
            var texts = new List<string>();
            foreach (FieldLine line in lines)
            {
                texts.Add($"{Encoding.Latin1.GetString(line.NameIn(buffer))}={Encoding.Latin1.GetString(line.ValueIn(buffer))}");
            }

            return string.Join(", ", texts.Where(isShown));
        }
    }
}
