using System.Text;
using HiPerf.Fuzzing;
using HiPerf.Http;

namespace HiPerf.Properties.Http;

/// <summary>What was read is written, read again, and is the same.</summary>
public sealed class FieldValueRoundTripLaws
{
    private readonly byte[] _place = new byte[64 * 1024];

    [Fact]
    public void Entity_tags() => Law.Holds(1000, ProtocolArbitraries.EntityTagLists(), list =>
    {
        byte[] value = list.ToOctets();
        var writer = new FieldValueWriter(_place);
        var reader = new EntityTagListReader(value);
        while (reader.Read(out EntityTag tag))
        {
            writer.WriteSeparator();
            EntityTagWriter.Write(ref writer, tag.OpaqueTagIn(value)[1..^1], tag.IsWeak);
        }

        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(FieldValueReading.EntityTags(value).Meaning, FieldValueReading.EntityTags(_place.AsSpan(0, written)).Meaning);
    });

    [Fact]
    public void Ranges() => Law.Holds(1000, ProtocolArbitraries.Ranges(), range =>
    {
        var table = new RangeSpec[64];
        Assert.True(RangeParser.Parse(range.ToOctets(), table, out RangeSet set).IsDone);
        Assert.True(RangeWriter.TryWrite(_place, table.AsSpan(0, set.Count), out int written));
        var again = new RangeSpec[64];
        Assert.Equal(ParseResult.Done(written), RangeParser.Parse(_place.AsSpan(0, written), again, out RangeSet read));
        Assert.Equal(set.Count, read.Count);
        Assert.Equal(table, again);
        foreach (RangeSpec spec in table.AsSpan(0, set.Count))
        {
            if (spec.TryResolve(1000, out RangePart part))
            {
                Assert.True(ContentRangeWriter.TryWrite(_place, part, 1000, out written));
                Assert.True(ContentRangeParser.Parse(_place.AsSpan(0, written), out ContentRange content).IsDone);
                Assert.Equal(new ContentRange(RangeUnit.Bytes, part.Start, part.Last, 1000), content);
            }
        }
    });

    [Fact]
    public void Challenges() => Law.Holds(1000, ProtocolArbitraries.Challenges(), list =>
    {
        byte[] value = list.ToOctets();
        var writer = new ChallengeWriter(_place);
        var reader = new ChallengeReader(value);
        while (reader.Read(out Challenge challenge))
        {
            writer.WriteScheme(challenge.SchemeText.In(value));
            if (challenge.Token68.IsPresent)
            {
                writer.WriteToken68(challenge.Token68.In(value));
            }

            AuthParameterReader parameters = challenge.ParametersIn(value);
            while (parameters.Read(out FieldParameter parameter))
            {
                writer.WriteParameter(parameter.Name.In(value), Encoding.Latin1.GetBytes(FieldValueReading.Unescape(value, parameter.Value)));
            }
        }

        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(FieldValueReading.Challenges(value).Meaning, FieldValueReading.Challenges(_place.AsSpan(0, written)).Meaning);
    });

    [Fact]
    public void Cache_directives() => Law.Holds(1000, ProtocolArbitraries.CacheControls(), list =>
    {
        byte[] value = list.ToOctets();
        Assert.True(CacheControlParser.Parse(value, out CacheControl control).IsDone);
        var writer = new CacheControlWriter(_place);
        foreach (CacheDirective directive in Enum.GetValues<CacheDirective>().Where(d => control.Has(d)))
        {
            FieldText fields = directive == CacheDirective.NoCache ? control.NoCacheFields : directive == CacheDirective.Private ? control.PrivateFields : default;
            if (control.Seconds(directive) is var seconds and >= 0)
            {
                writer.Write(directive, seconds);
            }
            else if (fields.IsPresent)
            {
                writer.Write(directive, fields.In(value));
            }
            else
            {
                writer.Write(directive);
            }
        }

        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(FieldValueReading.CacheControl(value).Meaning, FieldValueReading.CacheControl(_place.AsSpan(0, written)).Meaning);
    });
}
