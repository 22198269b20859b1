using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class FieldValueAllocationTests
{
    private static readonly RangeSpec[] s_ranges = new RangeSpec[16];
    private static readonly RangePart[] s_parts = new RangePart[16];
    private static readonly byte[] s_place = new byte[256];
    private static readonly byte[] s_head = "GET / HTTP/1.1\r\nHost: h\r\nIf-None-Match: \"b\", W/\"a\"\r\nIf-Range: \"a\"\r\nCache-Control: max-age=1\r\n\r\n"u8.ToArray();
    private static readonly FieldLine[] s_fields = HeadFields.OfRequest(s_head);

    [Fact]
    public void Reading_allocates_nothing()
    {
        byte[][] values =
        [
            .. EntityTags.Valid.Select(s => FieldValueRuns.Latin1(s.Value)), .. EntityTags.Refused.Select(s => s.Octets),
            .. Ranges.Valid.Select(s => FieldValueRuns.Latin1(s.Value)), .. Ranges.Refused.Select(s => s.Octets),
            .. Challenges.Valid.Select(s => FieldValueRuns.Latin1(s.Value)), .. Challenges.Refused.Select(s => s.Octets),
            .. CacheControls.Valid.Select(s => FieldValueRuns.Latin1(s.Value)), .. CacheControls.Refused.Select(s => s.Octets),
            "text/*;q=0.3, text/html;level=1"u8.ToArray(), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="u8.ToArray(), "bytes 0-1/2"u8.ToArray(),
        ];
        Measure(() =>
        {
            foreach (byte[] value in values)
            {
                Read(value);
            }
        });
    }

    [Fact]
    public void Evaluating_and_writing_allocates_nothing() => Measure(() =>
    {
        var own = new Representation("\"a\""u8, 0, true);
        _ = Preconditions.Evaluate(s_head, s_fields, RequestMethod.Get, in own, 0);
        _ = Preconditions.RangeHolds(s_head, s_fields, in own, 0);
        _ = CacheControlParser.Parse(s_head, s_fields, out _);
        _ = ContentRangeWriter.TryWrite(s_place, new RangePart(0, 5), 10, out _);
        _ = RangeWriter.TryWrite(s_place, [RangeSpec.From(5)], out _);
        _ = EntityTagWriter.TryWrite(s_place, "a"u8, true, out _);
        _ = BasicCredentialsWriter.TryWrite(s_place, "user", "password", out _);
        var challenge = new ChallengeWriter(s_place);
        challenge.WriteScheme(AuthScheme.Basic);
        challenge.WriteParameter("realm"u8, "a\"b"u8);
        _ = challenge.TryComplete(out _);
        var cache = new CacheControlWriter(s_place);
        cache.Write(CacheDirective.MaxAge, 5);
        cache.Write(CacheDirective.Private, "A"u8);
        _ = cache.TryComplete(out _);
    });

    private static void Read(byte[] value)
    {
        var tags = new EntityTagListReader(value);
        while (tags.Read(out _))
        {
        }

        if (RangeParser.Parse(value, s_ranges, out RangeSet set).IsDone)
        {
            _ = RangeSelector.Select(s_ranges.AsSpan(0, set.Count), 1000, s_parts, out _);
        }

        var challenges = new ChallengeReader(value);
        while (challenges.Read(out Challenge challenge))
        {
            _ = challenge.TryFindParameter(value, "realm"u8, out _);
        }

        _ = CacheControlParser.Parse(value, out _);
        _ = CredentialsParser.Parse(value, out _);
        _ = BasicCredentialsParser.Parse(value, s_place, out _);
        _ = ContentRangeParser.Parse(value, out _);
        _ = MediaTypeParser.Parse(value, out _);
        _ = DeltaSecondsParser.Parse(value, out _);
        _ = IfRangeParser.Parse(value, 0, out _);
        _ = ContentNegotiation.ChooseMediaType(value, "text/html, text/html;level=1"u8, out _);
        _ = ContentNegotiation.ChooseEncoding(value, "gzip, identity"u8, out _);
        _ = ContentNegotiation.ChooseLanguage(value, "en-GB, de"u8, out _);
    }

    private static void Measure(Action action)
    {
        action();
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                action();
            }
        }));
    }
}
