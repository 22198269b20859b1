namespace HiPerf.Fuzzing;

/// <summary>The ways to make a user agent ignore a cookie.</summary>
internal static class SetCookieViolations
{
    public static IReadOnlyList<Violation<SetCookieCase>> All { get; } =
    [
        new("NUL before the name", ParseError.BadCookieOctet, c => ("\0" + c.Wire, 0)),
        new("CRLF behind the value", ParseError.BadCookieOctet, c => Edit(c, c.Name.Length + 1 + c.Value.Length, "\r\n")),
        new("DEL at the end", ParseError.BadCookieOctet, c => Edit(c, c.Wire.Length, "\u007F")),
        new("US in an attribute", ParseError.BadCookieOctet, c => c.Attributes.Count == 0 ? null : Edit(c, c.Wire.Length - 1, "\u001F")),
        new("neither name nor value", ParseError.EmptyCookie, c => (" \t" + c.Wire[(c.Name.Length + 1 + c.Value.Length)..], 2)),
        new("an equals sign alone", ParseError.EmptyCookie, c => ("=" + c.Wire[(c.Name.Length + 1 + c.Value.Length)..], 1)),
        new("name and value too long", ParseError.CookieTooLong, c => Edit(c, c.Name.Length + 1 + c.Value.Length, new string('x', 4097 - c.Name.Length - c.Value.Length), 4097)),
        new("field value too long", ParseError.SetCookieTooLong, c => (c.Wire + ";" + new string('x', 8192 - c.Wire.Length), 8192)),
    ];

    private static (string Wire, int Position) Edit(SetCookieCase cookie, int at, string insert, int position = -1) =>
        (cookie.Wire.Insert(at, insert), position < 0 ? at : position);
}
