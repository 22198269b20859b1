using System.Text;

namespace HiPerf.Bench.Heads;

/// <summary>The heads that are measured: what services, browsers, proxies and CDNs send.</summary>
internal static class Corpus
{
    /// <summary>The small request of a load generator.</summary>
    public static byte[] Plaintext { get; } = Head(
        "GET /plaintext HTTP/1.1",
        "Host: 10.10.10.10:8080",
        "Accept: text/plain,text/html;q=0.9,application/xhtml+xml;q=0.9,application/xml;q=0.8,*/*;q=0.7",
        "Connection: keep-alive");

    /// <summary>A desktop browser of the years when parsers were first compared: nine fields, long cookies.</summary>
    public static byte[] Classic { get; } = Head(
        "GET /wp-content/uploads/2010/03/hello-kitty-darth-vader-pink.jpg HTTP/1.1",
        "Host: www.kittyhell.com",
        "User-Agent: Mozilla/5.0 (Macintosh; U; Intel Mac OS X 10.6; ja-JP-mac; rv:1.9.2.3) Gecko/20100401 Firefox/3.6.3 Pathtraq/0.9",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language: ja,en-us;q=0.7,en;q=0.3",
        "Accept-Encoding: gzip,deflate",
        "Accept-Charset: Shift_JIS,utf-8;q=0.7,*;q=0.7",
        "Keep-Alive: 115",
        "Connection: keep-alive",
        "Cookie: wp_ozh_wsa_visits=2; wp_ozh_wsa_visit_lasttime=xxxxxxxxxx; __utma=xxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.x; "
            + "__utmz=xxxxxxxxx.xxxxxxxxxx.x.x.utmccn=(referral)|utmcsr=reader.livedoor.com|utmcct=/reader/|utmcmd=referral");

    /// <summary>A browser of today: seventeen fields, client hints.</summary>
    public static byte[] Browser { get; } = Head(
        "GET /search?q=internet+session+library&hl=en&source=hp&oq=internet+session&gs_lcp=Cgdnd3Mtd2l6EAMyBQgAEIAEMgUIABCABA HTTP/1.1",
        "Host: www.example.com",
        "Connection: keep-alive",
        "Cache-Control: max-age=0",
        "sec-ch-ua: \"Chromium\";v=\"142\", \"Not A(Brand\";v=\"8\", \"Google Chrome\";v=\"142\"",
        "sec-ch-ua-mobile: ?0",
        "sec-ch-ua-platform: \"Linux\"",
        "Upgrade-Insecure-Requests: 1",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-User: ?1",
        "Sec-Fetch-Dest: document",
        "Referer: https://www.example.com/",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: en-GB,en-US;q=0.9,en;q=0.8,de;q=0.7",
        "Cookie: NID=511=kVp0mE1tq8Zx; SID=g.a000nQh3Yc2Jr5T7uWbXo; HSID=AbCdEfGhIjKlMnOp1; SSID=QrStUvWxYz0123456; APISID=7890abcdEFGH/IJKLmno-PQRS; "
            + "1P_JAR=2026-11-20-10; CONSENT=PENDING+987; _ga=GA1.1.1234567890.1700000000; session=eyJhbGciOiJIUzI1NiJ9.eyJ1IjoxMjM0NX0.s1gNaTuRe; "
            + "_gid=GA1.1.987654321.1763632800; theme=dark; tz=Europe%2FBerlin; seen=a1b2c3d4e5f60718293a4b5c6d7e8f90");

    /// <summary>What a CDN answers for a cached script: nineteen fields.</summary>
    public static byte[] CdnResponse { get; } = Head(
        "HTTP/1.1 200 OK",
        "Date: Fri, 20 Nov 2026 10:15:30 GMT",
        "Content-Type: application/javascript; charset=utf-8",
        "Content-Length: 90117",
        "Connection: keep-alive",
        "Access-Control-Allow-Origin: *",
        "Cache-Control: public, max-age=31536000, immutable",
        "ETag: W/\"5f7a2c91-16005\"",
        "Last-Modified: Tue, 03 Nov 2026 08:12:31 GMT",
        "Expires: Sat, 20 Nov 2027 10:15:30 GMT",
        "Vary: Accept-Encoding",
        "Content-Encoding: br",
        "Age: 86213",
        "Via: 1.1 varnish, 1.1 9c1f6b2de7a40d3895ab07c1d2e3f405.edge.example.net (Edge)",
        "X-Cache: HIT, HIT from cache-fra-etou8220109.edge.example.net",
        "X-Served-By: cache-ams21034-AMS, cache-fra-etou8220109-FRA",
        "Strict-Transport-Security: max-age=31536000; includeSubDomains; preload",
        "X-Content-Type-Options: nosniff",
        "Alt-Svc: h3=\":443\"; ma=86400, h3-29=\":443\"; ma=86400",
        "Report-To: {\"endpoints\":[{\"url\":\"https://a.nel.example.net/report\"}],\"group\":\"network-errors\",\"max_age\":604800}");

    /// <summary>Many fields of middling length, as behind several proxies.</summary>
    public static byte[] HundredFields { get; } = Head(
        [
            "GET /api/v2/items/12345?expand=all HTTP/1.1",
            "Host: api.example.com",
            .. Enumerable.Range(0, 99).Select(i => $"X-Forwarded-Attribute-{i:00}: value-{i * 7919}"),
        ]);

    /// <summary>256 requests of different shape, so that no branch is learnt by heart.</summary>
    public static byte[][] Different { get; } = MakeDifferent();

    /// <summary>The browser's request with one fault each, from its first octet to its last line; every contestant refuses each of them.</summary>
    public static byte[][] Malformed { get; } =
    [
        Faulty("GET /", "G\0T /"),
        Faulty("GET /", "GET/"),
        Faulty(" HTTP/1.1", " HTTP/x.1"),
        Faulty(" HTTP/1.1", " HTTP/1.1x"),
        Faulty("Host: ", "\tHost: "),
        Faulty("Connection: ", "Connec\ttion: "),
        Faulty("Cache-Control: ", "Cache-Control\t: "),
        Faulty("Upgrade-Insecure-Requests: 1", "Upgrade-Insecure-Requests 1"),
        Faulty("X11; ", "X11;\r "),
        Faulty("Sec-Fetch-Site: ", ": "),
        Faulty("Accept-Encoding: gzip", "Accept-Encoding: gz\rip"),
        Faulty("theme=", "theme\r="),
    ];

    private static byte[] Faulty(string right, string wrong) => Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Browser).Replace(right, wrong, StringComparison.Ordinal));

    private static byte[][] MakeDifferent()
    {
        var random = new Random(20261120);
        string[] names =
        [
            "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cache-Control", "Cookie", "If-Modified-Since", "If-None-Match",
            "Origin", "Pragma", "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Proto", "X-Request-Id", "Traceparent", "DNT", "TE",
        ];
        var heads = new byte[256][];
        for (int i = 0; i < heads.Length; i++)
        {
            var lines = new List<string> { $"{(i % 5 == 0 ? "POST" : "GET")} /{Text(random, 1, 90)} HTTP/1.1", "Host: " + Text(random, 4, 30, Letters) };
            for (int field = random.Next(2, 14); field > 0; field--)
            {
                lines.Add(names[random.Next(names.Length)] + ": " + Text(random, 1, random.Next(4) == 0 ? 160 : 40));
            }

            heads[i] = Head([.. lines]);
        }

        return heads;
    }

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789-.";

    private static string Text(Random random, int least, int most, string letters = Letters + "_~/=") =>
        new(random.GetItems<char>(letters, random.Next(least, most)));

    private static byte[] Head(params string[] lines) => Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
}
