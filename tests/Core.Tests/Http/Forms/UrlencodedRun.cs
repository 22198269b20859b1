using System.Buffers;
using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http.Forms;

/// <summary>Feeds a urlencoded form to the parser, cut as told, and keeps its decoded pairs; offsets count from its first octet.</summary>
internal sealed record UrlencodedRun(OperationStatus Status, ParseError Error, long Offset, string Pairs, Deviations Deviations, long FirstDeviation)
{
    public static UrlencodedRun Over(byte[] input, in UrlencodedLimits limits, FormLeniency leniency, bool ends, params int[] cuts)
    {
        var parser = default(UrlencodedParser);
        var pairs = new StringBuilder();
        Deviations deviations = Deviations.None;
        long first = -1;
        int start = 0;
        int[] arrivals = [.. cuts, input.Length];
        for (int i = 0; i < arrivals.Length; i++)
        {
            bool isFinal = ends && i == arrivals.Length - 1;
            while (true)
            {
                ReadOnlySpan<byte> buffer = input.AsSpan(start, arrivals[i] - start);
                ParseResult result = parser.Parse(buffer, isFinal, out UrlencodedPiece piece, in limits, leniency);
                if (result.NeedsMoreData)
                {
                    Assert.False(isFinal);
                    break;
                }

                Assert.Equal(start, parser.ConsumedTotal - (result.IsDone ? result.Consumed : 0));
                if (!result.IsDone)
                {
                    Assert.Equal(result, parser.Parse("a=b&"u8, true, out _, in limits, leniency));
                    return new(result.Status, result.Error, start + result.Position, pairs.ToString(), deviations, first);
                }

                if (result.Deviations != Deviations.None && deviations == Deviations.None)
                {
                    first = start + result.Position;
                }

                deviations |= result.Deviations;
                if (piece.Kind == UrlencodedPieceKind.End)
                {
                    Assert.True(parser.IsComplete);
                    Assert.Equal(ParseResult.Done(0), parser.Parse("x"u8, true, out _, in limits, leniency));
                    return new(result.Status, ParseError.None, start, pairs.ToString(), deviations, first);
                }

                Assert.True(result.Consumed > 0, "No progress.");
                if (piece.Kind == UrlencodedPieceKind.Pair)
                {
                    pairs.Append(Decoded(piece.NameIn(buffer), leniency)).Append('=').Append(Decoded(piece.ValueIn(buffer), leniency)).Append('\n');
                }

                start += result.Consumed;
            }
        }

        return new(OperationStatus.NeedMoreData, ParseError.None, 0, pairs.ToString(), deviations, first);
    }

    private static string Decoded(ReadOnlySpan<byte> encoded, FormLeniency leniency)
    {
        byte[] octets = new byte[encoded.Length];
        Assert.True(FormEncoding.Decode(encoded, octets, out int length, leniency).IsDone);
        return Encoding.Latin1.GetString(octets, 0, length);
    }
}
