using System.Buffers;
using HiPerf.Fuzzing;

namespace HiPerf.Properties.Urls;

public sealed class UrlNormalizerLaws
{
    [Fact]
    public void Total_any_octets_are_answered_within_the_input() => Law.Holds(4000, Inputs.Urls, url =>
    {
        byte[] octets = Inputs.Latin1(url.Wire);
        ParseResult result = UrlNormalizer.Normalize(octets, Room(octets), out UrlParts parts);
        if (result.IsDone)
        {
            Assert.Equal(octets.Length, result.Consumed);
            return;
        }

        Assert.Equal(OperationStatus.InvalidData, result.Status);
        Assert.InRange(result.Position, 0, octets.Length);
        Assert.Equal(default, parts);
    });

    [Fact]
    public void Normal_form_is_ascii_and_its_own_normal_form() => Law.Holds(4000, Inputs.Urls, url =>
    {
        byte[] octets = Inputs.Latin1(url.Wire);
        byte[] once = Room(octets);
        if (!UrlNormalizer.Normalize(octets, once, out UrlParts parts).IsDone)
        {
            return;
        }

        once = once[..parts.Length];
        Assert.True(System.Text.Ascii.IsValid(once));
        byte[] twice = Room(once);
        Assert.True(UrlNormalizer.Normalize(once, twice, out UrlParts again).IsDone);
        Assert.Equal(UrlParserLaws.Text(once), UrlParserLaws.Text(twice.AsSpan(0, again.Length)));
        Assert.Equal(parts, again);
    });

    [Fact]
    public void Too_small_a_destination_is_told_and_never_overrun() => Law.Holds(2000, Inputs.Urls, url =>
    {
        byte[] octets = Inputs.Latin1(url.Wire);
        byte[] room = Room(octets);
        ParseResult expected = UrlNormalizer.Normalize(octets, room, out UrlParts parts);
        for (int length = 0; length < (expected.IsDone ? parts.Length : 8); length += 7)
        {
            byte[] guarded = new byte[length + 4];
            ParseResult result = UrlNormalizer.Normalize(octets, guarded.AsSpan(0, length), out _);
            Assert.Equal(expected.IsDone ? OperationStatus.DestinationTooSmall : expected.Status, result.Status);
            Assert.Equal(expected.Error == ParseError.None ? ParseError.UrlTooLong : expected.Error, result.Error);
            Assert.Equal(new byte[4], guarded[length..]);
        }
    });

    [Fact]
    public void Normal_form_of_a_valid_url_is_valid() => Law.Holds(2000, ProtocolArbitraries.Urls(), url =>
    {
        byte[] octets = url.ToOctets();
        byte[] normal = Room(octets);
        ParseResult result = UrlNormalizer.Normalize(octets, normal, out UrlParts parts);
        if (!result.IsDone)
        {
            // RFC 3986 lets any name stand for a host; the WHATWG standard refuses some and reads others as IPv4.
            Assert.Contains(result.Error, (ParseError[])[ParseError.BadUrlHost, ParseError.MissingUrlHost]);
            return;
        }

        normal = normal[..parts.Length];
        Assert.True(UrlParser.Parse(normal, out UrlParts strict).IsDone, UrlParserLaws.Text(normal));
        Assert.Equal(parts.Scheme, strict.Scheme);
        Assert.Equal(UrlParserLaws.Text(parts.HostIn(normal)), UrlParserLaws.Text(strict.HostIn(normal)));
        Assert.Equal(UrlParserLaws.Text(parts.PathIn(normal)), UrlParserLaws.Text(strict.PathIn(normal)));
        Assert.Equal(parts.QueryLength, strict.QueryLength);
        Assert.Equal(parts.FragmentLength, strict.FragmentLength);
    });

    [Fact]
    public void Resolving_an_absolute_url_or_nothing_leaves_it_as_it_is() => Law.Holds(2000, ProtocolArbitraries.Urls(), Inputs.Urls, (start, reference) =>
    {
        byte[] octets = start.ToOctets();
        byte[] room = Room(octets);
        if (!UrlNormalizer.Normalize(octets, room, out UrlParts baseParts).IsDone)
        {
            return;
        }

        byte[] baseUrl = room[..baseParts.Length];
        byte[] resolved = Room([.. baseUrl, .. Inputs.Latin1(reference.Wire)]);

        // What names another scheme is absolute whatever the base.
        byte[] other = Inputs.Latin1(reference.Wire);
        byte[] normal = Room(other);
        ParseResult expected = UrlNormalizer.Normalize(other, normal, out UrlParts parts);
        if (expected.IsDone && parts.Scheme != baseParts.Scheme)
        {
            Assert.Equal(expected, UrlNormalizer.Resolve(other, baseUrl, in baseParts, resolved, out UrlParts same));
            Assert.Equal(UrlParserLaws.Text(normal.AsSpan(0, parts.Length)), UrlParserLaws.Text(resolved.AsSpan(0, same.Length)));
        }

        if (baseParts.HasOpaquePath)
        {
            return;
        }

        Assert.True(UrlNormalizer.Resolve(default, baseUrl, in baseParts, resolved, out UrlParts itself).IsDone);
        int fragment = baseParts.FragmentLength < 0 ? baseUrl.Length : baseParts.FragmentStart - 1;
        Assert.Equal(UrlParserLaws.Text(baseUrl.AsSpan(0, fragment)), UrlParserLaws.Text(resolved.AsSpan(0, itself.Length)));
    });

    // What the normalizer says is enough for all but exotic hosts, and room for those.
    private static byte[] Room(byte[] url) => new byte[(3 * url.Length) + 32 + 1024];
}
