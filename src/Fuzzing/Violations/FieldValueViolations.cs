namespace HiPerf.Fuzzing;

/// <summary>The ways to break values of fields that are lists. Each is put behind a valid value.</summary>
internal static class FieldValueViolations
{
    public static IReadOnlyList<Violation<EntityTagListCase>> EntityTags { get; } =
    [
        Behind<EntityTagListCase>("no comma", ParseError.BadList, " \"a\"", 1),
        Behind<EntityTagListCase>("no quotes", ParseError.BadEntityTag, ", a", 2),
        Behind<EntityTagListCase>("lower case w", ParseError.BadEntityTag, ",w/\"a\"", 1),
        Behind<EntityTagListCase>("no end", ParseError.BadEntityTag, ",\"a", 3),
        Behind<EntityTagListCase>("space in a tag", ParseError.BadEntityTag, ",\"a b\"", 3),
        Behind<EntityTagListCase>("NUL in a tag", ParseError.BadEntityTag, ",\"\0\"", 2),
        Behind<EntityTagListCase>("asterisk in a list", ParseError.BadEntityTag, ", *", 2),
    ];

    public static IReadOnlyList<Violation<RangeCase>> Ranges { get; } =
    [
        Behind<RangeCase>("no dash", ParseError.BadRange, ",5", 2),
        Behind<RangeCase>("dash alone", ParseError.BadRange, ",-", 2),
        Behind<RangeCase>("ends before it begins", ParseError.BadRange, ",5-4", 4),
        Behind<RangeCase>("ends before it begins, beyond 64 bits", ParseError.BadRange, ",18446744073709551617-18446744073709551616", 42),
        Behind<RangeCase>("sign", ParseError.BadRange, ",+1-2", 1),
        Behind<RangeCase>("no comma", ParseError.BadList, " 1-2", 1),
        new("no unit", ParseError.BadRange, r => (r.Wire[r.Unit.Length..], 0)),
        new("no ranges", ParseError.BadRange, r => (r.Unit + "=", r.Unit.Length + 1)),
        new("space for the equals sign", ParseError.BadRange, r => (r.Unit + " " + r.Wire[(r.Unit.Length + 1)..], r.Unit.Length)),
    ];

    public static IReadOnlyList<Violation<ChallengesCase>> Challenges { get; } =
    [
        Behind<ChallengesCase>("quoted scheme", ParseError.BadChallenge, ",\"a\"", 1),
        Behind<ChallengesCase>("two token68", ParseError.BadAuthParameter, ",a b c", 5),
        Behind<ChallengesCase>("parameter without a value", ParseError.BadAuthParameter, ",a b=1,c=", 9),
        Behind<ChallengesCase>("parameter behind a bare scheme", ParseError.BadChallenge, ",a,b=c", 4),
        Behind<ChallengesCase>("repeated parameter", ParseError.RepeatedAuthParameter, ",a realm=b, Realm=c", 17),
        Behind<ChallengesCase>("quoted-string without an end", ParseError.BadQuotedString, ",a b=\"c", 7),
        Behind<ChallengesCase>("no comma", ParseError.BadList, ",a b=c d=e", 7),
        Behind<ChallengesCase>("HTAB behind the scheme", ParseError.BadChallenge, ",a\tb=c", 3),
    ];

    public static IReadOnlyList<Violation<CacheControlCase>> CacheControls { get; } =
    [
        Behind<CacheControlCase>("no argument", ParseError.BadCacheDirective, ",a=", 3),
        Behind<CacheControlCase>("no name", ParseError.BadCacheDirective, ",=a", 1),
        Behind<CacheControlCase>("space before the argument", ParseError.BadCacheDirective, ",a= 1", 3),
        Behind<CacheControlCase>("space behind the name", ParseError.BadList, ",a =1", 3),
        Behind<CacheControlCase>("semicolon", ParseError.BadList, ",a;b", 2),
        Behind<CacheControlCase>("quoted-string without an end", ParseError.BadQuotedString, ",a=\"b", 5),
        Behind<CacheControlCase>("NUL", ParseError.BadCacheDirective, ",\0", 1),
    ];

    private static Violation<T> Behind<T>(string name, ParseError error, string octets, int offending)
        where T : IWireMessage =>
        new(name, error, message => (message.Wire + octets, message.Wire.Length + offending));
}
