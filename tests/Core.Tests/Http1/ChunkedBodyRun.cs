using System.Buffers;
using System.Text;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Feeds a chunked body to the parser, cut as told, the way a connection would, and keeps what came of it with absolute offsets.</summary>
internal sealed record ChunkedBodyRun(OperationStatus Status, ParseError Error, long Offset, string Content, string Trailers)
{
    /// <summary>Runs over the octets in pieces; the octets not consumed stay in front of the next piece.</summary>
    public static ChunkedBodyRun Over(byte[] input, in Http1Limits limits, params int[] cuts)
    {
        var parser = default(ChunkedBodyParser);
        var content = new StringBuilder();
        var trailers = new FieldLine[64];
        int start = 0;
        foreach (int end in (int[])[.. cuts, input.Length])
        {
            while (true)
            {
                ReadOnlySpan<byte> buffer = input.AsSpan(start, end - start);
                ParseResult result = parser.Parse(buffer, trailers, out ChunkPiece piece, in limits);
                if (result.NeedsMoreData)
                {
                    break;
                }

                Assert.Equal(start, parser.ConsumedTotal - (result.IsDone ? result.Consumed : 0));
                if (!result.IsDone)
                {
                    ParseResult again = parser.Parse("0\r\n\r\n"u8, trailers, out _, in limits);
                    Assert.Equal(result, again);
                    return new(result.Status, result.Error, start + result.Position, content.ToString(), string.Empty);
                }

                if (piece.Kind == ChunkPieceKind.End)
                {
                    Assert.True(parser.IsComplete);
                    return new(result.Status, ParseError.None, start + result.Consumed, content.ToString(), List(buffer, trailers.AsSpan(0, piece.TrailerCount)));
                }

                content.Append(Encoding.Latin1.GetString(piece.DataIn(buffer)));
                Assert.Equal(content.Length, parser.ContentTotal);
                start += result.Consumed;
            }
        }

        return new(OperationStatus.NeedMoreData, ParseError.None, 0, content.ToString(), string.Empty);
    }

    /// <summary>Every cut that matters: none, each one, and between all octets.</summary>
    public static IEnumerable<int[]> Cuts(int length)
    {
        yield return [];
        for (int cut = 0; cut <= length; cut++)
        {
            yield return [cut];
        }

        yield return [.. Enumerable.Range(0, length)];
    }

    private static string List(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> trailers)
    {
        var list = new StringBuilder();
        foreach (FieldLine line in trailers)
        {
            list.Append(list.Length == 0 ? "" : "|").Append(Encoding.Latin1.GetString(line.NameIn(buffer))).Append('=');
            list.Append(Encoding.Latin1.GetString(line.ValueIn(buffer)));
        }

        return list.ToString();
    }
}
