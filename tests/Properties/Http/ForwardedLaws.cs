using HiPerf.Fuzzing;
using HiPerf.Http;

namespace HiPerf.Properties.Semantics;

public sealed class ForwardedLaws
{
    [Fact]
    public void Total_any_octets_are_answered_within_the_value() => Law.Holds(5000, Inputs.ForwardedFields, source =>
    {
        byte[] value = Inputs.Latin1(source.Wire);
        (ParseResult result, _) = Read(value);
        Assert.InRange(result.IsDone ? result.Consumed : result.Position, 0, value.Length);
        Assert.True(!result.IsDone || result.Consumed == value.Length);
    });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of() => Law.Holds(2000, ProtocolArbitraries.ForwardedFields(), source =>
    {
        byte[] value = source.ToOctets();
        (ParseResult result, List<ForwardedElement> elements) = Read(value);
        Assert.Equal(ParseResult.Done(value.Length), result);
        Assert.Equal(source.Elements.Count, elements.Count);
        for (int i = 0; i < elements.Count; i++)
        {
            Assert.Equal(Given(source.Elements[i], "for="), Node(value, elements[i].For));
            Assert.Equal(Given(source.Elements[i], "by="), Node(value, elements[i].By));
            Assert.Equal(Given(source.Elements[i], "host="), elements[i].Host.IsPresent ? Text(elements[i].Host.In(value)) : "");
            Assert.Equal(Given(source.Elements[i], "proto="), elements[i].Protocol.IsPresent ? Text(elements[i].Protocol.In(value)) : "");
        }
    });

    [Fact]
    public void Near_valid_is_refused_at_its_violation() => Law.Holds(2000, ProtocolArbitraries.NearValidForwardedFields(), near =>
        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), Read(Inputs.Latin1(near.Wire)).Result));

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(5000, Inputs.ForwardedFields, Inputs.ForwardedFields, (source, other) =>
    {
        byte[] value = Inputs.Latin1(source.Wire);
        (ParseResult expected, List<ForwardedElement> elements) = Read(value);
        if (!expected.IsDone && expected.Position < value.Length)
        {
            byte[] head = value[..(expected.Position + 1)];
            Assert.Equal((expected, elements.Count), (Read(head).Result, Read(head).Elements.Count));
            Assert.Equal(expected, Read([.. head, .. Inputs.Latin1(other.Wire)]).Result);
        }
    });

    [Fact]
    public void Written_elements_are_read_as_they_were() => Law.Holds(2000, ProtocolArbitraries.ForwardedFields(), source =>
    {
        byte[] value = source.ToOctets();
        (_, List<ForwardedElement> elements) = Read(value);
        byte[] place = new byte[(2 * value.Length) + 100];
        var writer = new ForwardedWriter(place);
        List<string> expected = [];
        foreach (ForwardedElement element in elements)
        {
            string[] parts = [Node(value, element.For), Node(value, element.By), Text(element.Host.In(value)), Text(element.Protocol.In(value))];
            if (parts.Any(p => p.Length > 0))
            {
                writer.Write(Inputs.Latin1(parts[0]), Inputs.Latin1(parts[1]), Inputs.Latin1(parts[2]), Inputs.Latin1(parts[3]));
                expected.Add(string.Join('|', parts));
            }
        }

        Assert.True(writer.TryComplete(out int written));
        byte[] wire = place[..written];
        (ParseResult result, List<ForwardedElement> read) = Read(wire);
        Assert.Equal(ParseResult.Done(written), result);
        Assert.Equal(expected, read.Select(e => string.Join('|', Node(wire, e.For), Node(wire, e.By), Text(e.Host.In(wire)), Text(e.Protocol.In(wire)))));
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(1000, Inputs.ForwardedFields, source =>
        {
            byte[] value = Inputs.Latin1(source.Wire);
            Assert.Equal(Read(value).Result, Read(guarded.AtEnd(value)).Result);
            Assert.Equal(Read(value).Elements, Read(guarded.AtEnd(value)).Elements);
        });
    }

    [Fact]
    public void Generators_reach_every_error_but_too_many_parameters()
    {
        var reached = new HashSet<ParseError>();
        Law.Holds(4000, Inputs.ForwardedFields, source => reached.Add(Read(Inputs.Latin1(source.Wire)).Result.Error));
        Assert.Equal(
            [
                ParseError.None, ParseError.BadList, ParseError.BadQuotedString, ParseError.BadForwarded, ParseError.RepeatedForwardedParameter,
                ParseError.BadForwardedNode, ParseError.BadForwardedValue,
            ],
            reached.Order());
    }

    private static (ParseResult Result, List<ForwardedElement> Elements) Read(ReadOnlySpan<byte> value)
    {
        var reader = new ForwardedReader(value);
        List<ForwardedElement> elements = [];
        while (reader.Read(out ForwardedElement element))
        {
            elements.Add(element);
        }

        return (reader.Result, elements);
    }

    private static string Node(byte[] value, ForwardedNode node) => Text(node.NameIn(value)) + (node.PortLength > 0 ? ":" + Text(node.PortIn(value)) : "");

    private static string Given(IReadOnlyList<string> pairs, string start) =>
        pairs.FirstOrDefault(p => p.StartsWith(start, StringComparison.OrdinalIgnoreCase))?[start.Length..].Trim('"') ?? "";

    private static string Text(ReadOnlySpan<byte> octets) => System.Text.Encoding.Latin1.GetString(octets);
}
