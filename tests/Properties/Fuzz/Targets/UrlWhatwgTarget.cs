using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Core.Tests.Urls;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The URL normalizer, alone and with a base, against the state machine of the WHATWG URL standard. A failure's offset is compared with nothing: the standard gives it no place.</summary>
internal sealed class UrlWhatwgTarget : IFuzzTarget
{
    private static readonly string[] s_bases =
    [
        "http://u:p@h:8080/a/b/../c?q#f", "https://example.org", "file:///C:/x/y", "file://host/x", "file:///", "ftp://h/a/", "x:opaque?q", "x://h:1/a/b?q", "x:/a/b", "x:/.//p", "gopher://h:70/1", "gopher://h/1a/../b", "ws://[::1]/",
    ];

    private readonly byte[] _written = new byte[(4 * FuzzInput.MaxLength) + 4096];
    private readonly (byte[] Href, UrlParts Parts, WhatwgUrl Url)[] _bases = [.. s_bases.Select(MakeBase)];
    private WhatwgParser? _oracle;

    public string Name => "url-whatwg";

    public string Summary => "UrlNormalizer, Normalize and Resolve; the state machine of the WHATWG URL standard, section 4.4";

    public IEnumerable<string> Samples =>
    [
        .. UrlSamples.Valid, .. UrlSamples.Invalid.Select(i => Encoding.Latin1.GetString(UrlSamples.Utf8(i.Url))),
        "http:\\\\h\\a\\..\\b", "  HTTP://EX%41mple.org:80/%2e%2E/a b?'\"#`\t", "http://0x7f.1/", "http://256.256.256.256", "http://1.2.3/", "http://0300.1.2.3.", "http://b\u00C3\u00BCcher.de/", "http://%C3%BC.de",
        "http:///h", "http:g", "//h/p", "/p", "?q", "#f", "..", "./", "../..", "", "C|/x", "/D:/y", "file:c:/a", "file:///c|/../..", "x:a b ?q", "x:a  #f", "x:/..//p", "x://H%41/..", "http://h:/", "http://@/", "http://a:b@c:d@e/",
        "http://[1:0:0:2::]/", "http://[::1.2.3.4]:443", "http://h:00080/", "https:/h", "file:\\\\localhost/p", "x://[::1]:", "gopher://h/0/../a/%2e/.", "gophers://h/..", "gopher:/a/../b", "http://a.0x/", "http://1.2.3.4.5/",
    ];

    public Gen<string> Structure => Inputs.Urls.Generator.Select(u => u.Wire);

    public IReadOnlyList<string> Words { get; } =
    [
        "http:", "https:", "file:", "ftp://", "gopher:", "x:", "//", "\\", "/", "/..", "/.", "%2e", "%2E%2e", "?", "#", "@", "u:p@", ":80", ":443", ":65536", ":", "[::1]", "[", "]", "1.2.3.4", "0x7f.1", "0377", ".", "C:", "d|", "localhost",
        "\t", "\n", " ", "'", "%41", "%", "^", "`", "|", "\u00C3\u00BC", "\u00EF\u00BC\u00A1", "\u00E3\u0080\u0082", "\u00C2\u00AD", "xn--", "\u00E2\u0080\u008D", "\u00D7\u0090",
    ];

    public FuzzLaws Laws => FuzzLaws.None;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        int index = BaseIndex(choices);
        UrlParts parts;
        ParseResult result = index < 0
            ? UrlNormalizer.Normalize(octets, _written, out parts)
            : UrlNormalizer.Resolve(octets, _bases[index].Href, in _bases[index].Parts, _written, out parts);
        if (!result.IsDone)
        {
            answer.Begin(result.Status, result.Error, 0);
            if (result.Position < 0 || result.Position > octets.Length)
            {
                throw new InvalidOperationException($"Position {result.Position} in {octets.Length} octets.");
            }

            return;
        }

        answer.Begin(OperationStatus.Done, ParseError.None, result.Consumed);
        ReadOnlySpan<byte> href = _written.AsSpan(0, parts.Length);
        answer.Add(href);
        answer.Add(parts.SchemeIn(href));
        answer.Add(parts.UserNameIn(href));
        answer.Add(parts.PasswordIn(href));
        answer.Add(parts.HostLength < 0);
        answer.Add(parts.HostIn(href));
        answer.Add((long)parts.HostKind);
        answer.Add(parts.Port);
        answer.Add(parts.PathIn(href));
        answer.Add(parts.HasOpaquePath);
        answer.Add(parts.QueryLength < 0);
        answer.Add(parts.QueryIn(href));
        answer.Add(parts.FragmentLength < 0);
        answer.Add(parts.FragmentIn(href));
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        int index = BaseIndex(input.Choices);
        _oracle = WhatwgParser.Parse(Encoding.Latin1.GetString(input.Span), index < 0 ? null : _bases[index].Url);
        if (_oracle.Error != ParseError.None)
        {
            answer.Begin(OperationStatus.InvalidData, _oracle.Error, 0);
            return;
        }

        WhatwgUrl url = _oracle.Url;
        answer.Begin(OperationStatus.Done, ParseError.None, input.Length);
        answer.Add(url.ToString());
        answer.Add(url.Scheme);
        answer.Add(url.UserName.ToString());
        answer.Add(url.Password.ToString());
        answer.Add(url.Host is null);
        answer.Add(url.Host ?? "");
        answer.Add((long)(url.Host is null ? UrlHostKind.None : url.HostKind));
        answer.Add(url.Port ?? -1);
        answer.Add(url.PathText);
        answer.Add(url.OpaquePath is not null);
        answer.Add(url.Query is null);
        answer.Add(url.Query ?? "");
        answer.Add(url.Fragment is null);
        answer.Add(url.Fragment?.ToString() ?? "");
    }

    public Disagreement? Explain(FuzzInput input, Answer ours, Answer oracle)
    {
        if (WhatwgEncoding.Decode(_oracle!.HostText).All(char.IsAscii))
        {
            return null;
        }

        if (ours.Error == ParseError.BadUrlHost && oracle.Error != ParseError.BadUrlHost)
        {
            return Disagreements.HostNotMappable;
        }

        return WhatwgHost.NeedsMapping(_oracle.HostText) ? Disagreements.HostMapped : null;
    }

    private static int BaseIndex(ulong choices) => ((choices >> 8) & 1) == 0 ? -1 : (int)((choices >> 9) % (ulong)s_bases.Length);

    private static (byte[] Href, UrlParts Parts, WhatwgUrl Url) MakeBase(string text)
    {
        byte[] href = new byte[4096];
        UrlNormalizer.Normalize(Encoding.Latin1.GetBytes(text), href, out UrlParts parts);
        return (href, parts, WhatwgParser.Parse(text).Url);
    }
}
