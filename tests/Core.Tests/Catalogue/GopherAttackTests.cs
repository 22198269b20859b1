using System.Globalization;
using HiPerf.Core.Tests.Gopher;
using HiPerf.Gopher;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>Every row on Gopher that Core decides.</summary>
public class GopherAttackTests
{
    public static TheoryData<GopherAttack> Attacks => [.. GopherAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public void Attack_ends_as_the_catalogue_says(GopherAttack attack) =>
        Assert.Equal((attack.Outcome, attack.Offset), attack.Slot switch
        {
            GopherSlot.Url => Url(attack.Octets),
            GopherSlot.Request => Request(attack.Octets),
            GopherSlot.Menu => Menu(attack.Octets),
            GopherSlot.Text => (Text(attack.Octets), -1),
            GopherSlot.Port => (GopherPortPolicy.Judge(int.Parse(attack.Text, CultureInfo.InvariantCulture)).ToString(), -1),
            _ => (Selector(attack.Octets), -1),
        });

    [Fact]
    public void No_row_is_there_twice()
    {
        Assert.Equal(GopherAttacks.All.Count, GopherAttacks.All.Select(attack => attack.ToString()).Distinct().Count());
        Assert.Equal(["GO-01", "GO-02", "GO-03", "GO-04", "GO-05", "GO-06", "WR-11"], GopherAttacks.All.Select(attack => attack.Id).Distinct());
    }

    private static (string, int) Url(byte[] octets)
    {
        byte[] decoded = new byte[octets.Length];
        ParseResult result = GopherUrlParser.Parse(octets, decoded, out GopherUrl url, out _);
        return result.IsDone ? ($"{(char)url.TypeOctet} {GopherReading.Text(url.Selector.In(decoded))}", -1) : (result.Error.ToString(), result.Position);
    }

    private static (string, int) Request(byte[] octets)
    {
        GopherRequest request = default;
        ParseResult result = GopherRequestParser.Parse(octets, ref request, GopherLimits.Default);
        return result.IsDone ? (result.Deviations != Deviations.None ? $"{result.Deviations}" : $"{request.Kind}{(request.IsHttp(octets) ? " http" : "")}", -1)
            : result.NeedsMoreData ? ("incomplete", -1) : (result.Error.ToString(), result.Position);
    }

    private static (string, int) Menu(byte[] octets)
    {
        var parser = default(GopherMenuParser);
        List<string> kinds = [];
        int start = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = octets.AsSpan(start);
            ParseResult result = parser.Parse(rest, true, out GopherMenuItem item, GopherLimits.Default);
            if (!result.IsDone)
            {
                return (result.Error.ToString(), start + result.Position);
            }

            if (item.Kind == GopherLineKind.End)
            {
                return (string.Join(' ', [.. kinds, parser.Terminated ? "terminated" : "open"]), -1);
            }

            kinds.Add(item.TryGetUrl(rest, out ReadOnlySpan<byte> url) ? $"{item.Kind}:{GopherReading.Text(url)}" : $"{item.Kind}");
            Assert.False(item.Kind == GopherLineKind.Malformed && item.IsRetrievable);
            start += result.Consumed;
        }
    }

    private static string Text(byte[] octets)
    {
        byte[] text = new byte[octets.Length];
        var decoder = default(GopherTextDecoder);
        _ = decoder.Decode(octets, text, true, out _, out int written);
        return $"{GopherReading.Text(text.AsSpan(0, written))} {(decoder.Terminated ? "terminated" : "open")}";
    }

    private static string Selector(byte[] octets)
    {
        byte[] place = new byte[100];
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWrite(place, octets, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWriteSearch(place, "a"u8, octets, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, "a"u8, octets, "h"u8, 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, octets, "a"u8, "h"u8, 70, GopherPlusMark.None, out _));
        Assert.DoesNotContain(place, octet => octet != 0);
        return "throws";
    }
}
