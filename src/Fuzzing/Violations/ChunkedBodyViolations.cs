namespace HiPerf.Fuzzing;

/// <summary>The ways to break a chunked body.</summary>
internal static class ChunkedBodyViolations
{
    public static IReadOnlyList<Violation<ChunkedBodyCase>> All { get; } =
    [
        new("sign before the size", ParseError.BadChunkSize, b => Edit(b, 0, 0, "+")),
        new("0x before the size", ParseError.BadChunkSize, b => (("0x" + b.Wire), 1)),
        new("seventeen digits", ParseError.BadChunkSize, b => ("00000000000000000" + b.Wire, 16)),
        new("size beyond 2^63-1", ParseError.ChunkSizeOverflow, b => ("8000000000000000" + b.Wire, 15)),
        Chunk("extension without a name", ParseError.BadChunkExtension, c => c.Size.Length + c.Extension.Length + 1, c => c.Size.Length + c.Extension.Length, 0, ";"),
        Chunk("LF ends the size line", ParseError.BareLf, c => c.Size.Length + c.Extension.Length, c => c.Size.Length + c.Extension.Length, 1, ""),
        Chunk("CR ends the size line", ParseError.BareCr, c => c.Size.Length + c.Extension.Length + 1, c => c.Size.Length + c.Extension.Length + 1, 0, "x"),
        Chunk("data too long", ParseError.MissingChunkEnd, c => c.Wire.Length - 2, c => c.Wire.Length - 2, 0, "x"),
        Chunk("LF ends the data", ParseError.MissingChunkEnd, c => c.Wire.Length - 2, c => c.Wire.Length - 2, 1, ""),
        new("LF for the last line", ParseError.BareLf, b => Edit(b, b.Wire.Length - 2, 1, "")),
        new("trailer without a colon", ParseError.MissingColon, b => (b.Wire.Insert(b.Wire.Length - 2, "x\r\n"), b.Wire.Length - 1)),
        new("folded trailer", ParseError.ObsFold, b => (b.Wire.Insert(b.Wire.Length - 2, " x\r\n"), b.Wire.Length - 2)),
        new("NUL in a trailer", ParseError.BadFieldValue, b => (b.Wire.Insert(b.Wire.Length - 2, "x:\0\r\n"), b.Wire.Length)),
    ];

    private static Violation<ChunkedBodyCase> Chunk(string name, ParseError error, Func<ChunkCase, int> offending, Func<ChunkCase, int> at, int remove, string insert) =>
        new(name, error, body =>
        {
            if (body.Chunks.Count == 0)
            {
                return null;
            }

            int middle = body.Chunks.Count / 2;
            int start = body.Chunks.Take(middle).Sum(c => c.Wire.Length);
            return (Edit(body, start + at(body.Chunks[middle]), remove, insert).Wire, start + offending(body.Chunks[middle]));
        });

    private static (string Wire, int Position) Edit(ChunkedBodyCase body, int at, int remove, string insert) => (body.Wire.Remove(at, remove).Insert(at, insert), at);
}
