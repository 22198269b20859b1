using HiPerf.Gopher;

namespace HiPerf.Cli.Inspecting;

/// <summary>Says what is sent for a Gopher URL. RFC 4266 section 2.1.</summary>
internal static class GopherRequestInspector
{
    // A URL is 8 KiB at most, and so is what it decodes to.
    private static readonly GopherLimits s_anyUrl = new() { MaxSelector = UrlParser.DefaultMaxLength, MaxRequestLine = UrlParser.DefaultMaxLength };

    public static InspectAnswer Inspect(InspectCase item)
    {
        ReadOnlySpan<byte> url = item.Input.Span.TrimEnd("\r\n"u8);
        var answer = new InspectAnswer();
        ParseResult result = UrlParser.Parse(url, out UrlParts parts);
        if (!result.IsDone)
        {
            return answer.Refuse(result.Error, result.Position);
        }

        if (parts.Scheme is not (UrlScheme.Gopher or UrlScheme.Gophers))
        {
            return answer.Refuse(ParseError.BadScheme, 0);
        }

        // Gopher knows no query: what looks like one is sent as it stands.
        int end = parts.QueryLength < 0 ? parts.PathStart + parts.PathLength : parts.QueryStart + parts.QueryLength;
        ReadOnlySpan<byte> path = url[parts.PathStart..end];
        byte[] decoded = new byte[path.Length];
        result = GopherUrlParser.Parse(path, decoded, out GopherUrl gopher, out _);
        if (!result.IsDone)
        {
            return answer.Refuse(result.Error, parts.PathStart + result.Position);
        }

        byte[] wire = new byte[path.Length + 4];
        _ = GopherRequestWriter.TryWrite(wire, gopher.RequestIn(decoded), in s_anyUrl, out int written);
        if (written - 2 > GopherLimits.Default.MaxRequestLine)
        {
            return answer.Refuse(ParseError.GopherRequestTooLong, parts.PathStart);
        }

        answer.Wire = wire[..written];
        return answer;
    }
}
