namespace HiPerf.Samples;

/// <summary>Paths of Gopher URLs. RFC 4266 section 2.1.</summary>
public static class GopherUrls
{
    /// <summary>The path; the type and the line that is sent for it, without its end; whether the parts are written as the path stands.</summary>
    public static IReadOnlyList<(string Path, char Type, string Line, bool IsWrittenSo)> Valid { get; } =
    [
        ("", '1', "", false),
        ("/", '1', "", false),
        ("/1", '1', "", true),
        ("/0", '0', "", true),
        ("/1/1200", '1', "/1200", true),
        ("/1/selector/SELECTOR/1201", '1', "/selector/SELECTOR/1201", true),
        ("/7/the/search/engine%09query%20succeeded/1202", '7', "/the/search/engine\tquery succeeded/1202", true),
        ("/00/a", '0', "0/a", true),
        ("/0a?b", '0', "a?b", false),
        ("/0a%3Fb", '0', "a?b", true),
        ("/0a%2fb", '0', "a/b", false),
        ("/%30a", '0', "a", false),
        ("/0%FF%e9", '0', "\u00FF\u00E9", false),
        ("/7a%09", '7', "a\t", true),
        ("/7a%09b%09", '7', "a\tb", false),
        ("/0a%09%09+", '0', "a\t+", true),
        ("/0a%09%09+text/plain%20En_US", '0', "a\t+text/plain En_US", true),
        ("/7a%09b%09+x", '7', "a\tb\t+x", true),
        ("/0a%09%09!+VIEWS", '0', "a\t!+VIEWS", true),
        ("/1%09%09$", '1', "\t$", true),
        ("/+a", '+', "a", true),
    ];

    public static IReadOnlyList<MarkedSample> Refused { get; } =
    [
        new("▸a", ParseError.BadUrlCharacter),
        new("/▸ ", ParseError.BadUrlCharacter),
        new("/1a▸#b", ParseError.BadUrlCharacter),
        new("/1a▸\u00E9", ParseError.BadUrlCharacter),
        new("/1a▸\t", ParseError.BadUrlCharacter),
        new("/1a▸\0", ParseError.BadUrlCharacter),
        new("/▸%09", ParseError.BadGopherType),
        new("/▸%20a", ParseError.BadGopherType),
        new("/▸%7F", ParseError.BadGopherType),
        new("/▸%00", ParseError.BadGopherSelector),
        new("/1/sel▸%0d%0aINJECT/1609", ParseError.BadGopherSelector),
        new("/1a▸%0A", ParseError.BadGopherSelector),
        new("/1a▸%00", ParseError.BadGopherSelector),
        new("/7a%09b▸%0D", ParseError.BadGopherSelector),
        new("/7a%09b%09▸c", ParseError.BadGopherSelector),
        new("/7a%09b%09+c▸%09", ParseError.BadGopherSelector),
        new("/7a%09b%09▸%09", ParseError.BadGopherSelector),
        new("/1a%▸", ParseError.BadPercentEncoding),
        new("/1a%0▸", ParseError.BadPercentEncoding),
        new("/1a%▸g0", ParseError.BadPercentEncoding),
    ];
}
