using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>Other projects' cases. All of grade exact agree; where the others do not, the groups below say how many and why.</summary>
public class CorpusTests
{
    [Fact]
    public async Task Requests_of_grade_exact_all_agree()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("http-request", "http-requests.jsonl");
        Assert.Equal(700, cases.Count);
        Assert.Equal([], Disagreeing(cases.Where(item => item.Grade == "exact")));
        Assert.Equal(477, cases.Count(item => item.Grade == "exact"));
    }

    [Fact]
    public async Task Requests_beyond_exact_disagree_only_where_known()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("http-request", "http-requests.jsonl");
        Assert.Equal(Known(
        [
            ("choice httparse/lib BadMethod", 1, "at most one CRLF stands before a request-line (RFC 9112 section 2.2 asks for one at least)"),
            ("choice httparse/lib BadRequestTarget", 2, "octets no URI holds: ^ and obs-text (RFC 9112 section 3.2)"),
            ("choice httparse/lib BareLf", 3, "a bare LF ends no line unless the BareLf leniency is given (RFC 9112 section 2.2)"),
            ("choice httparse/uri BadRequestTarget", 31, "targets in none of the four forms, or with octets no URI holds (RFC 9112 section 3.2)"),
            ("choice kestrel/HostHeaderInvalidData accept", 3, "the target's authority rules over an empty Host, and over Host with CONNECT (RFC 9112 section 3.2.2)"),
            ("choice kestrel/RequestLineDotSegmentData BadRequestTarget", 1, "CONNECT names a port (RFC 9110 section 9.3.6)"),
            ("choice kestrel/TargetWithEncodedNullCharData accept", 7, "an encoded NUL is a URI: whoever decodes it refuses it (RFC 3986 section 2.1)"),
            ("choice picohttpparser/request BadRequestTarget", 2, "obs-text in a target; more than one SP between the parts (RFC 9112 section 3)"),
            ("choice picohttpparser/request ObsFold", 1, "obs-fold is refused unless the ObsFold leniency is given (RFC 9112 section 5.2)"),
            ("option httparse/lib BadFieldName", 2, "no leniency drops malformed field lines"),
            ("option httparse/lib BadFieldValue", 2, "no leniency drops malformed field lines"),
            ("option httparse/lib BadRequestTarget", 1, "no leniency takes more than one SP between the parts (RFC 9112 section 3)"),
            ("option httparse/lib MissingColon", 1, "no leniency drops malformed field lines"),
            ("option httparse/lib SpaceBeforeColon", 2, "never in a request (RFC 9112 section 5.1)"),
            ("parser-only httparse/lib MissingHost", 3, "Host is enforced (RFC 9112 section 3.2)"),
        ]), Groups(cases));
    }

    [Fact]
    public async Task Responses_of_grade_exact_all_agree()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("http-response", "http-responses.jsonl");
        Assert.Equal(73, cases.Count);
        Assert.Equal([], Disagreeing(cases.Where(item => item.Grade == "exact")));
        Assert.Equal(19, cases.Count(item => item.Grade == "exact"));
    }

    [Fact]
    public async Task Responses_beyond_exact_disagree_only_where_known()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("http-response", "http-responses.jsonl");
        Assert.Equal(Known(
        [
            ("choice httparse/lib BadReasonPhrase", 3, "the SP behind the code is refused to be missing unless the MissingReasonSpace leniency is given (RFC 9112 section 4)"),
            ("choice httparse/lib BadVersion", 1, "no empty line stands before a status-line (RFC 9112 section 2.2 speaks of requests)"),
            ("choice httparse/lib BareLf", 1, "a bare LF ends no line unless the BareLf leniency is given (RFC 9112 section 2.2)"),
            ("choice httparse/lib accept", 1, "obs-text in a reason phrase is shown, not dropped (RFC 9112 section 4)"),
            ("choice picohttpparser/response BadReasonPhrase", 1, "as above"),
            ("choice picohttpparser/response BadStatusCode", 1, "one SP stands between the parts (RFC 9112 section 4)"),
            ("choice picohttpparser/response BareLf", 1, "as above"),
            ("choice picohttpparser/response ObsFold", 1, "obs-fold is refused unless the ObsFold leniency is given (RFC 9112 section 5.2)"),
            ("option httparse/lib BadFieldName", 2, "no leniency drops malformed field lines"),
            ("option httparse/lib BadFieldValue", 2, "no leniency drops malformed field lines"),
            ("option httparse/lib BadStatusCode", 1, "no leniency takes more than one SP between the parts (RFC 9112 section 4)"),
            ("option httparse/lib MissingColon", 1, "no leniency drops malformed field lines"),
            ("option httparse/lib SpaceBeforeColon", 2, "the source drops such lines; our leniency of that name would read them, and this mode does not name it"),
            ("option httparse/lib SpaceBeforeFirstField", 1, "no leniency takes white space before the first field line (RFC 9112 section 2.2)"),
            ("option httparse/lib accept", 1, "a fold is read as one SP (RFC 9112 section 5.2); the source keeps its octets"),
        ]), Groups(cases));
    }

    [Fact]
    public async Task Chunked_bodies_agree_but_for_three_refused_by_design()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("http-chunked", "http-chunked.jsonl");
        Assert.Equal(24, cases.Count);

        // A size of 16 F is 2^64-1, above the 2^63-1 that offsets hold; and a bare LF ends no line of ours, in no part of a chunked body.
        Assert.Equal(
        [
            "picohttpparser/chunked/failure-2",
            "picohttpparser/chunked/test_chunked_consume_trailer-6",
            "picohttpparser/chunked/test_chunked_consume_trailer-7",
        ], cases.Where(item => !Agrees(item)).Select(item => item.Id));
    }

    [Fact]
    public async Task Urls_all_agree_tagged_ones_too()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("url", "urls.jsonl");
        Assert.Equal(235, cases.Count);
        Assert.Equal([], cases.Where(item => !Agrees(item)).Select(item => item.Id));
    }

    // Every expected member stands in the answer as it is.
    private static bool Agrees(Corpus.Case item) => item.Record.GetProperty("expected").EnumerateObject()
        .All(member => item.Answer.TryGetProperty(member.Name, out JsonElement value) && JsonElement.DeepEquals(value, member.Value));

    private static IEnumerable<string> Disagreeing(IEnumerable<Corpus.Case> cases) =>
        cases.Select(item => (item.Id, Difference: Corpus.Difference(item))).Where(item => item.Difference is not null).Select(item => $"{item.Id}: {item.Difference}");

    private static IEnumerable<string> Groups(IEnumerable<Corpus.Case> cases) => cases
        .Where(item => item.Grade != "exact" && Corpus.Difference(item) is not null)
        .GroupBy(item => $"{item.Grade} {item.Group} {item.Reason}")
        .Select(group => $"{group.Key} {group.Count()}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Known((string Group, int Count, string Why)[] known) =>
        known.Select(item => $"{item.Group} {item.Count}").Order(StringComparer.Ordinal);
}
