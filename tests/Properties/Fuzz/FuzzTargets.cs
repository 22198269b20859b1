using HiPerf.Properties.Fuzz.Targets;

namespace HiPerf.Properties.Fuzz;

/// <summary>All targets, one line each.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new RequestTarget(),
        new ResponseTarget(),
        new ChunkedTarget(),
        new FramingTarget(),
        new ExchangeTarget(),
        new UrlTarget(),
        new UrlWhatwgTarget(),
        new HttpDateTarget(),
        new SetCookieTarget(),
        new CookieDateTarget(),
        FieldValueTargets.EntityTags,
        FieldValueTargets.Ranges,
        FieldValueTargets.Challenges,
        FieldValueTargets.CacheControl,
        LawsTargets.ContentDisposition,
        LawsTargets.Forwarded,
        new UrlencodedTarget(),
        new MultipartTarget(),
        new FtpReplyTarget(),
        new FtpCommandTarget(),
        new FtpFactsTarget(),
        new FtpControlTarget(),
        new FtpListTarget(),
        new GopherMenuTarget(),
        new GopherRequestTarget(),
        new GopherAttributesTarget(),
    ];
}
