using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;

namespace HiPerf.Properties.Semantics;

public sealed class ContentDispositionLaws
{
    private static readonly Arbitrary<string> s_names = Arb.From(
        from pieces in Gen.Frequency(
            (5, Gen.Choose(0x20, 0x7E).Select(c => ((char)c).ToString())),
            (2, Gen.Elements("\u00E4", "\u20AC", "\U0001F600", "%41", "\"", "..", "CON", "com1", " ", ".txt")),
            (1, Gen.Elements("/", "\\", "\0", "\r\n", "\x7F", "\u0085", "\u202E", "\uD800", "\uDC00", "\uFFFD")),
            (1, Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()))).ListOf()
        select string.Concat(pieces));

    [Fact]
    public void Total_any_octets_are_answered_within_the_value() => Law.Holds(5000, Inputs.ContentDispositions, source =>
    {
        byte[] value = Inputs.Latin1(source.Wire);
        ParseResult result = ContentDispositionParser.Parse(value, out ContentDisposition disposition);
        char[] place = new char[value.Length];
        if (result.IsDone)
        {
            Assert.Equal(value.Length, result.Consumed);
            Assert.True(disposition.TryGetFileName(value, place, out int written) || written == 0);
            AssertSafe(place.AsSpan(0, written));
            return;
        }

        Assert.InRange(result.Position, 0, value.Length);
        Assert.NotEqual(ParseError.None, result.Error);
        Assert.Equal(default, disposition);
    });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of() => Law.Holds(2000, ProtocolArbitraries.ContentDispositions(), source =>
    {
        byte[] value = source.ToOctets();
        Assert.Equal(ParseResult.Done(value.Length), ContentDispositionParser.Parse(value, out ContentDisposition disposition));
        Assert.Equal(source.Type, Text(disposition.TypeText.In(value)));
        Assert.Equal(Given(source, "filename="), disposition.FileName.IsPresent ? Text(disposition.FileName.In(value)) : null);
        Assert.Equal(Given(source, "filename*="), disposition.ExtFileName.IsPresent ? Text(disposition.ExtFileName.In(value)) : null);
    });

    [Fact]
    public void Near_valid_is_refused_at_its_violation() => Law.Holds(2000, ProtocolArbitraries.NearValidContentDispositions(), near =>
        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), ContentDispositionParser.Parse(Inputs.Latin1(near.Wire), out _)));

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(5000, Inputs.ContentDispositions, Inputs.ContentDispositions, (source, other) =>
    {
        byte[] value = Inputs.Latin1(source.Wire);
        ParseResult expected = ContentDispositionParser.Parse(value, out _);
        if (!expected.IsDone && expected.Position < value.Length)
        {
            byte[] head = value[..(expected.Position + 1)];
            Assert.Equal(expected, ContentDispositionParser.Parse(head, out _));
            Assert.Equal(expected, ContentDispositionParser.Parse([.. head, .. Inputs.Latin1(other.Wire)], out _));
        }
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(1000, Inputs.ContentDispositions, source =>
        {
            byte[] value = Inputs.Latin1(source.Wire);
            Assert.Equal(ContentDispositionParser.Parse(value, out ContentDisposition expected), ContentDispositionParser.Parse(guarded.AtEnd(value), out ContentDisposition read));
            Assert.Equal(expected, read);
        });
    }

    [Fact]
    public void Written_name_is_read_as_it_was() => Law.Holds(4000, s_names, name =>
    {
        byte[] place = new byte[32 + (9 * name.Length)];
        int written;
        try
        {
            Assert.True(ContentDispositionWriter.TryWrite(place, DispositionType.Attachment, name, out written));
        }
        catch (ArgumentException)
        {
            Assert.True(name is "." or ".." || name.Any(c => c is '/' or '\\' || char.IsControl(c) || char.IsSurrogate(c)));
            return;
        }

        ReadOnlySpan<byte> wire = place.AsSpan(0, written);
        Assert.True(System.Text.Ascii.IsValid(wire) && wire.IndexOfAnyInRange((byte)0, (byte)0x1F) < 0);
        Assert.True(ContentDispositionParser.Parse(wire, out ContentDisposition disposition).IsDone);
        Assert.Equal(DispositionType.Attachment, disposition.Type);
        char[] back = new char[wire.Length];
        Assert.Equal(name.Length > 0, disposition.TryGetFileName(wire, back, out int length));
        Assert.Equal(name, new string(back, 0, length));
    });

    [Fact]
    public void Safe_name_of_any_text_is_one_plain_component_and_its_own_safe_name() => Law.Holds(8000, s_names, name => AssertSafe(name));

    [Fact]
    public void Generators_reach_every_error_but_too_many_parameters()
    {
        var reached = new HashSet<ParseError>();
        Law.Holds(4000, Inputs.ContentDispositions, source => reached.Add(ContentDispositionParser.Parse(Inputs.Latin1(source.Wire), out _).Error));
        Assert.Equal(
            [ParseError.None, ParseError.BadQuotedString, ParseError.BadParameter, ParseError.BadExtValue, ParseError.BadContentDisposition, ParseError.RepeatedDispositionParameter],
            reached.Order());
    }

    private static void AssertSafe(ReadOnlySpan<char> name)
    {
        char[] place = new char[name.Length + 1];
        if (!SafeFileName.TryMake(name, place, out int written))
        {
            Assert.Equal(0, written);
            return;
        }

        string safe = new(place, 0, written);
        Assert.NotEmpty(safe);
        Assert.DoesNotContain(safe, c => c is '/' or '\\' or ':' or '<' or '>' or '"' or '|' or '?' or '*' || char.IsControl(c));
        Assert.False(safe[0] is '.' or ' ' || safe[^1] is '.' or ' ', safe);
        Assert.Equal(safe, Path.GetFileName(safe));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(safe), 1, SafeFileName.MaxOctets);
        char[] again = new char[written + 1];
        Assert.True(SafeFileName.TryMake(safe, again, out int length));
        Assert.Equal(safe, new string(again, 0, length));
    }

    private static string? Given(ContentDispositionCase source, string start) =>
        source.Parameters.FirstOrDefault(p => p.StartsWith(start, StringComparison.OrdinalIgnoreCase))?[start.Length..] is { } text
            ? text.StartsWith('"') ? text[1..^1] : text
            : null;

    private static string Text(ReadOnlySpan<byte> octets) => System.Text.Encoding.Latin1.GetString(octets);
}
