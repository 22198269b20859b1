using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiPerf.Bench.Heads;
using HiPerf.Http1;

namespace HiPerf.Bench.Peers;

/// <summary>http_parser over <see cref="HeadBuffer"/>: a machine of states fed octet by octet, with callbacks.</summary>
/// <remarks>Timed with one callback, <c>on_headers_complete</c>: less than any user of it needs, for names and values are then handed to nobody. It calls back into
/// managed code, so its call keeps the switch between managed and native code.</remarks>
internal readonly unsafe struct HttpParserHeads<TMessage> : IHeadParser
    where TMessage : struct, IHttpParserMessage
{
    public static int ParseWhole(HeadBuffer buffer)
    {
        HttpParserLibrary.Begin(TMessage.Type);
        return Result(HttpParserLibrary.Execute(buffer.Pointer, (nuint)buffer.Octets.Length));
    }

    public static int ParsePipelined(HeadBuffer buffer)
    {
        HttpParserLibrary.Begin(TMessage.Type);
        _ = HttpParserLibrary.Execute(buffer.Pointer, (nuint)buffer.Octets.Length);
        return HttpParserLibrary.HeadsComplete;
    }

    public static int ParseSplit(HeadBuffer buffer)
    {
        HttpParserLibrary.Begin(TMessage.Type);
        nuint first = HttpParserLibrary.Execute(buffer.Pointer, (nuint)buffer.Split);
        return Result(first + HttpParserLibrary.Execute(buffer.Pointer + buffer.Split, (nuint)(buffer.Octets.Length - buffer.Split)));
    }

    public static int ParseMalformed(HeadBuffer buffer) => ParseWhole(buffer);

    public static int Record(HeadBuffer buffer, Span<FieldLine> fields)
    {
        HttpParserLibrary.Begin(TMessage.Type);
        return HttpParserLibrary.Record(buffer.Pointer, (nuint)buffer.Octets.Length, fields);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Result(nuint parsed) => HttpParserLibrary.HeadsComplete == 1 && !HttpParserLibrary.HasFailed ? (int)parsed : 0;
}

/// <summary>Which messages http_parser is told to expect.</summary>
internal interface IHttpParserMessage
{
    static abstract int Type { get; }
}

/// <summary><c>HTTP_REQUEST</c>.</summary>
internal readonly struct HttpParserRequest : IHttpParserMessage
{
    public static int Type => 0;
}

/// <summary><c>HTTP_RESPONSE</c>.</summary>
internal readonly struct HttpParserResponse : IHttpParserMessage
{
    public static int Type => 1;
}
