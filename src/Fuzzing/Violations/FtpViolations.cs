using HiPerf.Ftp;

namespace HiPerf.Fuzzing;

/// <summary>The ways to break a reply, a command line or a line of facts. RFC 959 sections 4.2 and 5.3, RFC 3659 section 7.2.</summary>
internal static class FtpViolations
{
    private static readonly string[] s_repeatable = ["unix.owner", "x.y"];

    public static IReadOnlyList<Violation<FtpReplyCase>> Reply { get; } =
    [
        new("letter in the code", ParseError.BadReplyCode, r => (r.Wire.Remove(1, 1).Insert(1, "x"), 1)),
        new("code of no class", ParseError.BadReplyCode, r => ("6" + r.Wire[1..], 0)),
        new("code of two digits", ParseError.BadReplyCode, r => (r.Wire.Remove(2, 1), 2)),
        new("code of four digits", ParseError.BadReplySeparator, r => (r.Wire.Insert(3, "0"), 3)),
        new("tab behind the code", ParseError.BadReplySeparator, r => (r.Wire.Remove(3, 1).Insert(3, "\t"), 3)),
        new("NUL in the first line", ParseError.NulOnControl, r => (r.Wire.Insert(4, "\0"), 4)),
        new("NUL in the last line", ParseError.NulOnControl, r => (r.Wire.Insert(r.Wire.Length - 2, "\0"), r.Wire.Length - 2)),
        new("CR without LF", ParseError.CrOnControl, r => (r.Wire.Insert(r.Wire.Length - 2, "\rx"), r.Wire.Length - 1)),
        new("two CR", ParseError.CrOnControl, r => (r.Wire.Insert(r.Wire.Length - 2, "\r"), r.Wire.Length - 1)),
        new("line too long", ParseError.ReplyLineTooLong, r => (r.Wire.Insert(4, new string('a', FtpLimits.Default.MaxReplyLine)), FtpLimits.Default.MaxReplyLine)),
    ];

    public static IReadOnlyList<Violation<FtpCommandCase>> Command { get; } =
    [
        new("digit before the verb", ParseError.BadCommand, c => ("1" + c.Wire, 0)),
        new("space before the verb", ParseError.BadCommand, c => (" " + c.Wire, 0)),
        new("hyphen in the verb", ParseError.BadCommand, c => (c.Wire.Insert(c.Verb.Length, "-"), c.Verb.Length)),
        new("verb too long", ParseError.BadCommand, c => (c.Verb.PadRight(FtpCommandParser.MaxVerb + 1, 'a') + c.Wire[c.Verb.Length..], FtpCommandParser.MaxVerb)),
        new("LF alone", ParseError.LfOnControl, c => (c.Wire[..^2] + "\n", c.Wire.Length - 2)),
        new("NUL", ParseError.NulOnControl, c => (c.Wire.Insert(c.Wire.Length - 2, "\0"), c.Wire.Length - 2)),
        new("CR without LF", ParseError.CrOnControl, c => (c.Wire.Insert(c.Wire.Length - 2, "\rx"), c.Wire.Length - 1)),
        new("line too long", ParseError.CommandLineTooLong, c => c.Argument is null ? null : (c.Wire.Insert(c.Wire.Length - 2, new string('a', FtpLimits.Default.MaxCommandLine)), FtpLimits.Default.MaxCommandLine)),
    ];

    public static IReadOnlyList<Violation<FactLineCase>> Facts { get; } =
    [
        new("no name", ParseError.MissingPathName, l => (l.Wire[..^l.Name.Length], l.Wire.Length - l.Name.Length)),
        new("NUL in the name", ParseError.MissingPathName, l => (l.Wire + "\0", l.Wire.Length)),
        new("CR in the name", ParseError.MissingPathName, l => (l.Wire + "\rx", l.Wire.Length)),
        new("fact without a value's sign", ParseError.BadFact, l => ("x;" + l.Wire, 1)),
        new("fact without a name", ParseError.BadFact, l => ("=x;" + l.Wire, 0)),
        new("fact without an end", ParseError.BadFact, l => ("x=y" + (l.Facts.Count == 0 ? l.Wire : " " + l.Name), 3)),
        new("control in a value", ParseError.BadFact, l => ("x=\t;" + l.Wire, 2)),
        new("negative size", ParseError.BadSize, l => Has(l, "size") ? null : ("size=-1;" + l.Wire, 5)),
        new("size beyond 2^63-1", ParseError.BadSize, l => Has(l, "size") ? null : ("size=9223372036854775808;" + l.Wire, 23)),
        new("thirteenth month", ParseError.BadTimeVal, l => Has(l, "create") ? null : ("create=20001301000000;" + l.Wire, 12)),
        new("fact twice", ParseError.RepeatedFact, l => l.Facts.Count == 0 || s_repeatable.Contains(Key(l.Facts[0])) ? null : (l.Facts[0] + ";" + l.Wire, l.Facts[0].Length + 1 + Key(l.Facts[0]).Length)),
    ];

    private static bool Has(FactLineCase line, string key) => line.Facts.Any(fact => Key(fact) == key);

    private static string Key(string fact) => fact[..fact.IndexOf('=', StringComparison.Ordinal)].ToLowerInvariant();
}
