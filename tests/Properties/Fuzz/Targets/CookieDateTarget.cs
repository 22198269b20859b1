using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The reader of cookie dates against the reference of RFC 6265bis.</summary>
internal sealed class CookieDateTarget : IFuzzTarget
{
    public string Name => "cookie-date";

    public string Summary => "CookieDate; reference from RFC 6265bis section 5.1.1";

    public IEnumerable<string> Samples =>
    [
        "Mon, 10-Dec-2007 17:02:24 GMT", "Wed, 09 Dec 2009 16:27:23 GMT", "Thursday, 01-Jan-1970 00:00:00 GMT", "Sun Nov  6 08:49:37 1994", "10:11:12 1 jan 99", "2000 feb 29 23:59:59", "08:49:37 31 feb 2020", "1601 jan 1 0:0:0", "1600 dec 31 23:59:59",
    ];

    public Gen<string> Structure { get; } =
        from pieces in Gen.Frequency(
            (8, Gen.Elements("1", "31", "06", "2026", "94", "69", "70", "1600", "1601", "9999", "08:49:37", "8:9:7", "24:00:00", "23:59:60", "jan", "FEB", "Nov", "december", "Sun", "GMT")),
            (4, Gen.Elements(" ", ",", "-", ", ", "\t", "/", ";")),
            (1, Gen.Elements(":", "x", "\0", "\x7F", "\u00FF", "0", "00"))).ListOf()
        select string.Join(pieces.Count % 2 == 0 ? " " : "", pieces);

    public IReadOnlyList<string> Words { get; } = ["08:49:37", "8:9:7", "jan", "Feb", "mar ", "1 ", " 31 ", "1994", "94", " GMT", "-", ",", "/", ";", "00:00:00x", "1a", "2007x", "12345"];

    public FuzzLaws Laws => FuzzLaws.None;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Tell(CookieDate.TryParse(octets, out long ticks) ? ticks : null, octets.Length, answer);

    public void Refer(FuzzInput input, Answer answer) => Tell(ReferenceCookieDate.Parse(input.Span), input.Length, answer);

    private static void Tell(long? ticks, int length, Answer answer)
    {
        answer.Begin(ticks is null ? OperationStatus.InvalidData : OperationStatus.Done, ParseError.None, ticks is null ? 0 : length);
        answer.Add(ticks ?? 0);
    }
}
