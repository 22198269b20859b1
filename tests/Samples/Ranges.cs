namespace HiPerf.Samples;

/// <summary>Values of Range. RFC 9110 sections 14.1.1, 14.1.2 and 14.2.</summary>
public static class Ranges
{
    /// <summary>Value, and its ranges: first, dash, last, with a bar between them; a suffix has no first.</summary>
    public static IReadOnlyList<(string Value, string Ranges)> Valid { get; } =
    [
        ("bytes=0-499", "0-499"),
        ("bytes=500-999", "500-999"),
        ("bytes=-500", "-500"),
        ("bytes=9500-", "9500-"),
        ("bytes=0-0,-1", "0-0|-1"),
        ("bytes= 0-999, 4500-5499, -1000", "0-999|4500-5499|-1000"),
        ("bytes=500-600,601-999", "500-600|601-999"),
        ("bytes=500-700,601-999", "500-700|601-999"),
        ("BYTES=1-1", "1-1"),
        ("bytes=,, 1-2 ,\t,3-", "1-2|3-"),
        ("bytes=007-08", "7-8"),
        ("bytes=-0", "-0"),
        ("bytes=0-9223372036854775807", "0-9223372036854775807"),
        ("bytes=0-99999999999999999999", "0-9223372036854775807"),
        ("bytes=18446744073709551616-18446744073709551616", "9223372036854775807-9223372036854775807"),
        ("bytes=18446744073709551616-018446744073709551617", "9223372036854775807-9223372036854775807"),
        ("bytes=-99999999999999999999", "-9223372036854775807"),
        ("exampleunit=1.2-4.3", ""),
        ("seconds=a,b;c=\"d", ""),
        ("none=0-1", ""),
    ];

    public static IReadOnlyList<FieldValueSample> Refused { get; } =
    [
        new("", ParseError.BadRange, 0),
        new("bytes", ParseError.BadRange, 5),
        new("bytes=", ParseError.BadRange, 6),
        new("bytes=,", ParseError.BadRange, 7),
        new("bytes 0-1", ParseError.BadRange, 5),
        new("bytes =0-1", ParseError.BadRange, 5),
        new("=0-1", ParseError.BadRange, 0),
        new(" bytes=0-1", ParseError.BadRange, 0),
        new("bytes=0", ParseError.BadRange, 7),
        new("bytes=-", ParseError.BadRange, 7),
        new("bytes=--1", ParseError.BadRange, 7),
        new("bytes=a-1", ParseError.BadRange, 6),
        new("bytes=+1-2", ParseError.BadRange, 6),
        new("bytes=0-b", ParseError.BadList, 8),
        new("bytes=0- 1", ParseError.BadList, 9),
        new("bytes=0 -1", ParseError.BadRange, 7),
        new("bytes=0-1-2", ParseError.BadList, 9),
        new("bytes=5-4", ParseError.BadRange, 9),
        new("bytes=0-1,5-4,x", ParseError.BadRange, 13),
        new("bytes=18446744073709551617-18446744073709551616", ParseError.BadRange, 47),
        new("bytes=0-1;0-2", ParseError.BadList, 9),
        new("bytes=0x1-2", ParseError.BadRange, 7),
        new("seconds=a b", ParseError.BadList, 10),
        new("seconds=\x80", ParseError.BadRange, 8),
    ];
}
