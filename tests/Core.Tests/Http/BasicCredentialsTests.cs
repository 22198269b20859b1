using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class BasicCredentialsTests
{
    [Theory]
    [InlineData("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("test", "123£", "Basic dGVzdDoxMjPCow==")]
    [InlineData("", "", "Basic Og==")]
    [InlineData("u", "a:b::", "Basic dTphOmI6Og==")]
    [InlineData("é€😀", "", "Basic w6nigqzwn5iAOg==")]
    public void Credentials_are_written_and_read(string user, string password, string expected)
    {
        byte[] place = new byte[expected.Length];
        Assert.True(BasicCredentialsWriter.TryWrite(place, user, password, out int written));
        Assert.Equal(expected, Encoding.ASCII.GetString(place, 0, written));
        Assert.True(BasicCredentialsWriter.TryWrite(place, Encoding.UTF8.GetBytes(user), Encoding.UTF8.GetBytes(password), out written));
        Assert.Equal(expected, Encoding.ASCII.GetString(place, 0, written));
        for (int length = 0; length < expected.Length; length++)
        {
            Assert.False(BasicCredentialsWriter.TryWrite(place.AsSpan(0, length), user, password, out written));
            Assert.Equal(0, written);
            Assert.False(BasicCredentialsWriter.TryWrite(place.AsSpan(0, length), Encoding.UTF8.GetBytes(user), Encoding.UTF8.GetBytes(password), out written));
            Assert.Equal(0, written);
        }

        byte[] decoded = new byte[64];
        Assert.Equal(ParseResult.Done(expected.Length), BasicCredentialsParser.Parse(Encoding.ASCII.GetBytes(expected), decoded, out BasicCredentials credentials));
        Assert.Equal(user, Encoding.UTF8.GetString(credentials.UserIn(decoded)));
        Assert.Equal(password, Encoding.UTF8.GetString(credentials.PasswordIn(decoded)));
        Assert.Equal(
            ParseResult.TooSmall(ParseError.BadBasicCredentials, 6),
            BasicCredentialsParser.Parse(Encoding.ASCII.GetBytes(expected), [], out _));
    }

    [Theory]
    [InlineData("a:b", "p")]
    [InlineData("a\n", "p")]
    [InlineData("a\t", "p")]
    [InlineData("\u007F", "p")]
    [InlineData("a", "p\0")]
    [InlineData("a", "p\r\n")]
    public void Users_and_passwords_that_cannot_be_are_refused(string user, string password) =>
        Assert.Throws<ArgumentException>(() => BasicCredentialsWriter.TryWrite(new byte[64], user, password, out _));

    [Fact]
    public void Secrets_do_not_stay_behind_where_there_is_no_answer()
    {
        byte[] value = "Basic dXNlcjpzZWNyZXQ="u8.ToArray();
        for (int length = 0; length < value.Length; length++)
        {
            byte[] place = new byte[length];
            Assert.False(BasicCredentialsWriter.TryWrite(place, "user", "secret", out _));
            Assert.Equal(new byte[length], place);
            Assert.False(BasicCredentialsWriter.TryWrite(place, "user"u8, "secret"u8, out _));
            Assert.Equal(new byte[length], place);
        }

        foreach (string password in (string[])["secret\n", "secret\uD800"])
        {
            byte[] place = new byte[64];
            Assert.Throws<ArgumentException>(() => BasicCredentialsWriter.TryWrite(place, "user", password, out _));
            Assert.Equal(new byte[64], place);
        }

        for (int length = 0; length < "user:secret".Length; length++)
        {
            byte[] decoded = new byte[length];
            Assert.Equal(ParseResult.TooSmall(ParseError.BadBasicCredentials, 6), BasicCredentialsParser.Parse(value, decoded, out _));
            Assert.Equal(new byte[length], decoded);
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BasicCredentialsWriter.TryWrite(new byte[64], "\uD800", "p", out _));
        Assert.Throws<ArgumentException>(() => BasicCredentialsWriter.TryWrite(new byte[64], "a", "p\uDC00", out _));
    }

    [Theory]
    [InlineData("Bearer YTpi", ParseError.BadBasicCredentials, 0)]
    [InlineData("Basic", ParseError.BadBasicCredentials, 5)]
    [InlineData("Basic a=b", ParseError.BadBasicCredentials, 6)]
    [InlineData("Basic YTp", ParseError.BadBasicCredentials, 6)]
    [InlineData("Basic YWI=", ParseError.BadBasicCredentials, 6)]
    [InlineData("Basic YTp-", ParseError.BadBasicCredentials, 6)]
    [InlineData("Basic YQA6", ParseError.BadBasicCredentials, 6)]
    [InlineData("Basic YToN", ParseError.BadBasicCredentials, 6)]
    [InlineData("Basic YTpi YTpi", ParseError.BadAuthParameter, 11)]
    [InlineData("", ParseError.BadCredentials, 0)]
    public void Values_that_are_no_basic_credentials_are_refused(string value, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), BasicCredentialsParser.Parse(Encoding.ASCII.GetBytes(value), new byte[64], out BasicCredentials credentials));
        Assert.Equal(default, credentials);
    }
}
