using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Semantics;

public sealed class SetCookieLaws
{
    [Fact]
    public void Total_any_octets_are_answered_as_the_reference_answers() => Law.Holds(8000, Inputs.SetCookies, cookie => Agrees(Inputs.Latin1(cookie.Wire), CookieLimits.Standard));

    [Fact]
    public void Small_limits_are_held_as_the_reference_holds_them() => Law.Holds(4000, Inputs.SetCookies, Inputs.SetCookies, (cookie, other) =>
    {
        int size = other.Wire.Length + 1;
        Agrees(Inputs.Latin1(cookie.Wire), new CookieLimits { MaxSetCookie = size, MaxNameAndValue = (size % 17) + 1, MaxAttributeValue = (size % 7) + 1 });
    });

    [Fact]
    public void Samples_are_read_as_the_reference_reads_them()
    {
        foreach (string text in SetCookies.Valid.Select(s => s.Text).Concat(SetCookies.Refused.Select(s => s.Text)))
        {
            Agrees(Inputs.Latin1(text), CookieLimits.Standard);
        }
    }

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of() => Law.Holds(3000, ProtocolArbitraries.SetCookies(), source =>
    {
        byte[] value = source.ToOctets();
        Assert.Equal(ParseResult.Done(value.Length), SetCookieParser.Parse(value, out SetCookie cookie));
        Assert.Equal((CookieDeviations.None, -1), (cookie.Deviations, cookie.FirstDeviation));
        Assert.Equal(source.Name, Text(cookie.NameIn(value)));
        Assert.Equal(source.Value, Text(cookie.ValueIn(value)));
        Assert.Equal(Given(source, "domain="), cookie.DomainLength > 0 ? Text(cookie.DomainIn(value)) : null);
        Assert.Equal(Given(source, "path="), cookie.PathLength > 0 ? Text(cookie.PathIn(value)) : null);
        Assert.Equal(Given(source, "expires="), cookie.Attributes.HasFlag(CookieAttributes.Expires) ? new DateTime(cookie.ExpiresTicks).ToString("R") : null);
        Assert.Equal(source.Attributes.Contains("Secure", StringComparer.OrdinalIgnoreCase), cookie.IsSecure);
        Assert.Equal(source.Attributes.Contains("HttpOnly", StringComparer.OrdinalIgnoreCase), cookie.IsHttpOnly);
    });

    [Fact]
    public void Near_valid_is_refused_at_its_violation() => Law.Holds(2000, ProtocolArbitraries.NearValidSetCookies(), near =>
    {
        ParseResult result = SetCookieParser.Parse(Inputs.Latin1(near.Wire), out SetCookie cookie);
        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), result);
        Assert.Equal(default, cookie);
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(4000, Inputs.SetCookies, Inputs.SetCookies, (cookie, other) =>
    {
        byte[] value = Inputs.Latin1(cookie.Wire);
        ParseResult expected = SetCookieParser.Parse(value, out _);
        if (!expected.IsDone && expected.Position < value.Length)
        {
            byte[] head = value[..(expected.Position + 1)];
            Assert.Equal(expected, SetCookieParser.Parse(head, out _));
            Assert.Equal(expected, SetCookieParser.Parse([.. head, .. Inputs.Latin1(other.Wire)], out _));
        }
    });

    [Fact]
    public void Written_cookie_is_read_as_it_was() => Law.Holds(3000, ProtocolArbitraries.SetCookies(), source =>
    {
        byte[] value = source.ToOctets();
        Assert.True(SetCookieParser.Parse(value, out SetCookie cookie).IsDone);
        var set = new CookieToSet
        {
            Name = cookie.NameIn(value),
            Value = cookie.ValueIn(value),
            ExpiresTicks = cookie.Attributes.HasFlag(CookieAttributes.Expires) ? cookie.ExpiresTicks : null,
            MaxAgeSeconds = cookie.Attributes.HasFlag(CookieAttributes.MaxAge) ? cookie.MaxAgeSeconds : null,
            Domain = cookie.DomainIn(value),
            Path = cookie.PathIn(value),
            IsSecure = cookie.IsSecure,
            IsHttpOnly = cookie.IsHttpOnly,
            SameSite = cookie.SameSite,
            IsPartitioned = cookie.IsPartitioned,
        };
        byte[] place = new byte[9000];
        int written;
        try
        {
            Assert.True(SetCookieWriter.TryWrite(place, in set, out written));
        }
        catch (ArgumentException)
        {
            // Only for what no origin could have set so.
            string host = cookie.DomainLength > 0 ? Text(cookie.DomainIn(value)) : "x";
            Assert.NotEqual(CookieRefusal.None, CookieAdmission.Decide(value, in cookie, Inputs.Latin1(host), "/a/b"u8, isSecure: true));
            return;
        }

        ReadOnlySpan<byte> wire = place.AsSpan(0, written);
        Assert.True(SetCookieParser.Parse(wire, out SetCookie read).IsDone);
        Assert.Equal((CookieDeviations.None, SetCookies.Describe(value, in cookie)), (read.Deviations, SetCookies.Describe(wire, in read)));
    });

    [Fact]
    public void Sent_back_cookie_is_read_as_it_was_set() => Law.Holds(4000, Inputs.SetCookies, Inputs.SetCookies, (first, second) =>
    {
        byte[][] values = [Inputs.Latin1(first.Wire), Inputs.Latin1(second.Wire)];
        byte[] place = new byte[20000];
        var writer = new CookieWriter(place);
        List<string> set = [];
        foreach (byte[] value in values)
        {
            if (SetCookieParser.Parse(value, out SetCookie cookie).IsDone)
            {
                writer.Write(cookie.NameIn(value), cookie.ValueIn(value));

                // Without a name, an equals sign in the value parts it: RFC 6265bis section 5.8.3.
                string text = Text(cookie.NameIn(value)) + "=" + Text(cookie.ValueIn(value));
                set.Add(cookie.NameLength == 0 && text.IndexOf('=', 1) > 0 ? Part(text[1..]) : text);
            }
        }

        Assert.True(writer.TryComplete(out int written));
        var reader = new CookieReader(place.AsSpan(0, written));
        Assert.Equal(ParseResult.Done(written), reader.Result);
        List<string> read = [];
        while (reader.Read(out CookiePair cookie))
        {
            read.Add(Text(cookie.NameIn(reader.Value)) + "=" + Text(cookie.ValueIn(reader.Value)));
        }

        Assert.Equal(set.Where(s => s != "="), read);
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(1000, Inputs.SetCookies, cookie =>
        {
            byte[] value = Inputs.Latin1(cookie.Wire);
            if (value.Length <= Environment.SystemPageSize)
            {
                Assert.Equal(SetCookieParser.Parse(value, out SetCookie expected), SetCookieParser.Parse(guarded.AtEnd(value), out SetCookie read));
                Assert.Equal(expected, read);
            }
        });
    }

    [Fact]
    public void Generators_reach_every_error_and_deviation()
    {
        var errors = new HashSet<ParseError>();
        CookieDeviations deviations = default;
        Law.Holds(6000, Inputs.SetCookies, cookie =>
        {
            errors.Add(SetCookieParser.Parse(Inputs.Latin1(cookie.Wire), out SetCookie read).Error);
            deviations |= read.Deviations;
        });
        Assert.Equal([ParseError.None, ParseError.BadCookieOctet, ParseError.EmptyCookie, ParseError.CookieTooLong, ParseError.SetCookieTooLong], errors.Order());
        Assert.Equal((int)CookieDeviations.EmptyPair - 1, (int)deviations);
    }

    private static void Agrees(byte[] value, in CookieLimits limits)
    {
        ParseResult result = SetCookieParser.Parse(value, out SetCookie cookie, in limits);
        ReferenceSetCookieAnswer expected = ReferenceSetCookie.Parse(value, in limits);
        Assert.Equal(expected, new ReferenceSetCookieAnswer(result.Error, result.Position, cookie));
        Assert.Equal(expected.Error == ParseError.None ? value.Length : 0, result.Consumed);
    }

    private static string Part(string text) => string.Join('=', text.Split('=', 2).Select(p => p.Trim(' ', '\t')));

    private static string? Given(SetCookieCase source, string start) =>
        source.Attributes.FirstOrDefault(a => a.StartsWith(start, StringComparison.OrdinalIgnoreCase))?[start.Length..];

    private static string Text(ReadOnlySpan<byte> octets) => System.Text.Encoding.Latin1.GetString(octets);
}
