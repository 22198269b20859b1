using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid request heads in all four forms of target.</summary>
internal static class RequestHeadGenerator
{
    private const string Unreserved = "-._~" + TextGenerator.Digits + TextGenerator.Letters;

    // What RFC 3986 lets stand in a path or query, with the brackets that many clients leave bare.
    private const string TargetOctets = "!$%&'()*+,-./:;=?@[]_~" + TextGenerator.Digits + TextGenerator.Letters;

    private static readonly Gen<string> s_method = Gen.Frequency(
        (6, Gen.Elements("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "M-SEARCH")),
        (2, TextGenerator.Token(32).Where(m => m != "CONNECT")));

    private static readonly Gen<string> s_host = Gen.Frequency(
        (4, Gen.Elements("example.org", "a", "www.example.com", "127.0.0.1", "[::1]", "[2001:db8::1]", "[1:2:3:4:5:6:1.2.3.4]", "[v1.a:b]", "a%41b")),
        (1, TextGenerator.Of(Unreserved, 1, 40)));

    private static readonly Gen<string> s_port = Gen.Frequency((2, Gen.Constant("")), (1, Gen.Choose(1, 65535).Select(p => $":{p}")));

    private static readonly Gen<string> s_path = TextGenerator.Of(TargetOctets, 0, 150).Select(p => "/" + p);

    public static Gen<RequestHeadCase> Heads { get; } =
        from form in Gen.Frequency((8, Gen.Constant('o')), (2, Gen.Constant('a')), (1, Gen.Constant('c')), (1, Gen.Constant('*')), (1, Gen.Constant('u')))
        from method in form switch { 'c' => Gen.Constant("CONNECT"), '*' => Gen.Constant("OPTIONS"), _ => s_method }
        from host in s_host
        from port in form == 'c' ? Gen.Choose(1, 65535).Select(p => $":{p}") : s_port
        from path in s_path
        from user in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Elements("u@", "u:p@", "%41:@")))
        from scheme in Gen.Elements("http", "HTTP", "https")
        from version in Gen.Frequency((6, Gen.Constant("HTTP/1.1")), (1, Gen.Constant("HTTP/1.0")))
        from hostField in FieldGenerator.Line("Host", form == 'u' ? "" : host + port)
        from fields in FieldGenerator.Several
        from framing in FieldGenerator.Framing(version == "HTTP/1.0")
        from order in Gen.Choose(0, 3)
        from empty in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        let target = form switch { 'c' => host + port, '*' => "*", 'a' => $"{scheme}://{user}{host}{port}{(path.Length > 1 ? path : "")}", 'u' => $"urn:{path[1..]}", _ => path }
        select new RequestHeadCase(
            method,
            target,
            version,
            order switch { 0 => [.. fields, hostField, .. framing], 1 => [.. framing, .. fields, hostField], _ => [hostField, .. fields, .. framing] },
            empty);

    public static IEnumerable<RequestHeadCase> Shrink(RequestHeadCase head)
    {
        if (head.LeadingEmptyLine)
        {
            yield return head with { LeadingEmptyLine = false };
        }

        foreach (IReadOnlyList<FieldCase> fields in FieldGenerator.Shrink(head.Fields, "Host"))
        {
            yield return head with { Fields = fields };
        }

        if (head.Target[0] != '/')
        {
            yield return head with { Method = "GET", Target = "/" };
            yield break;
        }

        if (head.Method != "GET")
        {
            yield return head with { Method = "GET" };
        }

        foreach (string path in TextGenerator.Shrink(head.Target[1..], 0, 'a'))
        {
            yield return head with { Target = "/" + path };
        }

        if (head.Fields.Any(f => f is { Name: "Host", Value: not "a" }))
        {
            yield return head with { Fields = [.. head.Fields.Select(f => f.Name == "Host" ? f with { Value = "a" } : f)] };
        }
    }
}
