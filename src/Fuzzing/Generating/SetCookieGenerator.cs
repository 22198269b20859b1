using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid Set-Cookie field values.</summary>
internal static class SetCookieGenerator
{
    private const string ValueOctets = "!#$%&'()*+-./:<=>?@[]^_`{|}~" + TextGenerator.Digits + TextGenerator.Letters;
    private const string PathOctets = " !\"#$%&'()*+,-./:<=>?@[\\]^_`{|}~" + TextGenerator.Digits + TextGenerator.Letters;

    /// <summary>What attacks on cookies are made of.</summary>
    public static readonly string[] Inserts =
    [
        "; ", ";", ";;", " ;", "\t", "  ", "=", "==", " = ", "\"", ",", "; Path=/", "; path", "; Path=/a; Path=b", "; Domain=.example.com", "; Domain=", "; Domain=..", "; DOMAIN=1.2.3.4",
        "; Secure", "; secure=x", "; HttpOnly ", "; SameSite=None", "; samesite=x", "; Partitioned", "; Max-Age=-1", "; Max-Age=0", "; Max-Age=99999999999999999999", "; max-age=+1", "; Max-Age=01",
        "; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "; Expires=1 jan 70 0:0:0", "; Expires=Sat, 01 Jan 10000 00:00:00 GMT", "; expires=31-Feb-2030 12:00:00", "; Expires=Sun, 06 Nov 1994 08:49:37 GMt",
        "1:2:3", "31", "Feb", "1600", "99", "10000", "24:00:00", "__Host-", "__Secure-", "__http-", "__host-http-", "\0", "\x7F", "\r\n", "\u0080", "\u00E9",
    ];

    private static readonly Gen<string> s_label =
        from first in TextGenerator.Of(TextGenerator.Letters + TextGenerator.Digits, 1, 10)
        from rest in Gen.Elements("", "-x", "--0")
        select first + rest;

    private static readonly Gen<string> s_date =
        from days in Gen.Choose(0, 3_000_000)
        from seconds in Gen.Choose(0, 86_399)
        select new DateTime(1601, 1, 1).AddDays(days).AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture);

    private static readonly Gen<string>[] s_attributes =
    [
        s_date.Select(date => date),
        Gen.OneOf(Gen.Choose(1, 1_000_000_000).Select(n => n.ToString(CultureInfo.InvariantCulture)), Gen.Elements("1", "34560000", "9223372036854775807", "100000000000000000000")),
        Gen.OneOf(Gen.Elements("example.com", "www.example.com", "a", "xn--bcher-kva.example"), s_label.NonEmptyListOf().Select(labels => string.Join('.', labels.Take(5)))),
        TextGenerator.Of(PathOctets, 0, 40).Select(path => "/" + path.TrimEnd(' ')),
        Gen.Elements("Strict", "Lax", "None", "strict", "NONE"),
        Gen.Constant(""),
        Gen.Constant(""),
        Gen.Constant(""),
        TextGenerator.Of(PathOctets.Replace(" ", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal), 1, 20),
    ];

    private static readonly string[] s_names = ["Expires", "Max-Age", "Domain", "Path", "SameSite", "Secure", "HttpOnly", "Partitioned", "X-"];

    private static readonly Gen<string> s_value = Gen.OneOf(TextGenerator.Of(ValueOctets, 0, 80), TextGenerator.Of(ValueOctets, 0, 20).Select(v => $"\"{v}\""));

    public static Gen<SetCookieCase> Cookies { get; } =
        from prefix in Gen.Frequency((8, Gen.Constant("")), (1, Gen.Elements("__Host-", "__Secure-", "__SECURE-", "__Http-", "__Host-Http-")))
        from name in TextGenerator.Token(20)
        from value in s_value
        from order in Gen.Shuffle(Enumerable.Range(0, s_names.Length).ToArray())
        from count in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (1, Gen.Choose(4, 9)))
        from attributes in Gen.CollectToArray(order.Take(count).ToArray(), Attribute)
        select new SetCookieCase(prefix + name, value, attributes);

    public static IEnumerable<SetCookieCase> Shrink(SetCookieCase cookie)
    {
        foreach (IReadOnlyList<string> attributes in TextGenerator.ShrinkList(cookie.Attributes, _ => true, _ => []))
        {
            yield return cookie with { Attributes = attributes };
        }

        foreach (string name in TextGenerator.Shrink(cookie.Name, 1, 'a'))
        {
            yield return cookie with { Name = name };
        }

        foreach (string value in TextGenerator.Shrink(cookie.Value.Trim('"'), 0, 'a'))
        {
            yield return cookie with { Value = value };
        }
    }

    private static Gen<string> Attribute(int which) =>
        from value in s_attributes[which]
        from letters in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
        let name = letters switch { 0 => s_names[which], 1 => s_names[which].ToUpperInvariant(), _ => s_names[which].ToLowerInvariant() }
        select which == s_names.Length - 1 ? name + value : value.Length == 0 ? name : $"{name}={value}";
}
