using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Semantics;

public sealed class CookieDateLaws
{
    private static readonly Arbitrary<string> s_dates = Arb.From(
        from pieces in Gen.Frequency(
            (8, Gen.Elements("1", "31", "06", "2026", "94", "69", "70", "1600", "1601", "9999", "08:49:37", "8:9:7", "24:00:00", "23:59:60", "jan", "FEB", "Nov", "december", "Sun", "GMT")),
            (4, Gen.Elements(" ", ",", "-", ", ", "\t", "/", ";")),
            (1, Gen.Elements(":", "x", "\0", "\x7F", "\u00FF", "0", "00")),
            (1, Gen.Choose(0, 255).Select(o => ((char)o).ToString()))).ListOf()
        select string.Join(pieces.Count % 2 == 0 ? " " : "", pieces));

    [Fact]
    public void Total_any_octets_are_answered_as_the_reference_answers() => Law.Holds(10000, s_dates, text =>
    {
        byte[] value = Inputs.Latin1(text);
        bool read = CookieDate.TryParse(value, out long ticks);
        Assert.Equal(ReferenceCookieDate.Parse(value), read ? ticks : null);
        Assert.True(read || ticks == 0);
    });

    [Fact]
    public void Delimiters_around_a_date_do_not_change_it() => Law.Holds(3000, s_dates, text =>
    {
        bool expected = CookieDate.TryParse(Inputs.Latin1(text), out long ticks);
        Assert.Equal(expected, CookieDate.TryParse(Inputs.Latin1(", " + text + "\t;"), out long read));
        Assert.Equal(ticks, read);
    });

    [Fact]
    public void Dates_of_the_generator_are_often_whole()
    {
        int whole = 0;
        Law.Holds(3000, s_dates, text => whole += CookieDate.TryParse(Inputs.Latin1(text), out _) ? 1 : 0);
        Assert.InRange(whole, 30, 2900);
    }
}
