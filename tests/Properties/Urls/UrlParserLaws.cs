using System.Text;
using HiPerf.Fuzzing;

namespace HiPerf.Properties.Urls;

public sealed class UrlParserLaws
{
    [Fact]
    public void Total_any_octets_are_answered_within_the_input() => Law.Holds(4000, Inputs.Urls, url =>
    {
        byte[] octets = Inputs.Latin1(url.Wire);
        ParseResult result = UrlParser.Parse(octets, out UrlParts parts);
        if (result.IsDone)
        {
            Assert.Equal(octets.Length, result.Consumed);
            Assert.Equal(url.Wire, Join(octets, in parts));
            return;
        }

        Assert.NotEqual(ParseError.None, result.Error);
        Assert.InRange(result.Position, 0, octets.Length);
        Assert.Equal(default, parts);
    });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of() => Law.Holds(2000, ProtocolArbitraries.Urls(), url =>
    {
        byte[] octets = url.ToOctets();
        Assert.Equal(ParseResult.Done(octets.Length), UrlParser.Parse(octets, out UrlParts parts));
        Assert.Equal(url.Scheme, Text(parts.SchemeIn(octets)));
        Assert.Equal(url.Host is null, parts.HostLength < 0);
        Assert.Equal(url.Host ?? "", Text(parts.HostIn(octets)));
        Assert.Equal(url.UserInfo is null, parts.UserNameLength < 0);
        Assert.Equal(url.UserInfo ?? "", Text(parts.UserNameIn(octets)) + (parts.PasswordLength < 0 ? "" : ":" + Text(parts.PasswordIn(octets))));
        Assert.Equal(url.Port is null, parts.PortLength < 0);
        Assert.Equal(string.IsNullOrEmpty(url.Port) ? -1 : int.Parse(url.Port, System.Globalization.CultureInfo.InvariantCulture), parts.Port);
        Assert.Equal(url.Path, Text(parts.PathIn(octets)));
        Assert.Equal((url.Query is null, url.Query ?? ""), (parts.QueryLength < 0, Text(parts.QueryIn(octets))));
        Assert.Equal((url.Fragment is null, url.Fragment ?? ""), (parts.FragmentLength < 0, Text(parts.FragmentIn(octets))));
    });

    [Fact]
    public void Near_valid_is_refused_at_its_violation() => Law.Holds(2000, ProtocolArbitraries.NearValidUrls(), near =>
    {
        ParseResult result = UrlParser.Parse(Inputs.Latin1(near.Wire), out _);
        Assert.Equal((near.Error, near.Position), (result.Error, result.Position));
    });

    [Fact]
    public void Prefix_of_a_valid_url_is_one_or_ends_too_early() => Law.Holds(400, ProtocolArbitraries.Urls(), url =>
    {
        byte[] octets = url.ToOctets();
        for (int length = 0; length < octets.Length; length++)
        {
            ParseResult result = UrlParser.Parse(octets.AsSpan(0, length), out _);

            // Some octet is still to come, so the first one that cannot be right is that.
            if (!result.IsDone)
            {
                Assert.True(result.Position == length, $"prefix of {length}: {result}");
            }
        }
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(2500, Inputs.Urls, Inputs.Urls, (url, other) =>
    {
        byte[] octets = Inputs.Latin1(url.Wire);
        ParseResult expected = UrlParser.Parse(octets, out _);
        if (expected.IsDone || expected.Position == octets.Length)
        {
            return;
        }

        byte[] head = octets[..(expected.Position + 1)];
        Assert.Equal(expected, UrlParser.Parse(head, out _));
        Assert.Equal(expected, UrlParser.Parse([.. head, .. Inputs.Latin1(other.Wire)], out _));
    });

    [Fact]
    public void Limit_refuses_what_is_longer_and_nothing_else() => Law.Holds(1500, ProtocolArbitraries.Urls(), url =>
    {
        byte[] octets = url.ToOctets();
        Assert.True(UrlParser.Parse(octets, out _, octets.Length).IsDone);
        if (octets.Length > 1)
        {
            Assert.Equal(ParseResult.Invalid(ParseError.UrlTooLong, octets.Length - 1), UrlParser.Parse(octets, out _, octets.Length - 1));
        }
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(1000, Inputs.Urls, url =>
        {
            byte[] octets = Inputs.Latin1(url.Wire);
            Assert.Equal(UrlParser.Parse(octets, out _), UrlParser.Parse(guarded.AtEnd(octets), out _));
        });
    }

    internal static string Join(ReadOnlySpan<byte> url, in UrlParts p) =>
        Text(p.SchemeIn(url)) + ":" + (p.HostLength < 0 ? "" : "//")
        + (p.UserNameLength < 0 ? "" : Text(p.UserNameIn(url)) + (p.PasswordLength < 0 ? "" : ":" + Text(p.PasswordIn(url))) + "@")
        + Text(p.HostIn(url)) + (p.PortLength < 0 ? "" : ":" + Text(url.Slice(p.PortStart, p.PortLength)))
        + Text(p.PathIn(url))
        + (p.QueryLength < 0 ? "" : "?" + Text(p.QueryIn(url))) + (p.FragmentLength < 0 ? "" : "#" + Text(p.FragmentIn(url)));

    internal static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
