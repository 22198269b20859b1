using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid Forwarded field values.</summary>
internal static class ForwardedGenerator
{
    private const string ObfuscatedOctets = "._-" + TextGenerator.Digits + TextGenerator.Letters;

    /// <summary>What attacks on chains of proxies are made of.</summary>
    public static readonly string[] Inserts =
    [
        ";", ";;", "; ", ",", ",,", " , ", "=", " =", "\"", "\\", "\\\"", ":", "[", "]", "_", "for=", "for=_a", ";for=_b", "by=unknown", "proto=http", "host=a", "host=\"a:1\"", "for=\"[::1]\"",
        "for=\"1.2.3.4:80\"", "1.2.3.256", "01.2.3.4", "[::ffff:1.2.3.4]", "[1::2::3]", ":65536", ":99999", ":_", "unknown", "UNKNOWN:1", "fe80::1%eth0", "\r\n", "\0", "\x7F", "\u0080", "x=\"a,b;c\"",
    ];

    private static readonly Gen<string> s_name = Gen.Frequency(
        (3, Gen.Choose(0, 255).ArrayOf(4).Select(parts => string.Join('.', parts))),
        (2, Gen.Elements("[::1]", "[2001:db8:cafe::17]", "[::]", "[1:2:3:4:5:6:7:8]", "[::ffff:192.0.2.1]")),
        (1, Gen.Elements("unknown", "Unknown")),
        (2, TextGenerator.Of(ObfuscatedOctets, 1, 12).Select(text => "_" + text)));

    private static readonly Gen<string> s_port = Gen.Frequency(
        (4, Gen.Constant("")),
        (2, Gen.Choose(0, 65535).Select(port => ":" + port.ToString(CultureInfo.InvariantCulture))),
        (1, TextGenerator.Of(ObfuscatedOctets, 1, 8).Select(text => ":_" + text)));

    private static readonly Gen<string> s_node =
        from name in s_name
        from port in s_port
        from quoted in Gen.Elements(false, true)
        select Quoted(name + port, quoted);

    private static readonly Gen<string> s_host =
        from host in Gen.Elements("example.com", "a", "192.0.2.1", "[::1]", "a%20b")
        from port in Gen.Elements("", ":80", ":", ":65535")
        from quoted in Gen.Elements(false, true)
        select Quoted(host + port, quoted);

    private static readonly Gen<string> s_text = Gen.OneOf(
        TextGenerator.Token(10),
        TextGenerator.Of(" ,;=:/()<>@?\t\u00FF" + TextGenerator.Letters, 0, 12).Select(text => $"\"{text}\""),
        Gen.Elements("\"\\\"\"", "\"a\\\\b\""));

    private static readonly Gen<IReadOnlyList<string>> s_element =
        from order in Gen.Shuffle(new[] { "for", "by", "host", "proto", "x", "secret" })
        from count in Gen.Choose(1, 6)
        from pairs in Gen.CollectToArray(order.Take(count).ToArray(), Pair)
        select (IReadOnlyList<string>)pairs;

    public static Gen<ForwardedCase> Fields { get; } =
        from count in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(2, 5)))
        from elements in s_element.ArrayOf(count)
        select new ForwardedCase(elements);

    public static IEnumerable<ForwardedCase> Shrink(ForwardedCase field) =>
        TextGenerator.ShrinkList(field.Elements, _ => field.Elements.Count > 1, e => e.Count > 1 ? TextGenerator.ShrinkList(e, _ => true, _ => []) : [])
            .Select(elements => new ForwardedCase(elements));

    private static Gen<string> Pair(string name) =>
        from upper in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from value in name switch { "for" or "by" => s_node, "host" => s_host, "proto" => Gen.Elements("http", "https", "HTTP", "\"h2c\"", "a+b-c.d"), _ => s_text }
        select $"{(upper ? name.ToUpperInvariant() : name)}={value}";

    // A token cannot hold what stands around an address or before a port.
    private static string Quoted(string text, bool always) => always || text.AsSpan().IndexOfAny(":[]") >= 0 ? $"\"{text}\"" : text;
}
