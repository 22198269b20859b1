using System.Buffers;
using System.Text;
using HiPerf.Fuzzing;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>What came of a chunked body that arrived in pieces; offsets count from its first octet.</summary>
internal sealed record ChunkedBodyRun(OperationStatus Status, ParseError Error, long Offset, string Content, string Trailers)
{
    public static ChunkedBodyRun Over(ReadOnlySpan<byte> octets, Reading reading, Arrival arrival)
    {
        var parser = default(ChunkedBodyParser);
        var content = new StringBuilder();
        var trailers = new FieldLine[64];
        int start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            while (true)
            {
                ReadOnlySpan<byte> buffer = octets[start..end];
                ParseResult result = parser.Parse(buffer, trailers, out ChunkPiece piece, reading.Limits);
                Assert.Equal(start + result.Consumed, parser.ConsumedTotal);
                Assert.InRange(result.Consumed, 0, buffer.Length);
                if (result.NeedsMoreData)
                {
                    Assert.InRange(result.Position, 0, buffer.Length);
                    break;
                }

                if (!result.IsDone)
                {
                    Assert.InRange(result.Position, 0, buffer.Length - 1);
                    return new(result.Status, result.Error, start + result.Position, content.ToString(), "");
                }

                if (piece.Kind == ChunkPieceKind.End)
                {
                    return new(result.Status, ParseError.None, start + result.Consumed, content.ToString(), List(buffer, trailers.AsSpan(0, piece.TrailerCount)));
                }

                Assert.True(result.Consumed > 0, "No progress.");
                content.Append(Encoding.Latin1.GetString(piece.DataIn(buffer)));
                Assert.Equal(content.Length, parser.ContentTotal);
                start += result.Consumed;
            }
        }

        return new(OperationStatus.NeedMoreData, ParseError.None, 0, content.ToString(), "");
    }

    private static string List(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> trailers)
    {
        var list = new StringBuilder();
        foreach (ref readonly FieldLine line in trailers)
        {
            list.Append(Encoding.Latin1.GetString(line.NameIn(buffer))).Append('=').Append(Encoding.Latin1.GetString(line.ValueIn(buffer))).Append('\n');
        }

        return list.ToString();
    }
}
