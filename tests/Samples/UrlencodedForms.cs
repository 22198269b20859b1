namespace HiPerf.Samples;

/// <summary>Urlencoded forms: what WHATWG URL section 5.1 makes of them, or what refuses them at which octet.</summary>
public static class UrlencodedForms
{
    /// <summary>Whole forms: octets, their pairs decoded, as "name=value" lines.</summary>
    public static (string Form, string Pairs)[] Valid { get; } =
    [
        ("", ""),
        ("&", ""),
        ("&&&", ""),
        ("a", "a=\n"),
        ("=", "=\n"),
        ("a=", "a=\n"),
        ("=b", "=b\n"),
        ("a=b", "a=b\n"),
        ("a=b&", "a=b\n"),
        ("&a=b", "a=b\n"),
        ("a&b&c", "a=\nb=\nc=\n"),
        ("a=b&c=d", "a=b\nc=d\n"),
        ("&&a=b&&&c=d&&", "a=b\nc=d\n"),
        ("a=b=c==d", "a=b=c==d\n"),
        ("a=b;c=d", "a=b;c=d\n"),
        ("a+b=c+d++", "a b=c d  \n"),
        ("%61%3D=%26%2b%25&%2B=%20", "a==&+%\n+= \n"),
        ("a=%00%0d%0A%ff", "a=\0\r\n\xFF\n"),
        ("a=%C3%A9&\xC3\xA9=\xC3\xA9", "a=\xC3\xA9\n\xC3\xA9=\xC3\xA9\n"),
        ("a=%2561", "a=%61\n"),
        ("a=\r\n\0 \x7F\xFF", "a=\r\n\0 \x7F\xFF\n"),
        ("a=1&a=2&a=1", "a=1\na=2\na=1\n"),
        ("Name=Jonathan+Doe&Age=23&Formula=a+%2B+b+%3D%3D+13%25%21", "Name=Jonathan Doe\nAge=23\nFormula=a + b == 13%!\n"),
    ];

    /// <summary>Refused forms: octets, offset of the octet that is no hexadecimal digit, and the pairs that leniency reads.</summary>
    public static (string Form, int Offset, string LenientPairs)[] Refused { get; } =
    [
        ("%", 1, "%=\n"),
        ("%4", 2, "%4=\n"),
        ("a=%", 3, "a=%\n"),
        ("a=%zz", 3, "a=%zz\n"),
        ("a=%4z", 4, "a=%4z\n"),
        ("a%=b", 2, "a%=b\n"),
        ("a%4=b", 3, "a%4=b\n"),
        ("a=%&b=c", 3, "a=%\nb=c\n"),
        ("a=%4&b=c", 4, "a=%4\nb=c\n"),
        ("a=%%41", 3, "a=%A\n"),
        ("a=%4%41", 4, "a=%4A\n"),
        ("a=b&c=100%", 10, "a=b\nc=100%\n"),
        ("a=%u0041", 3, "a=%u0041\n"),
        ("a=%+1", 3, "a=% 1\n"),
    ];
}
