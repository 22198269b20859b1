using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Parses whole and in pieces, and holds every parser of heads to the laws they share.</summary>
public static class HeadLaws
{
    /// <summary>A parse that goes on where the last one stopped.</summary>
    public interface IGrowing
    {
        ParseResult Parse(ReadOnlySpan<byte> buffer, int examined, Http1Limits limits, Http1Leniency leniency);

        ReadOnlySpan<FieldLine> Fields { get; }
    }

    /// <summary>Every strict prefix of a valid head needs more data.</summary>
    public static void Prefix(IGrowing parser, byte[] head)
    {
        for (int length = 0; length < head.Length; length++)
        {
            ParseResult result = parser.Parse(head.AsSpan(0, length), 0, Http1Limits.Server, Http1Leniency.None);
            Assert.True(result.NeedsMoreData, $"prefix of {length}: {result}");
            Assert.InRange(result.Position, 0, length);
        }
    }

    /// <summary>Growing by every step from one octet up ends as parsing at once does.</summary>
    public static void Growth(IGrowing whole, Func<IGrowing> make, byte[] head, Http1Leniency leniency = Http1Leniency.None)
    {
        ParseResult expected = whole.Parse(head, 0, Http1Limits.Server, leniency);
        for (int step = 1; step <= Math.Min(head.Length, 130); step++)
        {
            IGrowing parser = make();
            ParseResult result = ParseResult.NeedMoreData(0);
            for (int length = step; result.NeedsMoreData; length += step)
            {
                result = parser.Parse(head.AsSpan(0, Math.Min(length, head.Length)), result.Position, Http1Limits.Server, leniency);
                if (length >= head.Length)
                {
                    break;
                }
            }

            Assert.Equal(expected, result);
            Assert.Equal(Describe(whole), Describe(parser));
        }
    }

    private static string Describe(IGrowing parser) =>
        string.Join(' ', parser.Fields.ToArray().Select(f => $"{f.NameStart}+{f.NameLength}:{f.ValueStart}+{f.ValueLength}"));

    /// <summary>Changing any octet behind the error's offset keeps the error.</summary>
    public static void Offset(IGrowing parser, byte[] head, ParseResult expected)
    {
        for (int at = expected.Position + 1; at < head.Length; at++)
        {
            foreach (byte octet in (ReadOnlySpan<byte>)[0, (byte)'\r', (byte)'\n', (byte)' ', (byte)':', (byte)'a', 0xFF])
            {
                byte[] changed = (byte[])head.Clone();
                changed[at] = octet;
                Assert.Equal(expected, parser.Parse(changed, 0, Http1Limits.Server, Http1Leniency.None));
            }
        }

        // Nor does the error need what stands behind it.
        Assert.Equal(expected, parser.Parse(head.AsSpan(0, expected.Position + 1), 0, Http1Limits.Server, Http1Leniency.None));
    }

    /// <summary>Octets behind a head change nothing and are not consumed.</summary>
    public static void Suffix(IGrowing parser, byte[] head)
    {
        ParseResult expected = parser.Parse(head, 0, Http1Limits.Server, Http1Leniency.None);
        Assert.Equal(head.Length, expected.Consumed);
        foreach (string suffix in (string[])["\0", "GET / HTTP/1.1\r\n\r\n", new string('x', 200)])
        {
            byte[] longer = [.. head, .. System.Text.Encoding.Latin1.GetBytes(suffix)];
            Assert.Equal(expected, parser.Parse(longer, 0, Http1Limits.Server, Http1Leniency.None));
        }
    }

    /// <summary>A request parser that keeps its head and table between calls.</summary>
    public sealed class Request(int fields) : IGrowing
    {
        private readonly FieldLine[] _fields = new FieldLine[fields];

        public RequestHead Head;

        public ReadOnlySpan<FieldLine> Fields => _fields.AsSpan(0, Head.FieldCount);

        public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined, Http1Limits limits, Http1Leniency leniency) =>
            RequestHeadParser.Parse(buffer, _fields, ref Head, limits, leniency, examined);
    }

    /// <summary>A response parser that keeps its head and table between calls.</summary>
    public sealed class Response(int fields) : IGrowing
    {
        private readonly FieldLine[] _fields = new FieldLine[fields];

        public ResponseHead Head;

        public ReadOnlySpan<FieldLine> Fields => _fields.AsSpan(0, Head.FieldCount);

        public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined, Http1Limits limits, Http1Leniency leniency) =>
            ResponseHeadParser.Parse(buffer, _fields, ref Head, limits, leniency, examined);
    }

    public sealed class FieldComparer : IEqualityComparer<FieldLine>
    {
        public static FieldComparer Instance { get; } = new();

        public bool Equals(FieldLine x, FieldLine y) =>
            (x.NameStart, x.NameLength, x.ValueStart, x.ValueLength) == (y.NameStart, y.NameLength, y.ValueStart, y.ValueLength);

        public int GetHashCode(FieldLine obj) => HashCode.Combine(obj.NameStart, obj.ValueStart);
    }
}
