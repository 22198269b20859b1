using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The reader of HTTP dates against the reference of RFC 9110, at several times now.</summary>
internal sealed class HttpDateTarget : IFuzzTarget
{
    private static readonly DateTime[] s_now =
    [
        new(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc), new(1999, 12, 31, 23, 59, 59, DateTimeKind.Utc), new(2049, 6, 1, 0, 0, 0, DateTimeKind.Utc), new(2000, 2, 29, 12, 0, 0, DateTimeKind.Utc),
    ];

    private static readonly string[] s_days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly string[] s_longDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] s_months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public string Name => "http-date";

    public string Summary => "HttpDate.TryParse; reference from RFC 9110 section 5.6.7";

    public IEnumerable<string> Samples => ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Tue, 29 Feb 2000 23:59:60 GMT", "Saturday, 20-Nov-76 10:00:01 GMT", "Fri Nov 20 10:00:00 2076"];

    // All parts in range and a little beyond, in all three forms.
    public Gen<string> Structure { get; } =
        from form in Gen.Choose(0, 2)
        from weekday in Gen.Choose(0, 6)
        from day in Gen.Choose(0, 32)
        from month in Gen.Elements(s_months)
        from year in Gen.Frequency((4, Gen.Choose(1900, 2100)), (1, Gen.Choose(0, 9999)))
        from hour in Gen.Choose(0, 24)
        from minute in Gen.Choose(0, 60)
        from second in Gen.Choose(0, 61)
        let time = $"{hour:D2}:{minute:D2}:{second:D2}"
        select form switch
        {
            0 => $"{s_days[weekday]}, {day:D2} {month} {year:D4} {time} GMT",
            1 => $"{s_longDays[weekday]}, {day:D2}-{month}-{year % 100:D2} {time} GMT",
            _ => $"{s_days[weekday]} {month} {day,2} {time} {year:D4}",
        };

    public IReadOnlyList<string> Words { get; } = [.. s_days, .. s_longDays, .. s_months, " GMT", "GMT", " UTC", ", ", "-", ":", "00", "60", "31", "29", "  ", "1994", "94"];

    public FuzzLaws Laws => FuzzLaws.None;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) =>
        Tell(HttpDate.TryParse(octets, Now(choices).Ticks, out long ticks) ? ticks : null, octets.Length, answer);

    public void Refer(FuzzInput input, Answer answer) => Tell(ReferenceHttpDate.Read(input.Span, Now(input.Choices)), input.Length, answer);

    private static void Tell(long? ticks, int length, Answer answer)
    {
        answer.Begin(ticks is null ? OperationStatus.InvalidData : OperationStatus.Done, ParseError.None, ticks is null ? 0 : length);
        answer.Add(ticks ?? 0);
    }

    private static DateTime Now(ulong choices) => s_now[(int)(choices >> 8) & 3];
}
