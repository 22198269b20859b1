using System.Buffers;
using System.Globalization;
using System.Text;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads a URL as web browsers do and names its parts as they do. WHATWG URL sections 4.4 and 6.1.</summary>
internal static class UrlInspector
{
    // Hosts that grow by more than their percent-encoding are found by asking for more room.
    private const int Slack = 256;

    public static InspectAnswer Inspect(InspectCase item)
    {
        byte[] baseUrl = [];
        UrlParts baseParts = default;
        var answer = new InspectAnswer();
        ParseResult result;
        if (item.Base is { } given)
        {
            result = Normalize(given, [], default, out baseUrl, out baseParts);
            if (!result.IsDone)
            {
                return answer.Refuse(result.Error, result.Position);
            }
        }

        result = Normalize(item.Input.Span, baseUrl, in baseParts, out byte[] href, out UrlParts parts);
        if (!result.IsDone)
        {
            return answer.Refuse(result.Error, result.Position);
        }

        answer.Url = Parts(href, in parts);
        return answer;
    }

    private static ParseResult Normalize(ReadOnlySpan<byte> url, byte[] baseUrl, in UrlParts baseParts, out byte[] href, out UrlParts parts)
    {
        int room = baseUrl.Length + (3 * url.Length) + Slack;
        while (true)
        {
            href = new byte[room];
            ParseResult result = baseUrl.Length == 0
                ? UrlNormalizer.Normalize(url, href, out parts)
                : UrlNormalizer.Resolve(url, baseUrl, in baseParts, href, out parts);
            if (result.Status != OperationStatus.DestinationTooSmall)
            {
                return result;
            }

            room *= 2;
        }
    }

    private static List<KeyValuePair<string, string>> Parts(ReadOnlySpan<byte> href, in UrlParts parts)
    {
        string scheme = Encoding.ASCII.GetString(parts.SchemeIn(href));
        string hostname = Encoding.ASCII.GetString(parts.HostIn(href));
        string port = parts.Port < 0 ? string.Empty : parts.Port.ToString(CultureInfo.InvariantCulture);
        string host = port.Length == 0 ? hostname : $"{hostname}:{port}";
        return
        [
            new("href", Encoding.ASCII.GetString(href[..parts.Length])),
            new("protocol", scheme + ":"),
            new("username", Encoding.ASCII.GetString(parts.UserNameIn(href))),
            new("password", Encoding.ASCII.GetString(parts.PasswordIn(href))),
            new("host", host),
            new("hostname", hostname),
            new("port", port),
            new("pathname", Encoding.ASCII.GetString(parts.PathIn(href))),
            new("search", Marked("?", parts.QueryIn(href))),
            new("hash", Marked("#", parts.FragmentIn(href))),
            new("origin", parts.Scheme.IsSpecial() && parts.Scheme != UrlScheme.File ? $"{scheme}://{host}" : "null"),
        ];
    }

    private static string Marked(string mark, ReadOnlySpan<byte> part) => part.IsEmpty ? string.Empty : mark + Encoding.ASCII.GetString(part);
}
