using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties;

/// <summary>The generators reach what the laws are about: without this a law could hold of nothing.</summary>
public sealed class InputTests
{
    [Fact]
    public void Heads_reach_every_error_and_deviation()
    {
        var reached = new HashSet<string>();
        Law.Holds(8000, Inputs.RequestHeads, Inputs.ResponseHeads, Inputs.Readings, (request, response, reading) =>
        {
            Note(ReferenceHeads.Request(Inputs.Latin1(request.Wire), reading.Limits, reading.Leniency, reading.Table));
            Note(ReferenceHeads.Response(Inputs.Latin1(response.Wire), reading.Limits, reading.Leniency, reading.Table));
        });

        void Note(ReferenceHeads answer)
        {
            reached.Add($"{answer.Status}");
            reached.Add($"{answer.Error}");
            foreach (Deviations deviation in Enum.GetValues<Deviations>().Where(d => answer.Status == System.Buffers.OperationStatus.Done && answer.Deviations.HasFlag(d)))
            {
                reached.Add($"{deviation}");
            }
        }

        string[] expected =
        [
            .. Enum.GetValues<ParseError>().Where(e => e <= ParseError.TooManyFields).Select(e => $"{e}"),
            .. Enum.GetValues<Deviations>().Where(d => d <= Deviations.MissingReasonSpace).Select(d => $"{d}"),
            .. Enum.GetNames<System.Buffers.OperationStatus>(),
        ];
        Assert.Empty(expected.Except(reached));
    }

    [Fact]
    public void Chunked_bodies_reach_every_error()
    {
        var reached = new HashSet<ParseError>();
        Law.Holds(6000, Inputs.ChunkedBodies, Inputs.Readings, (body, reading) =>
            reached.Add(Http1.ChunkedBodyRun.Over(Inputs.Latin1(body.Wire), reading, Arrival.Whole).Error));
        ParseError[] expected =
        [
            ParseError.None, ParseError.BadChunkSize, ParseError.ChunkSizeOverflow, ParseError.BadChunkExtension, ParseError.ChunkLineTooLong, ParseError.MissingChunkEnd,
            ParseError.ChunkOverhead, ParseError.TrailersTooLarge, ParseError.TooManyFields, ParseError.BareCr, ParseError.BareLf, ParseError.BadFieldName,
            ParseError.MissingColon, ParseError.SpaceBeforeColon, ParseError.ObsFold, ParseError.BadFieldValue, ParseError.FieldLineTooLong,
        ];
        Assert.Empty(expected.Except(reached));
    }

    [Fact]
    public void Field_values_reach_every_error_of_their_grammars()
    {
        var reached = new HashSet<ParseError>();
        Law.Holds(3000, Inputs.EntityTagLists, input => reached.Add(Http.FieldValueReading.EntityTags(Inputs.Latin1(input.Wire)).Result.Error));
        Law.Holds(3000, Inputs.Ranges, input => reached.Add(Http.FieldValueReading.Ranges(Inputs.Latin1(input.Wire)).Result.Error));
        Law.Holds(3000, Inputs.CacheControls, input => reached.Add(Http.FieldValueReading.CacheControl(Inputs.Latin1(input.Wire)).Result.Error));
        Law.Holds(3000, Inputs.Challenges, input =>
        {
            reached.Add(Http.FieldValueReading.Challenges(Inputs.Latin1(input.Wire)).Result.Error);
            reached.Add(Http.FieldValueReading.Credentials(Inputs.Latin1(input.Wire)).Result.Error);
        });
        ParseError[] expected =
        [
            ParseError.None, ParseError.BadList, ParseError.BadQuotedString, ParseError.BadEntityTag, ParseError.BadRange, ParseError.BadChallenge,
            ParseError.BadCredentials, ParseError.BadAuthParameter, ParseError.RepeatedAuthParameter, ParseError.BadCacheDirective,
        ];
        Assert.Empty(expected.Except(reached));
    }

    [Fact]
    public void Arrival_of_the_longest_steps_ends_with_the_message() =>
        Assert.Equal([1, 10], new Arrival([1, int.MaxValue]).Ends(10));

    [Fact]
    public void Same_seed_makes_the_same_cases()
    {
        Assert.Equal(Sample(), Sample());

        static List<string> Sample()
        {
            var cases = new List<string>();
            Law.Holds(50, ProtocolArbitraries.RequestHeads(), head => cases.Add(head.Wire));
            return cases;
        }
    }

    [Fact]
    public void Failure_names_the_seed_and_the_shrunk_case()
    {
        Exception failure = Assert.ThrowsAny<Exception>(() =>
            Law.Holds(500, ProtocolArbitraries.RequestHeads(), head => Assert.DoesNotContain("Host", head.Wire, StringComparison.Ordinal)));
        Assert.Contains("HIPERF_SEED=", failure.Message, StringComparison.Ordinal);
        Assert.Matches("\"GET / HTTP/1\\.[01]\\\\r\\\\nHost:a?\\\\r\\\\n\\\\r\\\\n\"u8", failure.Message);
    }

    [Theory]
    [InlineData("", "\"\"u8")]
    [InlineData("a\"\\\r\n\t", "\"a\\\"\\\\\\r\\n\\t\"u8")]
    [InlineData("\0\u007F", "\"\\u0000\\u007F\"u8")]
    [InlineData("\u00E9", "Encoding.Latin1.GetBytes(\"\\u00E9\")")]
    public void OctetLiteral_is_what_the_compiler_reads(string wire, string literal) => Assert.Equal(literal, OctetLiteral.Of(wire));

    [Fact]
    public void Arrivals_cover_every_octet_once() => Law.Holds(500, ProtocolArbitraries.Arrivals(), Gen.Choose(0, 400).ToArbitrary(), (arrival, length) =>
    {
        int[] ends = [.. arrival.Ends(length)];
        Assert.Equal(length, ends[^1]);
        Assert.Equal(ends.Distinct().Order(), ends);
    });

    [Fact]
    public void ProtocolArbitraries_register_as_one()
    {
        IArbMap map = ArbMap.Default.Merge(typeof(ProtocolArbitraries));
        Assert.NotEmpty(map.ArbFor<NearValid<UrlCase>>().Generator.Sample(3).Select(n => n.Wire));
        Assert.NotEmpty(map.ArbFor<Hostile<ChunkedBodyCase>>().Generator.Sample(3).Select(n => n.Wire));
        Assert.NotEmpty(map.ArbFor<Arrival>().Generator.Sample(3));
    }
}
