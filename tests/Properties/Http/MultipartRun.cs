using System.Buffers;
using System.Text;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Http;

/// <summary>What came of a multipart body that arrived in pieces and ended; offsets count from its first octet.</summary>
internal sealed record MultipartRun(OperationStatus Status, ParseError Error, long Offset, string Parts, Deviations Deviations)
{
    public static MultipartRun Over(ReadOnlySpan<byte> octets, string boundary, MultipartReading reading, Arrival arrival, bool ends = true)
    {
        var parser = new MultipartParser(MultipartBoundary.Create(Encoding.ASCII.GetBytes(boundary)));
        var parts = new StringBuilder();
        var fields = new FieldLine[512];
        Deviations deviations = Deviations.None;
        int start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            bool isFinal = ends && end == octets.Length;
            while (true)
            {
                ReadOnlySpan<byte> buffer = octets[start..end];
                ParseResult result = parser.Parse(buffer, isFinal, fields, out MultipartPiece piece, reading.Limits, reading.Leniency);
                Assert.Equal(start + result.Consumed, parser.ConsumedTotal);
                Assert.InRange(result.Consumed, 0, buffer.Length);
                if (result.NeedsMoreData)
                {
                    Assert.False(isFinal);
                    Assert.InRange(result.Position, 0, buffer.Length);
                    break;
                }

                if (!result.IsDone)
                {
                    Assert.InRange(result.Position, 0, buffer.Length);
                    return new(result.Status, result.Error, start + result.Position, parts.ToString(), deviations);
                }

                deviations |= result.Deviations;
                if (piece.Kind == MultipartPieceKind.End)
                {
                    return new(result.Status, ParseError.None, start, parts.ToString(), deviations);
                }

                Assert.True(result.Consumed > 0, "No progress.");
                Append(parts, buffer, in piece, fields);
                start += result.Consumed;
            }
        }

        return new(OperationStatus.NeedMoreData, ParseError.None, 0, parts.ToString(), deviations);
    }

    private static void Append(StringBuilder parts, ReadOnlySpan<byte> buffer, in MultipartPiece piece, FieldLine[] fields)
    {
        switch (piece.Kind)
        {
            case MultipartPieceKind.PartHead:
                for (int i = 0; i < piece.FieldCount; i++)
                {
                    parts.Append(i == 0 ? "" : "|").Append(Encoding.Latin1.GetString(fields[i].NameIn(buffer))).Append('=').Append(Encoding.Latin1.GetString(fields[i].ValueIn(buffer)));
                }

                parts.Append('→');
                break;
            case MultipartPieceKind.Data:
                parts.Append(Encoding.Latin1.GetString(piece.DataIn(buffer)));
                break;
            case MultipartPieceKind.PartEnd:
                parts.Append('\n');
                break;
        }
    }
}
