using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class SetCookieParserTests
{
    public static TheoryData<int> Valid => [.. Enumerable.Range(0, SetCookies.Valid.Count)];

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, SetCookies.Refused.Count)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Value_is_read_with_its_deviations(int index)
    {
        SetCookieSample sample = SetCookies.Valid[index];
        byte[] value = Encoding.Latin1.GetBytes(sample.Text);
        Assert.Equal(ParseResult.Done(value.Length), SetCookieParser.Parse(value, out SetCookie cookie));
        Assert.Equal(sample.Reads, SetCookies.Describe(value, cookie));
        Assert.Equal((sample.Deviations, sample.FirstDeviation), (cookie.Deviations, cookie.FirstDeviation));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Value_is_ignored_at_the_first_octet_that_spoils_it(int index)
    {
        (string text, ParseError error, int position) = SetCookies.Refused[index];
        byte[] value = Encoding.Latin1.GetBytes(text);
        Assert.Equal(ParseResult.Invalid(error, position), SetCookieParser.Parse(value, out SetCookie cookie));
        Assert.Equal(default, cookie);
        if (position < value.Length)
        {
            byte[] changed = [.. value[..(position + 1)], .. "\0;=x"u8];
            Assert.Equal(ParseResult.Invalid(error, position), SetCookieParser.Parse(changed, out _));
        }
    }

    [Fact]
    public void Offsets_point_into_the_value()
    {
        byte[] value = " a = b ; Domain=.x.example; Path = /p "u8.ToArray();
        Assert.True(SetCookieParser.Parse(value, out SetCookie cookie).IsDone);
        Assert.Equal((1, 1, 5, 1), (cookie.NameStart, cookie.NameLength, cookie.ValueStart, cookie.ValueLength));
        Assert.Equal((17, 9, 35, 2), (cookie.DomainStart, cookie.DomainLength, cookie.PathStart, cookie.PathLength));
    }

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(5, 1, false)]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    public void Name_and_value_fill_their_limit_and_no_more(int most, int beyond, bool read)
    {
        var limits = new CookieLimits { MaxNameAndValue = most };
        for (int name = 0; name <= most + beyond; name++)
        {
            byte[] value = Encoding.ASCII.GetBytes(new string('n', name) + "=" + new string('v', most + beyond - name));
            ParseResult result = SetCookieParser.Parse(value, out _, limits);
            Assert.Equal(read ? ParseResult.Done(value.Length) : ParseResult.Invalid(ParseError.CookieTooLong, name > most ? most : most + 1), result);
        }
    }

    [Fact]
    public void Whole_value_fills_its_limit_and_no_more()
    {
        byte[] value = "a=b; Path=/x"u8.ToArray();
        Assert.True(SetCookieParser.Parse(value, out _, new CookieLimits { MaxSetCookie = value.Length }).IsDone);
        Assert.Equal(
            ParseResult.Invalid(ParseError.SetCookieTooLong, value.Length - 1),
            SetCookieParser.Parse(value, out _, new CookieLimits { MaxSetCookie = value.Length - 1 }));
    }

    [Fact]
    public void Attribute_beyond_its_limit_is_ignored_and_not_cut()
    {
        byte[] value = "a=b; Path=/xyz; Domain=abcd"u8.ToArray();
        Assert.True(SetCookieParser.Parse(value, out SetCookie cookie, new CookieLimits { MaxAttributeValue = 4 }).IsDone);
        Assert.Equal(("a=b; Domain=abcd; Path=/xyz", CookieDeviations.None), (SetCookies.Describe(value, cookie), cookie.Deviations));
        Assert.True(SetCookieParser.Parse(value, out cookie, new CookieLimits { MaxAttributeValue = 3 }).IsDone);
        Assert.Equal(("a=b", CookieDeviations.IgnoredAttribute), (SetCookies.Describe(value, cookie), cookie.Deviations));
    }

    [Fact]
    public void Limits_out_of_range_throw_and_default_lets_nothing_through()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CookieLimits { MaxSetCookie = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CookieLimits { MaxNameAndValue = (1 << 30) + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CookieLimits { MaxAttributeValue = -1 });
        Assert.Equal(ParseResult.Invalid(ParseError.SetCookieTooLong, 0), SetCookieParser.Parse("a"u8, out _, default));
        Assert.Equal((8192, 4096, 1024, 50), (CookieLimits.Standard.MaxSetCookie, CookieLimits.Standard.MaxNameAndValue, CookieLimits.Standard.MaxAttributeValue, CookieLimits.CookiesPerResponse));
    }

    [Fact]
    public void Every_octet_in_every_place_ends_without_an_exception_and_within_the_value()
    {
        byte[] seed = "a=b; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Max-Age=12; Domain=.x.y; Path=/; Secure; SameSite=Lax"u8.ToArray();
        for (int place = 1; place < seed.Length; place++)
        {
            for (int octet = 0; octet < 256; octet++)
            {
                byte[] value = [.. seed];
                value[place] = (byte)octet;
                ParseResult result = SetCookieParser.Parse(value, out SetCookie cookie);
                bool control = octet is (< 0x20 and not 0x09) or 0x7F;
                Assert.Equal(control ? ParseResult.Invalid(ParseError.BadCookieOctet, place) : ParseResult.Done(value.Length), result);
                _ = SetCookies.Describe(value, cookie);
            }
        }
    }

    [Fact]
    public void Parse_allocates_nothing_when_it_reads_and_when_it_refuses()
    {
        byte[][] values = [.. SetCookies.Valid.Select(s => Encoding.Latin1.GetBytes(s.Text)), .. SetCookies.Refused.Select(s => Encoding.Latin1.GetBytes(s.Text))];
        Use();
        Assert.Equal(0, Allocation.Least(Use));

        void Use()
        {
            foreach (byte[] value in values)
            {
                _ = SetCookieParser.Parse(value, out SetCookie cookie);
                _ = CookieAdmission.Decide(value, in cookie, "x.example"u8, "/a/b"u8, isSecure: true);
                _ = CookieLifetime.TryGetExpiry(in cookie, 0, out _);
            }
        }
    }
}
