using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public class ChunkedBodyAllocationTests
{
    private static readonly FieldLine[] s_table = new FieldLine[8];

    [Theory]
    [InlineData("6;a=\"b\"\r\nhello \r\n5\r\nworld\r\n0\r\nETag: \"x\"\r\n\r\n")]
    [InlineData("6\r\nhello \r\nx\r\n")]
    [InlineData("0\r\nbad name: x\r\n\r\n")]
    public void Parse_allocates_nothing(string text)
    {
        byte[] input = System.Text.Encoding.Latin1.GetBytes(text);
        Read(input);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Read(input);
            }
        }));
    }

    private static void Read(ReadOnlySpan<byte> input)
    {
        var parser = default(ChunkedBodyParser);
        Http1Limits limits = Http1Limits.Server;
        while (true)
        {
            ParseResult result = parser.Parse(input, s_table, out ChunkPiece piece, in limits);
            if (!result.IsDone || piece.Kind == ChunkPieceKind.End)
            {
                return;
            }

            input = input[result.Consumed..];
        }
    }
}
