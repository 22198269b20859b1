namespace HiPerf.Fuzzing;

/// <summary>The ways to break a multipart body or a urlencoded form.</summary>
internal static class FormViolations
{
    public static IReadOnlyList<Violation<MultipartCase>> Multipart { get; } =
    [
        new("cut before the last hyphen", ParseError.MissingCloseDelimiter, b => (b.Wire[..(Close(b) - 1)], Close(b) - 1)),
        new("text behind the close-delimiter", ParseError.BadDelimiter, b => (b.Wire.Insert(Close(b), "x"), Close(b))),
        new("LF behind the close-delimiter", ParseError.BareLf, b => (b.Wire.Insert(Close(b), "\n"), Close(b))),
        new("CR behind the close-delimiter", ParseError.BareCr, b => (b.Wire.Insert(Close(b), "\rx"), Close(b) + 1)),
        new("one hyphen", ParseError.BadDelimiter, b => (b.Wire.Remove(Close(b) - 1, 1).Insert(Close(b) - 1, "x"), Close(b) - 1)),
        new("longer boundary", ParseError.BadDelimiter, b => (b.Wire.Insert(First(b), "x"), First(b))),
        new("LF ends the delimiter line", ParseError.BareLf, b => (b.Wire.Remove(Line(b), 1), Line(b))),
        new("CR ends the delimiter line", ParseError.BareCr, b => (b.Wire.Remove(Line(b) + 1, 1).Insert(Line(b) + 1, "x"), Line(b) + 1)),
        new("delimiter in the head", ParseError.BadDelimiter, b => b.Boundary.All(IsToken) ? (b.Wire.Insert(Line(b) + 2, $"--{b.Boundary}\r\n"), Line(b) + 3 + b.Boundary.Length) : null),
        new("space before the first field", ParseError.SpaceBeforeFirstField, b => (b.Wire.Insert(Line(b) + 2, " "), Line(b) + 2)),
        new("field without a colon", ParseError.MissingColon, b => (b.Wire.Insert(Line(b) + 2, "x\r\n"), Line(b) + 3)),
        new("no part", ParseError.MissingPart, b => (b.Wire.Insert(First(b), "--\r\n"), First(b))),
    ];

    public static IReadOnlyList<Violation<UrlencodedCase>> Urlencoded { get; } =
    [
        new("escape of no digits", ParseError.BadFormEncoding, f => (f.Wire + "%zz", f.Wire.Length + 1)),
        new("escape of one digit", ParseError.BadFormEncoding, f => (f.Wire + "%4&", f.Wire.Length + 2)),
        new("escape cut short", ParseError.BadFormEncoding, f => (f.Wire + "%4", f.Wire.Length + 2)),
        new("percent sign first", ParseError.BadFormEncoding, f => ("%=" + f.Wire, 1)),
    ];

    // Behind the first boundary, behind its padding, behind the hyphens of the close-delimiter.
    private static int First(MultipartCase body) => (body.Preamble is null ? 0 : body.Preamble.Length + 2) + 2 + body.Boundary.Length;

    private static int Line(MultipartCase body) => First(body) + body.Parts[0].Padding.Length;

    private static int Close(MultipartCase body) => body.Wire.Length - (body.Epilogue is null ? 0 : body.Epilogue.Length + 2) - body.ClosePadding.Length;

    // Any other bchar is refused where it stands, as what no field name holds.
    private static bool IsToken(char bchar) => TextGenerator.TokenOctets.Contains(bchar, StringComparison.Ordinal);
}
