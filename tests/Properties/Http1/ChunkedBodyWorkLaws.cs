using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>RQ-35 of the attack catalogue: fed octet by octet, a chunked body is looked at a bounded number of times, whatever it holds.</summary>
public sealed class ChunkedBodyWorkLaws
{
    private static readonly Http1Limits s_limits = new() { MaxChunkLine = 1 << 20, MaxChunkExtensions = 1 << 20, MaxTrailers = 1 << 20, MaxFieldLine = ushort.MaxValue, MaxTrailerFields = 1000 };

    public static TheoryData<string, string> Baits => new()
    {
        { "quoted-string of 8 KiB of backslashes", "5;a=\"" + new string('\\', 8192) + "\"\r\nhello\r\n0\r\n\r\n" },
        { "extension of 8 KiB of white space", "5" + new string(' ', 8192) + ";a\r\nhello\r\n0\r\n\r\n" },
        { "trailer line of 32 KiB", "0\r\na: " + new string('v', 32768) + "\r\n\r\n" },
        { "trailer of 100 times the same name", "0\r\n" + string.Concat(Enumerable.Repeat("same-name: value\r\n", 100)) + "\r\n" },
        { "trailer of 900 short lines", "0\r\n" + string.Concat(Enumerable.Repeat("a:\r\n", 900)) + "\r\n" },
        { "chunks of one octet", string.Concat(Enumerable.Repeat("1\r\nx\r\n", 8192)) + "0\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Baits))]
    public void Work_is_at_most_four_times_the_octets(string name, string body)
    {
        byte[] octets = Inputs.Latin1(body);
        var trailers = new FieldLine[1000];
        var parser = default(ChunkedBodyParser);
        long work = 0;
        long calls = 0;
        int start = 0;
        int examined = 0;
        for (int end = 1; end <= octets.Length && !parser.IsComplete; end++)
        {
            ParseResult result;
            do
            {
                ReadOnlySpan<byte> buffer = octets.AsSpan(start..end);
                result = parser.Parse(buffer, trailers, out ChunkPiece piece, s_limits);
                calls++;
                work += buffer.Length - examined + (piece.Kind == ChunkPieceKind.End ? buffer.Length : 0);
                Assert.True(result.IsDone || result.NeedsMoreData, $"{name}: {result}");
                examined = result.NeedsMoreData ? result.Position : 0;
                start += result.Consumed;
            }
            while (result.IsDone && result.Consumed > 0 && start < end);
        }

        Assert.True(parser.IsComplete, name);
        Assert.True(work <= (4L * octets.Length) + (64 * calls), $"{name}: {work} octets looked at of {octets.Length} in {calls} calls");

        // The bound would hold of anything if calls were many and octets few.
        Assert.True(work <= 4L * octets.Length, $"{name}: {work} octets looked at of {octets.Length}");
    }
}
