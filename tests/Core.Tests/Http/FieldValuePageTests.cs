using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http;

/// <summary>The samples of docs/http-semantics.md do what the page says.</summary>
public class FieldValuePageTests
{
    [Fact]
    public void One_reader_reads_elements_and_parameters()
    {
        List<string> read = [];
        Span<byte> destination = stackalloc byte[16];
        var reader = new FieldValueReader("a; n=\"x \\\"y\\\"\", b"u8);
        while (reader.NextElement() && reader.ReadToken(out FieldText token))
        {
            read.Add(Text(token.In(reader.Value)));
            while (reader.NextParameter(out FieldParameter parameter))
            {
                Assert.True(parameter.Value.TryUnescape(reader.Value, destination, out int written));
                read.Add($"{Text(parameter.Name.In(reader.Value))}={Text(destination[..written])}");
            }
        }

        ParseResult result = reader.Result;
        Assert.True(result.IsDone);
        Assert.Equal(["a", "n=x \"y\"", "b"], read);
    }

    [Fact]
    public void Lines_of_one_field_are_walked_in_order()
    {
        ReadOnlySpan<byte> buffer = Parse("GET / HTTP/1.1\r\nHost: a\r\nVary: Accept, x\r\nAge: 1\r\nvary: Origin\r\n\r\n", out _, out FieldLine[] fields);
        List<FieldName> read = [];
        foreach (ref readonly FieldLine line in new NamedFieldLines(fields, FieldName.Vary))
        {
            var names = new TokenListReader(buffer, in line);
            while (names.Read(out FieldText name))
            {
                FieldName varies = FieldNames.Find(name.In(buffer));
                read.Add(varies);
            }
        }

        Assert.Equal([FieldName.Accept, FieldName.Unknown, FieldName.Origin], read);
    }

    [Fact]
    public void Offers_are_chosen_by_weight()
    {
        ReadOnlySpan<byte> accept = "text/*;q=0.5, application/json"u8, acceptEncoding = "gzip"u8, acceptLanguage = "fr"u8;
        ContentNegotiation.ChooseMediaType(accept, "text/html, application/json"u8, out int best);
        Assert.Equal(1, best);
        ContentNegotiation.ChooseEncoding(acceptEncoding, "br, gzip, identity"u8, out best);
        Assert.Equal(1, best);
        ContentNegotiation.ChooseLanguage(acceptLanguage, "en-GB, de"u8, out best);
        Assert.Equal(-1, best);
    }

    [Fact]
    public void Preconditions_are_evaluated_over_the_head()
    {
        ReadOnlySpan<byte> buffer = Parse("GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"v1\"\r\nIf-Range: \"v1\"\r\n\r\n", out RequestHead head, out FieldLine[] fields);
        long nowTicks = new DateTime(2026, 1, 2).Ticks, lastModifiedTicks = new DateTime(2026, 1, 1).Ticks;
        var own = new Representation("\"v1\""u8, lastModifiedTicks, lastModifiedIsStrong: true);
        PreconditionOutcome outcome = Preconditions.Evaluate(buffer, fields, head.Method, in own, nowTicks);
        bool partly = Preconditions.RangeHolds(buffer, fields, in own, nowTicks);
        Assert.Equal((PreconditionOutcome.NotModified, true), (outcome, partly));
    }

    [Fact]
    public void Ranges_are_selected_and_answered()
    {
        ReadOnlySpan<byte> value = "bytes=0-4, -5"u8;
        const long length = 100;
        List<string> written = [];
        Span<byte> destination = stackalloc byte[ContentRangeWriter.MaxLength];
        Span<RangeSpec> ranges = stackalloc RangeSpec[8];
        Span<RangePart> parts = stackalloc RangePart[8];
        if (RangeParser.Parse(value, ranges, out RangeSet set).IsDone && set.Unit == RangeUnit.Bytes)
        {
            RangeOutcome outcome = RangeSelector.Select(ranges[..set.Count], length, parts, out int count);
            Assert.Equal(RangeOutcome.Satisfiable, outcome);
            for (int i = 0; i < count; i++)
            {
                Assert.True(ContentRangeWriter.TryWrite(destination, parts[i], length, out int octets));
                written.Add(Text(destination[..octets]));
            }
        }

        Assert.Equal(["bytes 0-4/100", "bytes 95-99/100"], written);
    }

    [Fact]
    public void Challenges_and_credentials_are_read_and_written()
    {
        ReadOnlySpan<byte> value = "Negotiate, Basic realm=\"a\""u8, authorization = "Basic dXNlcjpww6Rzc3dvcmQ="u8;
        Span<byte> decoded = stackalloc byte[64], destination = stackalloc byte[64];
        List<string> realms = [];
        var challenges = new ChallengeReader(value);
        while (challenges.Read(out Challenge challenge))
        {
            if (challenge.Scheme == AuthScheme.Basic && challenge.TryFindParameter(value, "realm"u8, out FieldText realm))
            {
                realms.Add(Text(realm.In(value)));
            }
        }

        Assert.Equal(["a"], realms);

        CredentialsParser.Parse(authorization, out Challenge credentials);
        BasicCredentialsParser.Parse(authorization, decoded, out BasicCredentials basic);
        BasicCredentialsWriter.TryWrite(destination, "user", "pässword", out int written);
        Assert.Equal(AuthScheme.Basic, credentials.Scheme);
        Assert.Equal(("user", "pässword"), (Text(basic.UserIn(decoded)), Text(basic.PasswordIn(decoded))));
        Assert.Equal(Text(authorization), Text(destination[..written]));
    }

    private static byte[] Parse(string request, out RequestHead head, out FieldLine[] fields)
    {
        byte[] buffer = Encoding.ASCII.GetBytes(request);
        var table = new FieldLine[8];
        head = default;
        Assert.True(RequestHeadParser.Parse(buffer, table, ref head, Http1Limits.Server).IsDone);
        fields = table[..head.FieldCount];
        Assert.True(BodyFramingParser.ParseRequest(buffer, fields, head, out _).IsDone);
        return buffer;
    }

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.UTF8.GetString(octets);
}
