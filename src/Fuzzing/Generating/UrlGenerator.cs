using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid absolute URLs of the schemes that have rules of their own, and of others.</summary>
internal static class UrlGenerator
{
    private const string Unreserved = "-._~" + TextGenerator.Digits + TextGenerator.Letters;
    private const string SubDelims = "!$&'()*+,;=";

    private static readonly Gen<string> s_scheme = Gen.Frequency(
        (6, Gen.Elements("http", "https", "HTTP", "ws", "wss", "ftp", "ftps", "gopher", "gophers")),
        (1, Gen.Constant("file")),
        (2, Gen.Elements("x", "mailto", "a+b-c.d", "urn")));

    private static readonly Gen<string> s_host = Gen.Frequency(
        (4, Gen.Elements("example.org", "EXAMPLE.com", "a", "127.0.0.1", "[::1]", "[2001:DB8::1]", "[1:2:3:4:5:6:1.2.3.4]", "a%41b")),
        (1, TextGenerator.Of(Unreserved + SubDelims, 1, 60)));

    public static Gen<UrlCase> Urls { get; } =
        from scheme in s_scheme
        let file = scheme == "file"
        let generic = scheme is "x" or "mailto" or "a+b-c.d" or "urn"
        from authority in generic ? Gen.Elements(false, true) : Gen.Constant(true)
        from user in Optional(3, Encoded(Unreserved + SubDelims + ":", 20))
        from host in file ? Gen.Elements("", "localhost", "[::1]", "h") : s_host
        from port in Optional(3, Gen.OneOf(Gen.Choose(0, 65535).Select(p => $"{p}"), Gen.Elements("", "000080", "80", "443", "21", "70")))
        from path in Encoded(Unreserved + SubDelims + ":@/", 120)
        from query in Optional(2, Encoded(Unreserved + SubDelims + ":@/?", 60))
        from fragment in Optional(4, Encoded(Unreserved + SubDelims + ":@/?", 30))
        select new UrlCase(
            scheme,
            authority && !file ? user : null,
            authority ? host : null,
            authority && !file ? port : null,
            authority ? (path.Length > 0 || file ? "/" + path : "") : path.TrimStart('/'),
            query,
            fragment);

    public static IEnumerable<UrlCase> Shrink(UrlCase url)
    {
        if (url.Fragment is not null)
        {
            yield return url with { Fragment = null };
        }

        if (url.Query is not null)
        {
            yield return url with { Query = null };
        }

        if (url.Port is not null)
        {
            yield return url with { Port = null };
        }

        if (url.UserInfo is not null)
        {
            yield return url with { UserInfo = null };
        }

        if (url.Host is not (null or "a"))
        {
            yield return url with { Host = "a" };
        }

        int root = url.Host is null ? 0 : 1;
        if (url.Path.Length > root)
        {
            foreach (string path in TextGenerator.Shrink(url.Path[root..].Replace('%', 'a'), 0, 'a'))
            {
                yield return url with { Path = url.Path[..root] + (root == 0 ? path.TrimStart('/') : path) };
            }
        }

        foreach (string query in TextGenerator.Shrink(url.Query?.Replace('%', 'a') ?? "", 0, 'a'))
        {
            yield return url with { Query = query };
        }
    }

    private static Gen<string?> Optional(int absent, Gen<string> part) =>
        Gen.Frequency((absent, Gen.Constant<string?>(null)), (1, part.Select(p => (string?)p)));

    // One octet in ten or so is an escape.
    private static Gen<string> Encoded(string octets, int most) =>
        from length in TextGenerator.Length(most)
        from pieces in Gen.Frequency(
            (9, Gen.Choose(0, octets.Length - 1).Select(i => octets[i].ToString())),
            (1, Gen.Elements("%20", "%2F", "%2e", "%00", "%C3%A9", "%ff"))).ArrayOf(length)
        select string.Concat(pieces);
}
