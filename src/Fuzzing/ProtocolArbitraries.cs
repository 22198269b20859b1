using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;

namespace HiPerf.Fuzzing;

/// <summary>All arbitraries of this package, one a message kind: generator and shrinker together.</summary>
/// <remarks>
/// <para>Register them at once with <c>ArbMap.Default.Merge(typeof(ProtocolArbitraries))</c>, or hand one to <c>Prop.ForAll</c>.</para>
/// <para>Valid messages are valid to the letter; near-valid ones carry the error and offset that a strict parser answers; hostile ones may be
/// anything. All print as C# expressions. How their octets arrive is <see cref="Arrivals"/>' business.</para>
/// </remarks>
public static class ProtocolArbitraries
{
    /// <summary>Valid request heads. RFC 9112 section 3.</summary>
    public static Arbitrary<RequestHeadCase> RequestHeads() => Arb.From(RequestHeadGenerator.Heads, RequestHeadGenerator.Shrink);

    /// <summary>Valid response heads. RFC 9112 section 4.</summary>
    public static Arbitrary<ResponseHeadCase> ResponseHeads() => Arb.From(ResponseHeadGenerator.Heads, ResponseHeadGenerator.Shrink);

    /// <summary>Valid chunked bodies with extensions and trailers. RFC 9112 section 7.1.</summary>
    public static Arbitrary<ChunkedBodyCase> ChunkedBodies() => Arb.From(ChunkedBodyGenerator.Bodies, ChunkedBodyGenerator.Shrink);

    /// <summary>Valid absolute URLs. RFC 3986 section 3.</summary>
    public static Arbitrary<UrlCase> Urls() => Arb.From(UrlGenerator.Urls, UrlGenerator.Shrink);

    /// <summary>Request heads with one violation.</summary>
    public static Arbitrary<NearValid<RequestHeadCase>> NearValidRequestHeads() => Violation<RequestHeadCase>.Arbitrary(RequestHeads(), HeadViolations.Request);

    /// <summary>Response heads with one violation.</summary>
    public static Arbitrary<NearValid<ResponseHeadCase>> NearValidResponseHeads() => Violation<ResponseHeadCase>.Arbitrary(ResponseHeads(), HeadViolations.Response);

    /// <summary>Chunked bodies with one violation.</summary>
    public static Arbitrary<NearValid<ChunkedBodyCase>> NearValidChunkedBodies() => Violation<ChunkedBodyCase>.Arbitrary(ChunkedBodies(), ChunkedBodyViolations.All);

    /// <summary>URLs with one violation.</summary>
    public static Arbitrary<NearValid<UrlCase>> NearValidUrls() => Violation<UrlCase>.Arbitrary(Urls(), UrlViolations.All);

    /// <summary>Mutated request heads.</summary>
    public static Arbitrary<Hostile<RequestHeadCase>> HostileRequestHeads() => Arb.From(HostileGenerator.Of(RequestHeadGenerator.Heads), HostileGenerator.Shrink);

    /// <summary>Mutated response heads.</summary>
    public static Arbitrary<Hostile<ResponseHeadCase>> HostileResponseHeads() => Arb.From(HostileGenerator.Of(ResponseHeadGenerator.Heads), HostileGenerator.Shrink);

    /// <summary>Mutated chunked bodies.</summary>
    public static Arbitrary<Hostile<ChunkedBodyCase>> HostileChunkedBodies() => Arb.From(HostileGenerator.Of(ChunkedBodyGenerator.Bodies), HostileGenerator.Shrink);

    /// <summary>Mutated URLs.</summary>
    public static Arbitrary<Hostile<UrlCase>> HostileUrls() => Arb.From(HostileGenerator.Of(UrlGenerator.Urls), HostileGenerator.Shrink);

    /// <summary>Valid lists of entity tags. RFC 9110 section 13.1.</summary>
    public static Arbitrary<EntityTagListCase> EntityTagLists() => Arb.From(FieldValueGenerator.EntityTags, FieldValueGenerator.Shrink);

    /// <summary>Lists of entity tags with one violation.</summary>
    public static Arbitrary<NearValid<EntityTagListCase>> NearValidEntityTagLists() => Violation<EntityTagListCase>.Arbitrary(EntityTagLists(), FieldValueViolations.EntityTags);

    /// <summary>Mutated lists of entity tags.</summary>
    public static Arbitrary<Hostile<EntityTagListCase>> HostileEntityTagLists() => Arb.From(HostileGenerator.Of(FieldValueGenerator.EntityTags), HostileGenerator.Shrink);

    /// <summary>Valid values of Range. RFC 9110 section 14.2.</summary>
    public static Arbitrary<RangeCase> Ranges() => Arb.From(FieldValueGenerator.Ranges, FieldValueGenerator.Shrink);

    /// <summary>Values of Range with one violation.</summary>
    public static Arbitrary<NearValid<RangeCase>> NearValidRanges() => Violation<RangeCase>.Arbitrary(Ranges(), FieldValueViolations.Ranges);

    /// <summary>Mutated values of Range.</summary>
    public static Arbitrary<Hostile<RangeCase>> HostileRanges() => Arb.From(HostileGenerator.Of(FieldValueGenerator.Ranges), HostileGenerator.Shrink);

    /// <summary>Valid lists of challenges. RFC 9110 section 11.6.1.</summary>
    public static Arbitrary<ChallengesCase> Challenges() => Arb.From(FieldValueGenerator.Challenges, FieldValueGenerator.Shrink);

    /// <summary>Lists of challenges with one violation.</summary>
    public static Arbitrary<NearValid<ChallengesCase>> NearValidChallenges() => Violation<ChallengesCase>.Arbitrary(Challenges(), FieldValueViolations.Challenges);

    /// <summary>Mutated lists of challenges.</summary>
    public static Arbitrary<Hostile<ChallengesCase>> HostileChallenges() => Arb.From(HostileGenerator.Of(FieldValueGenerator.Challenges), HostileGenerator.Shrink);

    /// <summary>Valid values of Cache-Control. RFC 9111 section 5.2.</summary>
    public static Arbitrary<CacheControlCase> CacheControls() => Arb.From(FieldValueGenerator.CacheControls, FieldValueGenerator.Shrink);

    /// <summary>Values of Cache-Control with one violation.</summary>
    public static Arbitrary<NearValid<CacheControlCase>> NearValidCacheControls() => Violation<CacheControlCase>.Arbitrary(CacheControls(), FieldValueViolations.CacheControls);

    /// <summary>Mutated values of Cache-Control.</summary>
    public static Arbitrary<Hostile<CacheControlCase>> HostileCacheControls() => Arb.From(HostileGenerator.Of(FieldValueGenerator.CacheControls), HostileGenerator.Shrink);
    /// <summary>Valid multipart bodies. RFC 2046 section 5.1.1.</summary>
    public static Arbitrary<MultipartCase> MultipartBodies() => Arb.From(MultipartGenerator.Bodies, MultipartGenerator.Shrink);

    /// <summary>Multipart bodies with one violation.</summary>
    public static Arbitrary<NearValid<MultipartCase>> NearValidMultipartBodies() => Violation<MultipartCase>.Arbitrary(MultipartBodies(), FormViolations.Multipart);

    /// <summary>Mutated multipart bodies, whose boundary was <c>b-</c>.</summary>
    public static Arbitrary<Hostile<MultipartCase>> HostileMultipartBodies() => Arb.From(HostileGenerator.Of(MultipartGenerator.BodiesToMutate), HostileGenerator.Shrink);

    /// <summary>Valid urlencoded forms. WHATWG URL section 5.1.</summary>
    public static Arbitrary<UrlencodedCase> UrlencodedForms() => Arb.From(UrlencodedGenerator.Forms, UrlencodedGenerator.Shrink);

    /// <summary>Urlencoded forms with one violation.</summary>
    public static Arbitrary<NearValid<UrlencodedCase>> NearValidUrlencodedForms() => Violation<UrlencodedCase>.Arbitrary(UrlencodedForms(), FormViolations.Urlencoded);

    /// <summary>Mutated urlencoded forms.</summary>
    public static Arbitrary<Hostile<UrlencodedCase>> HostileUrlencodedForms() => Arb.From(HostileGenerator.Of(UrlencodedGenerator.Forms), HostileGenerator.Shrink);

    /// <summary>Valid Set-Cookie field values. RFC 6265bis section 4.1.1.</summary>
    public static Arbitrary<SetCookieCase> SetCookies() => Arb.From(SetCookieGenerator.Cookies, SetCookieGenerator.Shrink);

    /// <summary>Set-Cookie field values that every user agent ignores.</summary>
    public static Arbitrary<NearValid<SetCookieCase>> NearValidSetCookies() => Violation<SetCookieCase>.Arbitrary(SetCookies(), SetCookieViolations.All);

    /// <summary>Mutated Set-Cookie field values.</summary>
    public static Arbitrary<Hostile<SetCookieCase>> HostileSetCookies() => Arb.From(HostileGenerator.Of(SetCookieGenerator.Cookies, SetCookieGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid Content-Disposition field values. RFC 6266 section 4.1.</summary>
    public static Arbitrary<ContentDispositionCase> ContentDispositions() => Arb.From(ContentDispositionGenerator.Dispositions, ContentDispositionGenerator.Shrink);

    /// <summary>Content-Disposition field values with one violation.</summary>
    public static Arbitrary<NearValid<ContentDispositionCase>> NearValidContentDispositions() =>
        Violation<ContentDispositionCase>.Arbitrary(ContentDispositions(), ContentDispositionViolations.All);

    /// <summary>Mutated Content-Disposition field values.</summary>
    public static Arbitrary<Hostile<ContentDispositionCase>> HostileContentDispositions() =>
        Arb.From(HostileGenerator.Of(ContentDispositionGenerator.Dispositions, ContentDispositionGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid Forwarded field values. RFC 7239 section 4.</summary>
    public static Arbitrary<ForwardedCase> ForwardedFields() => Arb.From(ForwardedGenerator.Fields, ForwardedGenerator.Shrink);

    /// <summary>Forwarded field values with one violation.</summary>
    public static Arbitrary<NearValid<ForwardedCase>> NearValidForwardedFields() => Violation<ForwardedCase>.Arbitrary(ForwardedFields(), ForwardedViolations.All);

    /// <summary>Mutated Forwarded field values.</summary>
    public static Arbitrary<Hostile<ForwardedCase>> HostileForwardedFields() =>
        Arb.From(HostileGenerator.Of(ForwardedGenerator.Fields, ForwardedGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid FTP listings of eight formats. RFC 959 section 4.1.3, RFC 3659 section 7.</summary>
    public static Arbitrary<FtpListingCase> FtpListings() => Arb.From(FtpListingGenerator.Listings, FtpListingGenerator.Shrink);

    /// <summary>Mutated FTP listings.</summary>
    public static Arbitrary<Hostile<FtpListingCase>> HostileFtpListings() =>
        Arb.From(HostileGenerator.Of(FtpListingGenerator.Listings, FtpListingGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>How octets arrive: any fragmentation.</summary>
    public static Arbitrary<Arrival> Arrivals() => Arb.From(SplitGenerator.Any, SplitGenerator.Shrink);

    /// <summary>Valid FTP replies of one line or many. RFC 959 section 4.2.</summary>
    public static Arbitrary<FtpReplyCase> FtpReplies() => Arb.From(FtpGenerator.Replies, FtpGenerator.Shrink);

    /// <summary>Mutated FTP replies.</summary>
    public static Arbitrary<Hostile<FtpReplyCase>> HostileFtpReplies() => Arb.From(HostileGenerator.Of(FtpGenerator.Replies, FtpGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid FTP command lines. RFC 959 section 5.3.</summary>
    public static Arbitrary<FtpCommandCase> FtpCommandLines() => Arb.From(FtpGenerator.Commands, FtpGenerator.Shrink);

    /// <summary>Mutated FTP command lines.</summary>
    public static Arbitrary<Hostile<FtpCommandCase>> HostileFtpCommandLines() => Arb.From(HostileGenerator.Of(FtpGenerator.Commands, FtpGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid lines of MLSD, without line end. RFC 3659 section 7.2.</summary>
    public static Arbitrary<FactLineCase> FactLines() => Arb.From(FtpGenerator.Facts, FtpGenerator.Shrink);

    /// <summary>Mutated lines of MLSD.</summary>
    public static Arbitrary<Hostile<FactLineCase>> HostileFactLines() => Arb.From(HostileGenerator.Of(FtpGenerator.Facts, FtpGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Replies with one violation.</summary>
    public static Arbitrary<NearValid<FtpReplyCase>> NearValidFtpReplies() => Violation<FtpReplyCase>.Arbitrary(FtpReplies(), FtpViolations.Reply);

    /// <summary>Command lines with one violation.</summary>
    public static Arbitrary<NearValid<FtpCommandCase>> NearValidFtpCommandLines() => Violation<FtpCommandCase>.Arbitrary(FtpCommandLines(), FtpViolations.Command);

    /// <summary>Lines of MLSD with one violation.</summary>
    public static Arbitrary<NearValid<FactLineCase>> NearValidFactLines() => Violation<FactLineCase>.Arbitrary(FactLines(), FtpViolations.Facts);

    /// <summary>Valid listings of one format.</summary>
    /// <param name="format">Any but Detect, ZOS and Names.</param>
    public static Arbitrary<FtpListingCase> FtpListings(FtpListingFormat format) => Arb.From(FtpListingGenerator.Of(format), FtpListingGenerator.Shrink);

    /// <summary>Valid dialogues of a control connection. RFC 959 section 5.4.</summary>
    public static Arbitrary<FtpDialogueCase> FtpDialogues() => Arb.From(FtpDialogueGenerator.Dialogues, FtpDialogueGenerator.Shrink);

    /// <summary>Dialogues with one reply that cannot stand where it stands.</summary>
    public static Arbitrary<FtpBrokenDialogueCase> BrokenFtpDialogues() => FtpDialogueViolations.Arbitrary(FtpDialogues());
}
