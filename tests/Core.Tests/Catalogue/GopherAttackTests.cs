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
            GopherSlot.WrittenText => (WrittenText(attack.Octets), -1),
            _ => (Misuse(attack.Slot, attack.Octets), -1),
        });

    [Fact]
    public void Request_to_a_server_is_read_or_refused_and_never_waited_for_beyond_its_line() => Assert.All(GopherServerAttacks.All, attack =>
    {
        GopherRequest request = default;
        ParseResult result = GopherRequestParser.Parse(attack.Octets, ref request, GopherLimits.Default, GopherLeniency.BareLf);
        Assert.False(result.NeedsMoreData);
        Assert.Equal(attack.Answer == GopherAnswerKind.Close, result.IsDone && request.IsHttp(attack.Octets));
        Assert.True(result.IsDone || attack.Answer == GopherAnswerKind.Error);
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

    private static string WrittenText(byte[] octets)
    {
        byte[] text = new byte[100];
        var encoder = new GopherTextEncoder(endsLines: true);
        _ = encoder.Encode(octets, text, out _, out int written);
        _ = encoder.TryComplete(text.AsSpan(written), out int end);
        return GopherReading.Text(text.AsSpan(0, written + end));
    }

    // Whoever takes the part throws before the first octet.
    private static string Misuse(GopherSlot slot, byte[] octets)
    {
        byte[] place = new byte[1000];
        if (slot is GopherSlot.Selector or GopherSlot.LongSelector)
        {
            _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWrite(place, octets, out _));
            _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWriteSearch(place, octets, "a"u8, out _));
        }

        switch (slot)
        {
            case GopherSlot.LongSelector:
                break;
            case GopherSlot.Selector:
                Throws(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, "a"u8, octets, "h"u8, 70, GopherPlusMark.None, out _));
                Throws(() => GopherUrlWriter.TryWrite(place, (byte)'0', new GopherRequestText(octets), out _));
                break;
            case GopherSlot.Search:
                Throws(() => GopherRequestWriter.TryWriteSearch(place, "a"u8, octets, out _));
                Throws(() => GopherUrlWriter.TryWrite(place, (byte)'7', new GopherRequestText("a"u8) { HasSearch = true, Search = octets }, out _));
                break;
            case GopherSlot.Argument:
                Throws(() => GopherRequestWriter.TryWrite(place, new GopherRequestText("a"u8) { Kind = GopherRequestKind.Representation, Argument = octets }, GopherLimits.Default, out _));
                Throws(() => GopherUrlWriter.TryWrite(place, (byte)'0', new GopherRequestText("a"u8) { Kind = GopherRequestKind.Attributes, Argument = octets }, out _));
                break;
            case GopherSlot.Display:
                Throws(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, octets, "a"u8, "h"u8, 70, GopherPlusMark.None, out _));
                Throws(() => GopherMenuWriter.TryWriteInformation(place, octets, out _));
                Throws(() => GopherMenuWriter.TryWriteError(place, octets, out _));
                break;
            case GopherSlot.Host:
                Throws(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, "a"u8, "a"u8, octets, 70, GopherPlusMark.None, out _));
                break;
            default:
                Throws(() => GopherMenuWriter.TryWriteItem(place, (GopherItemType)octets[0], "a"u8, "a"u8, "h"u8, 70, GopherPlusMark.None, out _));
                Throws(() => GopherUrlWriter.TryWrite(place, octets[0] == (byte)'.' ? (byte)0 : octets[0], new GopherRequestText("a"u8), out _));
                break;
        }

        Assert.DoesNotContain(place, octet => octet != 0);
        return "throws";
    }

    private static void Throws(Action write) => Assert.ThrowsAny<ArgumentException>(write);
}
