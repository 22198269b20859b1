using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class ChallengeTests
{
    public static TheoryData<string, string> Valid => [.. Challenges.Valid.Select(s => (s.Value, s.Challenges))];

    public static TheoryData<string, ParseError, int> Refused => [.. Challenges.Refused.Select(s => (s.Value, s.Error, s.Position))];

    [Theory, MemberData(nameof(Valid))]
    public void Challenges_are_read_in_order(string value, string expected)
    {
        Assert.Equal(ParseResult.Done(value.Length), FieldValueRuns.Challenges(FieldValueRuns.Latin1(value), out string challenges));
        Assert.Equal(expected, challenges);
    }

    [Theory, MemberData(nameof(Refused))]
    public void Challenges_are_refused_where_they_cannot_go_on(string value, ParseError error, int position) =>
        Assert.Equal(ParseResult.Invalid(error, position), FieldValueRuns.Challenges(FieldValueRuns.Latin1(value), out _));

    [Fact]
    public void Parameters_are_found_by_name()
    {
        ReadOnlySpan<byte> value = "bAsIc Realm=\"a \\\"b\\\"\", charset=\"UTF-8\""u8;
        var reader = new ChallengeReader(value);
        Assert.True(reader.Read(out Challenge challenge));
        Assert.Equal(AuthScheme.Basic, challenge.Scheme);
        Assert.True(challenge.TryFindParameter(value, "realm"u8, out FieldText realm));
        Assert.True(realm.EqualsIn(value, "a \"b\""u8));
        Assert.True(challenge.TryFindParameter(value, "CHARSET"u8, out FieldText charset));
        Assert.True(charset.EqualsIgnoreCaseIn(value, "utf-8"u8));
        Assert.False(challenge.TryFindParameter(value, "nonce"u8, out _));
    }

    [Fact]
    public void Parameters_are_bounded()
    {
        ReadOnlySpan<byte> value = "a b=1, c=2"u8;
        var two = new ChallengeReader(value, maxParameters: 2);
        Assert.True(two.Read(out _));
        var one = new ChallengeReader(value, maxParameters: 1);
        Assert.False(one.Read(out _));
        Assert.Equal(ParseResult.Invalid(ParseError.TooManyAuthParameters, 7), one.Result);
        string many = "a " + string.Join(',', Enumerable.Range(0, AuthParameterReader.DefaultMaxParameters).Select(i => $"p{i}=1"));
        Assert.True(FieldValueRuns.Challenges(FieldValueRuns.Latin1(many), out _).IsDone);
        Assert.Equal(
            ParseResult.Invalid(ParseError.TooManyAuthParameters, many.Length + 1),
            FieldValueRuns.Challenges(FieldValueRuns.Latin1(many + ",x=1"), out _));
    }

    [Theory]
    [InlineData("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("Bearer mF_9.B5f-4.1JqM", "Bearer mF_9.B5f-4.1JqM")]
    [InlineData("Digest username=\"Mufasa\", nc=00000001, qop=auth", "Digest username=Mufasa;nc=00000001;qop=auth")]
    [InlineData("a", "a ")]
    [InlineData("a ", "a ")]
    [InlineData("a , b=c ,", "a b=c")]
    [InlineData("a b= ", "a b=")]
    public void Credentials_are_one_challenge(string value, string expected)
    {
        byte[] octets = FieldValueRuns.Latin1(value);
        Assert.Equal(ParseResult.Done(value.Length), CredentialsParser.Parse(octets, out Challenge credentials));
        Assert.Equal(expected, FieldValueRuns.Describe(octets, credentials));
    }

    [Theory]
    [InlineData("", ParseError.BadCredentials, 0)]
    [InlineData(" a", ParseError.BadCredentials, 0)]
    [InlineData(",a", ParseError.BadCredentials, 0)]
    [InlineData("a,", ParseError.BadCredentials, 1)]
    [InlineData("a b,", ParseError.BadAuthParameter, 3)]
    [InlineData("a b=,", ParseError.BadAuthParameter, 4)]
    [InlineData("a/b,", ParseError.BadCredentials, 1)]
    [InlineData("a b/,", ParseError.BadCredentials, 4)]
    [InlineData("a b=c, d e", ParseError.BadAuthParameter, 9)]
    [InlineData("a b=c, d", ParseError.BadAuthParameter, 8)]
    [InlineData("a b=c d", ParseError.BadList, 6)]
    [InlineData("Digest qop=auth, qop=auth", ParseError.RepeatedAuthParameter, 20)]
    public void Credentials_are_refused_where_they_cannot_go_on(string value, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), CredentialsParser.Parse(FieldValueRuns.Latin1(value), out Challenge credentials));
        Assert.Equal(default, credentials);
    }

    [Fact]
    public void Authentication_info_is_a_list_of_parameters()
    {
        ReadOnlySpan<byte> value = "nextnonce=\"x,y\", qop=auth , rspauth = \"\""u8;
        var reader = new AuthParameterReader(value);
        Assert.True(reader.TryFind("QOP"u8, out FieldText qop));
        Assert.True(qop.EqualsIn(value, "auth"u8));
        Assert.True(reader.Read(out FieldParameter last));
        Assert.Equal(0, last.Value.Length);
        Assert.False(reader.Read(out _));
        Assert.Equal(ParseResult.Done(value.Length), reader.Result);
        var repeated = new AuthParameterReader("a=1,A=2"u8);
        Assert.False(repeated.TryFind("b"u8, out _));
        Assert.Equal(ParseResult.Invalid(ParseError.RepeatedAuthParameter, 5), repeated.Result);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Repeated_parameters_are_refused_under_every_limit(int maxParameters)
    {
        ParseResult expected = ParseResult.Invalid(ParseError.RepeatedAuthParameter, 8);
        var parameters = new AuthParameterReader("abc=1, ABC=2"u8, maxParameters);
        Assert.True(parameters.Read(out _));
        Assert.False(parameters.Read(out _));
        Assert.Equal(ParseResult.Invalid(ParseError.RepeatedAuthParameter, 10), parameters.Result);
        Assert.Equal(expected, CredentialsParser.Parse("x a=b, A=c"u8, out _, maxParameters));
        var challenges = new ChallengeReader("x a=b, A=c"u8, maxParameters);
        Assert.False(challenges.Read(out _));
        Assert.Equal(expected, challenges.Result);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limits_out_of_range_throw(int maxParameters)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuthParameterReader("a=b"u8, maxParameters).Result);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChallengeReader("x a=b"u8, maxParameters).Result);
        Assert.Throws<ArgumentOutOfRangeException>(() => CredentialsParser.Parse("x a=b"u8, out _, maxParameters));
        Assert.Throws<ArgumentOutOfRangeException>(() => CredentialsParser.Parse(""u8, out _, maxParameters));
    }

    [Fact]
    public void A_parameter_that_no_reader_would_take_twice_is_written_once()
    {
        Assert.Throws<ArgumentException>(() => Write("realm"u8));
        Assert.Throws<ArgumentException>(() => Write("NONCE"u8));
        Write("opaque"u8);

        static void Write(ReadOnlySpan<byte> name)
        {
            var writer = new ChallengeWriter(new byte[128]);
            writer.WriteScheme("a"u8);
            writer.WriteParameter("opaque"u8, ", realm=x"u8);
            writer.WriteScheme("b"u8);
            writer.WriteParameter("Realm"u8, "x, opaque=\""u8);
            writer.WriteTokenParameter("nonce"u8, "y"u8);
            writer.WriteParameter(name, "z"u8);
            Assert.True(writer.TryComplete(out _));
        }
    }

    [Fact]
    public void Challenges_are_written_or_refused()
    {
        byte[] place = new byte[128];
        var writer = new ChallengeWriter(place);
        writer.WriteScheme(AuthScheme.Digest);
        writer.WriteParameter("realm"u8, "a \"b\""u8);
        writer.WriteTokenParameter("algorithm"u8, "MD5"u8);
        writer.WriteScheme(AuthScheme.Negotiate);
        writer.WriteToken68("YQ=="u8);
        writer.WriteScheme("x"u8);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal("Digest realm=\"a \\\"b\\\"\", algorithm=MD5, Negotiate YQ==, x", FieldValueRuns.Text(place.AsSpan(0, written)));

        Assert.Throws<ArgumentException>(() => new ChallengeWriter(place).WriteScheme(AuthScheme.Unknown));
        Assert.Throws<ArgumentException>(() => new ChallengeWriter(place).WriteScheme("a b"u8));
        Assert.Throws<InvalidOperationException>(() => new ChallengeWriter(place).WriteParameter("a"u8, "b"u8));
        Assert.Throws<InvalidOperationException>(() => new ChallengeWriter(place).WriteToken68("a"u8));
        foreach (string token68 in (string[])["", "=", "a b", "a=b", "a,", "a\n"])
        {
            Assert.Throws<ArgumentException>(() => WriteToken68(place, token68));
        }

        Assert.Throws<InvalidOperationException>(() => WriteBoth(place));

        static void WriteToken68(byte[] place, string token68)
        {
            var writer = new ChallengeWriter(place);
            writer.WriteScheme("a"u8);
            writer.WriteToken68(FieldValueRuns.Latin1(token68));
        }

        static void WriteBoth(byte[] place)
        {
            var writer = new ChallengeWriter(place);
            writer.WriteScheme("a"u8);
            writer.WriteToken68("b"u8);
            writer.WriteParameter("c"u8, "d"u8);
        }
    }
}
