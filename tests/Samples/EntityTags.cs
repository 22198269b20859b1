namespace HiPerf.Samples;

/// <summary>Values of If-Match and If-None-Match. RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2.</summary>
public static class EntityTags
{
    /// <summary>Value, and its tags with a bar between them.</summary>
    public static IReadOnlyList<(string Value, string Tags)> Valid { get; } =
    [
        ("\"xyzzy\"", "\"xyzzy\""),
        ("W/\"xyzzy\"", "W/\"xyzzy\""),
        ("\"\"", "\"\""),
        ("\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\"", "\"xyzzy\"|\"r2d2xxxx\"|\"c3piozzzz\""),
        ("W/\"xyzzy\", W/\"r2d2xxxx\", W/\"c3piozzzz\"", "W/\"xyzzy\"|W/\"r2d2xxxx\"|W/\"c3piozzzz\""),
        (",, \"a,b\"\t,W/\"\\\" ,", "\"a,b\"|W/\"\\\""),
        ("\"\x80\xFF!#~\"", "\"\x80\xFF!#~\""),
        ("*", "*"),
        ("", ""),
    ];

    public static IReadOnlyList<FieldValueSample> Refused { get; } =
    [
        new("xyzzy", ParseError.BadEntityTag, 0),
        new("\"", ParseError.BadEntityTag, 1),
        new("\"a", ParseError.BadEntityTag, 2),
        new("W", ParseError.BadEntityTag, 1),
        new("W/", ParseError.BadEntityTag, 2),
        new("w/\"a\"", ParseError.BadEntityTag, 0),
        new("W/a", ParseError.BadEntityTag, 2),
        new("W \"a\"", ParseError.BadEntityTag, 1),
        new("\"a b\"", ParseError.BadEntityTag, 2),
        new("\"a\tb\"", ParseError.BadEntityTag, 2),
        new("\"a\x7F\"", ParseError.BadEntityTag, 2),
        new("\"a\0\"", ParseError.BadEntityTag, 2),
        new("\"a\" \"b\"", ParseError.BadList, 4),
        new("\"a\"b", ParseError.BadList, 3),
        new("\"a\", *", ParseError.BadEntityTag, 5),
        new("*, \"a\"", ParseError.BadEntityTag, 1),
        new("**", ParseError.BadEntityTag, 1),
        new("\"a\", 'b'", ParseError.BadEntityTag, 5),
    ];
}
