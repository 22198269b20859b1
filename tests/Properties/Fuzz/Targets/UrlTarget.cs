using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Core.Tests.Urls;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The strict URL parser against the reference of RFC 3986.</summary>
internal sealed class UrlTarget : IFuzzTarget
{
    private readonly ReferenceUrl _reference = new();

    public string Name => "url";

    public string Summary => "UrlParser; reference from RFC 3986 appendix A and docs/urls.md";

    public IEnumerable<string> Samples => [.. UrlSamples.Valid, .. UrlSamples.Invalid.Select(i => Encoding.Latin1.GetString(UrlSamples.Utf8(i.Url)))];

    public Gen<string> Structure => Inputs.Urls.Generator.Select(u => u.Wire);

    public IReadOnlyList<string> Words { get; } =
    [
        "http:", "https://", "file:", "file://", "ftp://", "gopher:", "x:", "//", "/", "?", "#", "@", "u:p@", ":80", ":65536", ":", "[::1]", "[v1.a]", "[", "]", "1.2.3.4", "256.0.0.1", "::", ":0", "%41", "%", "%4", "%00",
        "[1:2:3:4:5:6:1.2.3.4]", "../", "\\", "|",
    ];

    public FuzzLaws Laws => FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        ParseResult result = UrlParser.Parse(octets, out UrlParts parts, MaxLength(choices));
        answer.Begin(result);
        if (result.IsDone)
        {
            answer.AddUrl(parts);
        }
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceUrl url = _reference.Read(input.Octets, input.Length, MaxLength(input.Choices));
        answer.Begin(url.Error == ParseError.None ? OperationStatus.Done : OperationStatus.InvalidData, url.Error, url.Error == ParseError.None ? input.Length : url.Offset);
        if (url.Error == ParseError.None)
        {
            answer.AddUrl(url.Parts);
        }
    }

    private static int MaxLength(ulong choices) => ((choices >> 8) & 7) == 0 ? (int)(choices >> 11 & 63) + 1 : UrlParser.DefaultMaxLength;
}
