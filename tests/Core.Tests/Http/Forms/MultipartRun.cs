using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http.Forms;

/// <summary>Feeds a multipart body to the parser, cut as told, the way a connection would, and keeps what came of it with absolute offsets.</summary>
internal sealed record MultipartRun(OperationStatus Status, ParseError Error, long Offset, string Parts, Deviations Deviations)
{
    /// <summary>Runs over the octets in pieces; the octets not consumed stay in front of the next piece.</summary>
    public static MultipartRun Over(byte[] input, MultipartBoundary boundary, in MultipartLimits limits, FormLeniency leniency, bool ends, params int[] cuts)
    {
        var parser = new MultipartParser(in boundary);
        var parts = new StringBuilder();
        var fields = new FieldLine[64];
        Deviations deviations = Deviations.None;
        int start = 0;
        int[] arrivals = [.. cuts, input.Length];
        for (int i = 0; i < arrivals.Length; i++)
        {
            bool isFinal = ends && i == arrivals.Length - 1;
            while (true)
            {
                ReadOnlySpan<byte> buffer = input.AsSpan(start, arrivals[i] - start);
                ParseResult result = parser.Parse(buffer, isFinal, fields, out MultipartPiece piece, in limits, leniency);
                if (result.NeedsMoreData)
                {
                    Assert.False(isFinal);
                    break;
                }

                Assert.Equal(start, parser.ConsumedTotal - (result.IsDone ? result.Consumed : 0));
                if (!result.IsDone)
                {
                    Assert.Equal(result, parser.Parse("--b--"u8, true, fields, out _, in limits, leniency));
                    return new(result.Status, result.Error, start + result.Position, parts.ToString(), deviations);
                }

                deviations |= result.Deviations;
                if (piece.Kind == MultipartPieceKind.End)
                {
                    Assert.True(parser.IsComplete);
                    Assert.Equal(ParseResult.Done(0), parser.Parse("x"u8, true, fields, out MultipartPiece again, in limits, leniency));
                    Assert.Equal(MultipartPieceKind.End, again.Kind);
                    return new(result.Status, ParseError.None, start, parts.ToString(), deviations);
                }

                Assert.True(result.Consumed > 0 || piece.Kind == MultipartPieceKind.PartEnd, "No progress.");
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
