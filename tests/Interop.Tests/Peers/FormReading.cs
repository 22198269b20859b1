using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Reads a peer's form with our parsers, in pieces of a few octets as a slow connection would bring them.</summary>
internal static class FormReading
{
    private const int Piece = 7;

    /// <summary>The parts: their fields, and their content as text of one octet a character.</summary>
    public static List<(Dictionary<string, string> Fields, string Content)> Multipart(byte[] body, string boundary, FormLeniency leniency = FormLeniency.None)
    {
        var parser = new MultipartParser(MultipartBoundary.Create(Encoding.ASCII.GetBytes(boundary)));
        var lines = new FieldLine[MultipartLimits.PartFields];
        var parts = new List<(Dictionary<string, string> Fields, string Content)>();
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var content = new StringBuilder();
        int start = 0;
        int end = 0;
        while (true)
        {
            ReadOnlySpan<byte> buffer = body.AsSpan(start, end - start);
            ParseResult result = parser.Parse(buffer, end == body.Length, lines, out MultipartPiece piece, MultipartLimits.Default, leniency);
            if (result.NeedsMoreData)
            {
                end = Math.Min(body.Length, end + Piece);
                continue;
            }

            Assert.True(result.IsDone, $"{result.Error} at {start + result.Position}");
            start += result.Consumed;
            switch (piece.Kind)
            {
                case MultipartPieceKind.PartHead:
                    fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                    foreach (FieldLine line in lines.AsSpan(0, piece.FieldCount))
                    {
                        fields.Add(Encoding.Latin1.GetString(line.NameIn(buffer)), Encoding.UTF8.GetString(line.ValueIn(buffer)));
                    }

                    break;
                case MultipartPieceKind.Data:
                    content.Append(Encoding.Latin1.GetString(piece.DataIn(buffer)));
                    break;
                case MultipartPieceKind.PartEnd:
                    parts.Add((fields, content.ToString()));
                    content.Clear();
                    break;
                case MultipartPieceKind.End:
                    return parts;
            }
        }
    }

    /// <summary>The pairs, decoded, as UTF-8.</summary>
    public static List<(string Name, string Value)> Urlencoded(byte[] body)
    {
        var parser = default(UrlencodedParser);
        var pairs = new List<(string Name, string Value)>();
        int start = 0;
        int end = 0;
        while (true)
        {
            ReadOnlySpan<byte> buffer = body.AsSpan(start, end - start);
            ParseResult result = parser.Parse(buffer, end == body.Length, out UrlencodedPiece piece, UrlencodedLimits.Default);
            if (result.NeedsMoreData)
            {
                end = Math.Min(body.Length, end + Piece);
                continue;
            }

            Assert.True(result.IsDone, $"{result.Error} at {start + result.Position}");
            start += result.Consumed;
            if (piece.Kind == UrlencodedPieceKind.End)
            {
                return pairs;
            }

            if (piece.Kind == UrlencodedPieceKind.Pair)
            {
                pairs.Add((Decoded(piece.NameIn(buffer)), Decoded(piece.ValueIn(buffer))));
            }
        }
    }

    private static string Decoded(ReadOnlySpan<byte> encoded)
    {
        byte[] octets = new byte[encoded.Length];
        Assert.True(FormEncoding.Decode(encoded, octets, out int length).IsDone);
        return Encoding.UTF8.GetString(octets, 0, length);
    }
}
