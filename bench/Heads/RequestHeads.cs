using System.Runtime.CompilerServices;
using HiPerf.Http1;

namespace HiPerf.Bench.Heads;

/// <summary>Our parser of request heads, as a server calls it: table, head and limits are kept from one request to the next.</summary>
internal readonly struct RequestHeads<TDepth> : IHeadParser
    where TDepth : struct, IHeadDepth
{
    private static readonly FieldLine[] s_fields = new FieldLine[128];
    private static readonly Http1Limits s_limits = Http1Limits.Server;
    private static RequestHead s_head;

    public static int ParseWhole(HeadBuffer buffer) => Parse(buffer.Octets);

    public static int ParsePipelined(HeadBuffer buffer)
    {
        ReadOnlySpan<byte> rest = buffer.Octets;
        int heads = 0;
        while (!rest.IsEmpty && Parse(rest) is > 0 and int consumed)
        {
            rest = rest[consumed..];
            heads++;
        }

        return heads;
    }

    public static int ParseSplit(HeadBuffer buffer)
    {
        ReadOnlySpan<byte> octets = buffer.Octets;
        ParseResult first = Read(octets[..buffer.Split], 0);
        return first.NeedsMoreData ? Read(octets, first.Position).Consumed : 0;
    }

    public static int ParseMalformed(HeadBuffer buffer) => ParseWhole(buffer);

    public static int Record(HeadBuffer buffer, Span<FieldLine> fields) =>
        RequestHeadParser.Parse(buffer.Octets, fields, ref s_head, s_limits).IsDone ? s_head.FieldCount : -1;

    // Its own method, as it is in a program that does more than parse: within the timed loop the compiler's choice of what to inline moved the figures by a fifth.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Parse(ReadOnlySpan<byte> octets) => (TDepth.IsWhole
        ? RequestHeadParser.Parse(octets, s_fields, ref s_head, out _, s_limits)
        : RequestHeadParser.Parse(octets, s_fields, ref s_head, s_limits)).Consumed;

    // Both parts by the same call: what the first identified need not be identified again.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ParseResult Read(ReadOnlySpan<byte> octets, int examined) => TDepth.IsWhole
        ? RequestHeadParser.Parse(octets, s_fields, ref s_head, out _, s_limits, Http1Leniency.None, examined)
        : RequestHeadParser.Parse(octets, s_fields, ref s_head, s_limits, Http1Leniency.None, examined);
}
