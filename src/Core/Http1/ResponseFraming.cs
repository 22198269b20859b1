using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Which framing a response may be sent with.</summary>
/// <remarks>RFC 9112 sections 6.1 to 6.3, RFC 9110 sections 8.6, 9.3.6, 15.2 and 15.3.6. How a recipient reads it: <see cref="BodyFramingParser"/>.</remarks>
internal static class ResponseFraming
{
    /// <summary>Whether it may answer some request.</summary>
    public static bool MayFrame(int status, in BodyFraming framing) => status switch
    {
        < 200 or 204 => framing.Kind == BodyFramingKind.None,
        205 => framing.Kind == BodyFramingKind.None || framing is { Kind: BodyFramingKind.Length, Length: 0 },
        304 => framing.Kind is BodyFramingKind.None or BodyFramingKind.Length,
        _ => true,
    };

    /// <summary>Whether it may answer this request.</summary>
    public static bool MayFrame(int status, in BodyFraming framing, RequestMethod method, HttpVersion version)
    {
        if (!MayFrame(status, in framing) || (version == HttpVersion.Http10 && (status < 200 || framing.Kind == BodyFramingKind.Chunked)))
        {
            return false;
        }

        if (method == RequestMethod.Connect && status is >= 200 and < 300)
        {
            return framing.Kind == BodyFramingKind.None;
        }

        bool hasNoContent = method == RequestMethod.Head || status is < 200 or 204 or 304;
        return hasNoContent || framing.Kind != BodyFramingKind.None;
    }
}
