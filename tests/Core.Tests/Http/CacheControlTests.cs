using System.Text.Json;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class CacheControlTests
{
    public static TheoryData<string, string> Valid => [.. CacheControls.Valid.Select(s => (s.Value, s.Meaning))];

    public static TheoryData<string, ParseError, int> Refused => [.. CacheControls.Refused.Select(s => (s.Value, s.Error, s.Position))];

    [Theory, MemberData(nameof(Valid))]
    public void Directives_are_read(string value, string expected)
    {
        byte[] octets = FieldValueRuns.Latin1(value);
        Assert.Equal(ParseResult.Done(value.Length), CacheControlParser.Parse(octets, out CacheControl control));
        Assert.Equal(expected, FieldValueRuns.Describe(octets, in control));
    }

    [Theory, MemberData(nameof(Refused))]
    public void Directives_are_refused_where_they_cannot_go_on(string value, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), CacheControlParser.Parse(FieldValueRuns.Latin1(value), out CacheControl control));
        Assert.True(control.Has(CacheDirective.NoStore));
    }

    [Fact]
    public void Lines_are_one_list()
    {
        byte[] head = "HTTP/1.1 200 OK\r\ncache-control: max-age=5, no-cache=\"A\"\r\nAge: 1\r\nCache-Control: max-age=9, private\r\n\r\n"u8.ToArray();
        FieldLine[] fields = HeadFields.OfResponse(head);
        ParseResult result = CacheControlParser.Parse(head, fields, out CacheControl control);
        Assert.Equal(ParseResult.Done(head.Length - 4), result);
        Assert.Equal("MaxAge=5!! NoCache(A) Private", FieldValueRuns.Describe(head, in control));
        Assert.Equal(ParseResult.Done(0), CacheControlParser.Parse(head, [], out control));
        Assert.Equal("", FieldValueRuns.Describe(head, in control));
    }

    [Fact]
    public void Directives_are_written_or_refused()
    {
        byte[] place = new byte[128];
        var writer = new CacheControlWriter(place);
        writer.Write(CacheDirective.MaxAge, CacheControl.MaxSeconds);
        writer.Write(CacheDirective.MaxStale);
        writer.Write(CacheDirective.NoCache, "A, B"u8);
        writer.Write(CacheDirective.Immutable);
        writer.WriteExtension("x"u8, "y z"u8);
        writer.WriteExtension("w"u8, default);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal("max-age=2147483648, max-stale, no-cache=\"A, B\", immutable, x=\"y z\", w", FieldValueRuns.Text(place.AsSpan(0, written)));

        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).Write(CacheDirective.MaxAge));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).Write(CacheDirective.Unknown));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).Write(CacheDirective.NoStore, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CacheControlWriter(place).Write(CacheDirective.MaxAge, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CacheControlWriter(place).Write(CacheDirective.MaxAge, CacheControl.MaxSeconds + 1));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).Write(CacheDirective.NoStore, "A"u8));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).Write(CacheDirective.Private, ""u8));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).Write(CacheDirective.Private, "A B"u8));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).WriteExtension("no-store"u8, default));
        Assert.Throws<ArgumentException>(() => new CacheControlWriter(place).WriteExtension("a b"u8, default));
        Assert.Throws<ArgumentException>(() => WriteTwice(place));

        static void WriteTwice(byte[] place)
        {
            var writer = new CacheControlWriter(place);
            writer.Write(CacheDirective.NoStore);
            writer.Write(CacheDirective.NoStore);
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("2147483648", 2147483648)]
    [InlineData("2147483649", 2147483648)]
    [InlineData("00012", 12)]
    public void Seconds_are_read(string value, long expected)
    {
        Assert.Equal(ParseResult.Done(value.Length), DeltaSecondsParser.Parse(FieldValueRuns.Latin1(value), out long seconds));
        Assert.Equal(expected, seconds);
        Assert.Equal(ParseResult.Done(value.Length), DeltaSecondsParser.ParseAge(FieldValueRuns.Latin1(value), out seconds));
        Assert.Equal(expected, seconds);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-1", 0)]
    [InlineData("1.5", 1)]
    [InlineData("1s", 1)]
    [InlineData("\"1\"", 0)]
    public void Seconds_that_are_none_are_refused(string value, int position)
    {
        Assert.Equal(ParseResult.Invalid(ParseError.BadDeltaSeconds, position), DeltaSecondsParser.Parse(FieldValueRuns.Latin1(value), out long seconds));
        Assert.Equal(0, seconds);
        Assert.Equal(ParseResult.Invalid(ParseError.BadDeltaSeconds, position), DeltaSecondsParser.ParseAge(FieldValueRuns.Latin1(value), out seconds));
        Assert.Equal(0, seconds);
    }

    [Theory]
    [InlineData("7, 8", 1, 7)]
    [InlineData("7 ,x", 2, 7)]
    public void Age_of_several_times_is_the_first(string value, int consumed, long expected)
    {
        Assert.Equal(ParseResult.Done(consumed), DeltaSecondsParser.ParseAge(FieldValueRuns.Latin1(value), out long seconds));
        Assert.Equal(expected, seconds);
        Assert.Equal(ParseResult.Invalid(ParseError.BadDeltaSeconds, 1), DeltaSecondsParser.Parse(FieldValueRuns.Latin1(value), out _));
    }

    // All of them are well formed; times that are no numbers (max-age=3600a) are arguments like others, and stale.
    [Fact]
    public void Values_of_the_cache_corpus_are_answered()
    {
        string? file = Corpus("http-cache.jsonl");
        Assert.SkipWhen(file is null, "no ../shared/data/http-cache.jsonl beside the checkout");
        var values = new HashSet<string>();
        foreach (string line in File.ReadLines(file!))
        {
            using JsonDocument record = JsonDocument.Parse(line);
            Collect(record.RootElement, values);
        }

        Assert.Equal(27, values.Count);
        Assert.All(values, value => Assert.Equal(ParseResult.Done(value.Length), CacheControlParser.Parse(FieldValueRuns.Latin1(value), out _)));
        Assert.Equal(3, values.Count(value => CacheControlParser.Parse(FieldValueRuns.Latin1(value), out CacheControl control).IsDone && control.IsInvalid(CacheDirective.MaxAge)));
    }

    private static void Collect(JsonElement element, HashSet<string> values)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                Collect(property.Value, values);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            if (element.GetArrayLength() >= 2 && element[0].ValueKind == JsonValueKind.String && element[1].ValueKind == JsonValueKind.String
                && element[0].GetString()!.Equals("Cache-Control", StringComparison.OrdinalIgnoreCase))
            {
                values.Add(element[1].GetString()!.Trim(' ', '\t'));
                return;
            }

            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, values);
            }
        }
    }

    private static string? Corpus(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
