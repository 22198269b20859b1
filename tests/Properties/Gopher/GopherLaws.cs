using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Gopher;

namespace HiPerf.Properties.Gopher;

/// <summary>Laws of Gopher beside those that the fuzz targets hold: prefixes, growth, suffixes, round trips.</summary>
public sealed class GopherLaws
{
    private static readonly Arbitrary<Hostile<GopherMenuCase>> s_texts = GopherArbitraries.HostileGopherMenus();

    [Fact]
    public void Request_prefix_needs_more_data_growth_ends_as_the_whole_and_a_suffix_changes_nothing() => Law.Holds(600, GopherArbitraries.GopherRequests(), s_texts, (request, suffix) =>
    {
        byte[] octets = Inputs.Latin1(request.Wire);
        GopherRequest grown = default;
        int examined = 0;
        for (int length = 0; length < octets.Length; length++)
        {
            ParseResult part = GopherRequestParser.Parse(octets.AsSpan(0, length), ref grown, GopherLimits.Default, GopherLeniency.None, examined);
            Assert.True(part.NeedsMoreData);
            examined = part.Position;
        }

        ParseResult result = GopherRequestParser.Parse([.. octets, .. Inputs.Latin1(suffix.Wire)], ref grown, GopherLimits.Default, GopherLeniency.None, examined);
        Assert.Equal((true, octets.Length), (result.IsDone, result.Consumed));
        Assert.Equal((request.Selector, request.Search, request.HasDataBlock), (Text(octets, grown.Selector), grown.HasSearch ? Text(octets, grown.Search) : null, grown.HasDataBlock));
        Assert.Equal(request.Plus, grown.Kind == GopherRequestKind.Item ? null : (char)grown.Kind + Text(octets, grown.Argument));
    });

    [Fact]
    public void Request_round_trip_what_the_writer_writes_is_the_request() => Law.Holds(1000, GopherArbitraries.GopherRequests(), request =>
    {
        byte[] octets = Inputs.Latin1(request.Wire);
        byte[] written = new byte[octets.Length];
        var limits = GopherLimits.Default with { MaxSelector = 4096 };
        var text = new GopherRequestText(Inputs.Latin1(request.Selector))
        {
            HasSearch = request.Search is not null,
            Search = Inputs.Latin1(request.Search ?? ""),
            Kind = request.Plus is null ? GopherRequestKind.Item : (GopherRequestKind)request.Plus[0],
            Argument = Inputs.Latin1(request.Plus?[1..] ?? ""),
            HasDataBlock = request.HasDataBlock,
        };
        Assert.True(GopherRequestWriter.TryWrite(written, in text, in limits, out int length));
        Assert.Equal(octets, written.AsSpan(0, length).ToArray());
    });

    [Fact]
    public void Url_round_trip_what_the_writer_writes_is_read_back() => Law.Holds(1000, GopherArbitraries.GopherRequests(), Arb.From(Gen.Choose(0x21, 0xFF)), (request, type) =>
    {
        // A URL names no data block; with an empty search and Gopher+ the item is asked for.
        var text = new GopherRequestText(Inputs.Latin1(request.Selector))
        {
            HasSearch = request.Search is not null && (request.Plus is null || request.Search.Length > 0),
            Search = Inputs.Latin1(request.Search ?? ""),
            Kind = request.Plus is null ? GopherRequestKind.Item : (GopherRequestKind)request.Plus[0],
            Argument = Inputs.Latin1(request.Plus?[1..] ?? ""),
        };
        byte octet = type == 0x7F ? (byte)'1' : (byte)type;
        byte[] path = new byte[(3 * request.Wire.Length) + 10];
        Assert.True(GopherUrlWriter.TryWrite(path, octet, in text, out int length));
        byte[] decoded = new byte[length];
        Assert.Equal(ParseResult.Done(length), GopherUrlParser.Parse(path.AsSpan(0, length), decoded, out GopherUrl url, out _));
        Assert.Equal(octet, url.TypeOctet);
        Assert.Equal((request.Selector, text.HasSearch, text.Kind), (Text(decoded, url.Selector), url.HasSearch, url.Kind));
        Assert.Equal(text.HasSearch ? request.Search : "", Text(decoded, url.Search));
        Assert.Equal(request.Plus?[1..] ?? "", Text(decoded, url.Argument));
    });

    [Fact]
    public void Url_is_total_and_whatever_it_answers_can_be_asked_for() => Law.Holds(3000, GopherArbitraries.HostileGopherRequests(), hostile =>
    {
        byte[] path = Inputs.Latin1("/1" + hostile.Wire.Replace("\t", "%09", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("\r\n", "", StringComparison.Ordinal));
        byte[] decoded = new byte[path.Length];
        ParseResult result = GopherUrlParser.Parse(path, decoded, out GopherUrl url, out _);
        if (!result.IsDone)
        {
            Assert.InRange(result.Position, 0, path.Length);
            byte[] changed = [.. path];
            changed.AsSpan(Math.Min(result.Position + 1, path.Length)).Fill((byte)'z');
            Assert.Equal(result.Error is ParseError.BadGopherSelector or ParseError.BadGopherType ? result : GopherUrlParser.Parse(changed, decoded, out _, out _), result);
            return;
        }

        byte[] wire = new byte[path.Length + 10];
        Assert.True(GopherRequestWriter.TryWrite(wire, url.RequestIn(decoded), GopherLimits.Default with { MaxSelector = 1 << 20, MaxRequestLine = 1 << 20 }, out int length));
        Assert.Equal(length - 2, wire.AsSpan().IndexOfAny((byte)'\r', (byte)'\n'));
    });

    [Fact]
    public void Menu_round_trip_what_the_writer_writes_is_read_back_however_it_arrives() => Law.Holds(1000, GopherArbitraries.GopherMenus(), ProtocolArbitraries.Arrivals(), (menu, arrival) =>
    {
        var written = new ArrayBufferWriter<byte>();
        foreach (GopherItemCase item in menu.Items)
        {
            Assert.True(GopherMenuWriter.TryWriteItem(
                written.GetSpan(10_000), (GopherItemType)item.Type, Inputs.Latin1(item.Display), Inputs.Latin1(item.Selector), Inputs.Latin1(item.Host), item.Port,
                item.Mark.Length == 0 ? GopherPlusMark.None : (GopherPlusMark)item.Mark[0], out int count));
            written.Advance(count);
        }

        if (menu.IsTerminated)
        {
            Assert.True(GopherMenuWriter.TryWriteEnd(written.GetSpan(3), out int count));
            written.Advance(count);
        }

        Assert.Equal(menu.Wire, Encoding.Latin1.GetString(written.WrittenSpan));
        var parser = default(GopherMenuParser);
        List<GopherItemCase> read = [];
        int start = 0;
        foreach (int end in arrival.Ends(written.WrittenCount))
        {
            while (true)
            {
                ReadOnlySpan<byte> buffer = written.WrittenSpan[start..end];
                ParseResult result = parser.Parse(buffer, end == written.WrittenCount, out GopherMenuItem item, GopherLimits.Default);
                if (!result.IsDone || item.Kind == GopherLineKind.End)
                {
                    break;
                }

                Assert.Equal(GopherLineKind.Item, item.Kind);
                read.Add(new((char)item.TypeOctet, Text(buffer, item.Display), Text(buffer, item.Selector), Text(buffer, item.Host), item.Port, item.Plus == GopherPlusMark.None ? "" : ((char)item.Plus).ToString()));
                start += result.Consumed;
            }
        }

        Assert.Equal(menu.Items, read);
        Assert.Equal((true, menu.IsTerminated), (parser.IsComplete, parser.Terminated));
    });

    [Fact]
    public void Every_octet_of_a_menu_belongs_to_one_line() => Law.Holds(2000, s_texts, menu =>
    {
        byte[] octets = Inputs.Latin1(menu.Wire);
        var parser = default(GopherMenuParser);
        int start = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = octets.AsSpan(start);
            ParseResult result = parser.Parse(rest, true, out GopherMenuItem item, GopherLimits.Default);
            Assert.True(result.IsDone);
            start += result.Consumed;
            if (item.Kind == GopherLineKind.End)
            {
                Assert.True(parser.Terminated || start == octets.Length);
                return;
            }

            ReadOnlySpan<byte> end = rest[item.LineLength..result.Consumed];
            Assert.True(end.SequenceEqual("\r\n"u8) || end.SequenceEqual("\n"u8) || start == octets.Length);
        }
    });

    [Fact]
    public void Text_round_trip_what_is_encoded_is_decoded_however_it_arrives() => Law.Holds(2000, s_texts, ProtocolArbitraries.Arrivals(), Arb.From(Gen.Choose(2, 40)), (text, arrival, room) =>
    {
        byte[] octets = Inputs.Latin1(text.Wire);
        byte[] sent = Encode(octets, arrival, room);
        byte[] whole = octets.Length == 0 || octets[^1] == '\n' ? octets : [.. octets, .. "\r\n"u8];
        Assert.Equal(whole, Decode([.. sent, .. "behind"u8], arrival, room, out int consumed));
        Assert.Equal(sent.Length, consumed);
    });

    [Fact]
    public void Text_decoder_is_total_and_answers_alike_however_octets_arrive() => Law.Holds(2000, s_texts, ProtocolArbitraries.Arrivals(), Arb.From(Gen.Choose(1, 40)), (text, arrival, room) =>
    {
        byte[] octets = Inputs.Latin1(text.Wire.Replace("0A", "\n.", StringComparison.Ordinal));
        Assert.Equal(Decode(octets, Arrival.Whole, 1 << 20, out int expected), Decode(octets, arrival, room, out int consumed));
        Assert.Equal(expected, consumed);
    });

    private static byte[] Encode(byte[] octets, Arrival arrival, int room)
    {
        var encoder = default(GopherTextEncoder);
        List<byte> sent = [];
        byte[] place = new byte[room];
        int start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            while (encoder.Encode(octets.AsSpan(start, end - start), place, out int consumed, out int written) is var status)
            {
                sent.AddRange(place.AsSpan(0, written));
                start += consumed;
                if (status == OperationStatus.Done)
                {
                    break;
                }
            }
        }

        byte[] last = new byte[5];
        Assert.True(encoder.TryComplete(last, out int count));
        return [.. sent, .. last.AsSpan(0, count)];
    }

    private static byte[] Decode(byte[] octets, Arrival arrival, int room, out int start)
    {
        var decoder = default(GopherTextDecoder);
        List<byte> text = [];
        byte[] place = new byte[room];
        start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            while (true)
            {
                OperationStatus status = decoder.Decode(octets.AsSpan(start, end - start), place, end == octets.Length, out int consumed, out int written);
                text.AddRange(place.AsSpan(0, written));
                start += consumed;
                if (status != OperationStatus.DestinationTooSmall)
                {
                    break;
                }
            }
        }

        Assert.True(decoder.IsComplete);
        return [.. text];
    }

    private static string Text(ReadOnlySpan<byte> buffer, GopherText text) => Encoding.Latin1.GetString(text.In(buffer));
}
