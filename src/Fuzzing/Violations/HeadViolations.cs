namespace HiPerf.Fuzzing;

/// <summary>The ways to break a request or response head.</summary>
internal static class HeadViolations
{
    public static IReadOnlyList<Violation<RequestHeadCase>> Request { get; } =
    [
        RequestLine("NUL in the method", ParseError.BadMethod, h => h.Method.Length - 1, 1, "\0"),
        RequestLine("HTAB behind the method", ParseError.BadMethod, h => h.Method.Length, 1, "\t"),
        RequestLine("two spaces before the target", ParseError.BadRequestTarget, h => h.Method.Length + 1, 0, " "),
        RequestLine("fragment in the target", ParseError.BadRequestTarget, TargetEnd, 0, "#"),
        RequestLine("DEL in the target", ParseError.BadRequestTarget, TargetEnd, 0, "\u007F"),
        RequestLine("obs-text in the target", ParseError.BadRequestTarget, TargetEnd, 0, "\u00E9"),
        RequestLine("no version", ParseError.BadVersion, TargetEnd, 9, ""),
        RequestLine("two spaces before the version", ParseError.BadVersion, h => TargetEnd(h) + 1, 0, " "),
        RequestLine("lower case version", ParseError.BadVersion, h => TargetEnd(h) + 1, 4, "http"),
        RequestLine("version 1.2", ParseError.UnsupportedVersion, h => h.RequestLine.Length - 1, 1, "2"),
        RequestLine("space behind the version", ParseError.BadVersion, h => h.RequestLine.Length, 0, " "),
        RequestLine("LF ends the line", ParseError.BareLf, h => h.RequestLine.Length, 1, ""),
        RequestLine("CR ends the line", ParseError.BareCr, h => h.RequestLine.Length + 1, 1, ""),
        .. Fields<RequestHeadCase>(h => h.RequestLine.Length + 2 + Lead(h), h => h.Fields),
    ];

    public static IReadOnlyList<Violation<ResponseHeadCase>> Response { get; } =
    [
        StatusLine("empty line first", ParseError.BadVersion, _ => 0, 0, "\r\n"),
        StatusLine("version 1.2", ParseError.UnsupportedVersion, _ => 7, 1, "2"),
        StatusLine("two spaces before the code", ParseError.BadStatusCode, _ => 9, 0, " "),
        StatusLine("code 0xx", ParseError.BadStatusCode, _ => 9, 1, "0"),
        StatusLine("code 6xx", ParseError.BadStatusCode, _ => 9, 1, "6"),
        StatusLine("letter in the code", ParseError.BadStatusCode, _ => 10, 1, "x"),
        StatusLine("code of four digits", ParseError.BadReasonPhrase, _ => 12, 0, "0"),
        StatusLine("NUL in the reason", ParseError.BadReasonPhrase, h => h.StatusLine.Length, 0, "\0"),
        StatusLine("CR in the reason", ParseError.BareCr, h => h.StatusLine.Length + 1, 0, "x"),
        StatusLine("LF ends the line", ParseError.BareLf, h => h.StatusLine.Length, 1, ""),
        .. Fields<ResponseHeadCase>(h => h.StatusLine.Length + 2, h => h.Fields),
    ];

    // An offending octet stands where the edit begins, except where it takes away the LF behind a CR: there it is what comes next.
    private static Violation<RequestHeadCase> RequestLine(string name, ParseError error, Func<RequestHeadCase, int> at, int remove, string insert) =>
        new(name, error, h => Edit(h.Wire, at(h) + Lead(h), remove, insert));

    private static Violation<ResponseHeadCase> StatusLine(string name, ParseError error, Func<ResponseHeadCase, int> at, int remove, string insert) =>
        new(name, error, h => Edit(h.Wire, at(h), remove, insert));

    private static IEnumerable<Violation<T>> Fields<T>(Func<T, int> section, Func<T, IReadOnlyList<FieldCase>> fields)
        where T : IWireMessage
    {
        Violation<T> Line(string name, ParseError error, Func<FieldCase, int> at, int remove, string insert) =>
            new(name, error, head =>
            {
                IReadOnlyList<FieldCase> lines = fields(head);
                if (lines.Count == 0)
                {
                    return null;
                }

                // The middle line: lines before and behind it are valid.
                int start = section(head) + lines.Take(lines.Count / 2).Sum(f => f.Wire.Length);
                return Edit(head.Wire, start + at(lines[lines.Count / 2]), remove, insert);
            });

        yield return new("space before the first field", ParseError.SpaceBeforeFirstField, h => Edit(h.Wire, section(h), 0, " "));
        yield return new("folded line", ParseError.ObsFold, h => fields(h).Count == 0 ? null : Edit(h.Wire, h.Wire.Length - 2, 0, " x\r\n"));
        yield return new("LF for the empty line", ParseError.BareLf, h => Edit(h.Wire, h.Wire.Length - 2, 2, "\n"));
        yield return Line("field name empty", ParseError.BadFieldName, _ => 0, 0, ":");
        yield return Line("slash in the name", ParseError.BadFieldName, f => f.Name.Length - 1, 1, "/");
        yield return Line("NUL in the name", ParseError.BadFieldName, f => f.Name.Length, 0, "\0");
        yield return Line("obs-text in the name", ParseError.BadFieldName, f => f.Name.Length, 0, "\u00E9");
        yield return Line("no colon", ParseError.MissingColon, f => f.Name.Length, 0, "\r\n");
        yield return Line("space before the colon", ParseError.SpaceBeforeColon, f => f.Name.Length, 0, " ");
        yield return Line("NUL in the value", ParseError.BadFieldValue, ValueEnd, 0, "\0");
        yield return Line("DEL in the value", ParseError.BadFieldValue, ValueEnd, 0, "\u007F");
        yield return Line("CR in the value", ParseError.BareCr, f => f.Wire.Length - 1, 0, "x");
        yield return Line("two CRs", ParseError.BareCr, f => f.Wire.Length - 1, 0, "\r");
        yield return Line("LF ends the line", ParseError.BareLf, f => f.Wire.Length - 2, 1, "");
    }

    private static (string Wire, int Position) Edit(string wire, int at, int remove, string insert) => (wire.Remove(at, remove).Insert(at, insert), at);

    private static int TargetEnd(RequestHeadCase head) => head.Method.Length + 1 + head.Target.Length;

    private static int ValueEnd(FieldCase field) => field.Wire.Length - 2 - field.Behind.Length;

    private static int Lead(RequestHeadCase head) => head.LeadingEmptyLine ? 2 : 0;
}
