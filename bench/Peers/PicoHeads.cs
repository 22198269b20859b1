using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiPerf.Bench.Heads;
using HiPerf.Http1;

namespace HiPerf.Bench.Peers;

/// <summary>picohttpparser over <see cref="HeadBuffer"/>; a head in parts is parsed anew, after a look (<c>last_len</c>) whether it is whole now.</summary>
/// <remarks>Called without the switch between managed and native code (<c>SuppressGCTransition</c>), in its favour. That is safe: it neither blocks, throws nor calls
/// back, and returns within microseconds.</remarks>
internal readonly unsafe struct PicoHeads<TMessage> : IHeadParser
    where TMessage : struct, IPicoMessage
{
    public static int ParseWhole(HeadBuffer buffer)
    {
        nuint count = PicoTable.Length;
        return TMessage.Parse(buffer.Pointer, (nuint)buffer.Octets.Length, PicoTable.Headers, &count, 0);
    }

    public static int ParsePipelined(HeadBuffer buffer)
    {
        byte* at = buffer.Pointer;
        byte* end = at + buffer.Octets.Length;
        int heads = 0;
        while (at < end)
        {
            nuint count = PicoTable.Length;
            int consumed = TMessage.Parse(at, (nuint)(end - at), PicoTable.Headers, &count, 0);
            if (consumed <= 0)
            {
                break;
            }

            at += consumed;
            heads++;
        }

        return heads;
    }

    public static int ParseSplit(HeadBuffer buffer)
    {
        nuint count = PicoTable.Length;
        int first = TMessage.Parse(buffer.Pointer, (nuint)buffer.Split, PicoTable.Headers, &count, 0);
        count = PicoTable.Length;
        return first == -2 ? TMessage.Parse(buffer.Pointer, (nuint)buffer.Octets.Length, PicoTable.Headers, &count, (nuint)buffer.Split) : 0;
    }

    public static int ParseMalformed(HeadBuffer buffer) => ParseWhole(buffer);

    public static int Record(HeadBuffer buffer, Span<FieldLine> fields)
    {
        nuint count = PicoTable.Length;
        if (TMessage.Parse(buffer.Pointer, (nuint)buffer.Octets.Length, PicoTable.Headers, &count, 0) <= 0)
        {
            return -1;
        }

        for (int i = 0; i < (int)count; i++)
        {
            fields[i] = PicoTable.Headers[i].From(buffer.Pointer);
        }

        return (int)count;
    }
}

/// <summary>The table picohttpparser writes to, outside the collected heap.</summary>
internal static unsafe class PicoTable
{
    public const int Length = 128;

    public static readonly PicoHeader* Headers = (PicoHeader*)NativeMemory.AllocZeroed(Length, (nuint)sizeof(PicoHeader));
}

/// <summary>Which of picohttpparser's functions is called.</summary>
internal unsafe interface IPicoMessage
{
    static abstract int Parse(byte* octets, nuint length, PicoHeader* headers, nuint* count, nuint lastLength);
}

/// <summary><c>phr_parse_request</c>.</summary>
internal readonly unsafe struct PicoRequest : IPicoMessage
{
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, nuint, byte**, nuint*, byte**, nuint*, int*, PicoHeader*, nuint*, nuint, int> s_parse =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, nuint, byte**, nuint*, byte**, nuint*, int*, PicoHeader*, nuint*, nuint, int>)
        NativeLibrary.GetExport(NativeLibraries.H2o, "phr_parse_request");

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Parse(byte* octets, nuint length, PicoHeader* headers, nuint* count, nuint lastLength)
    {
        byte* method;
        nuint methodLength;
        byte* path;
        nuint pathLength;
        int minorVersion;
        return s_parse(octets, length, &method, &methodLength, &path, &pathLength, &minorVersion, headers, count, lastLength);
    }
}

/// <summary><c>phr_parse_response</c>.</summary>
internal readonly unsafe struct PicoResponse : IPicoMessage
{
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, nuint, int*, int*, byte**, nuint*, PicoHeader*, nuint*, nuint, int> s_parse =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, nuint, int*, int*, byte**, nuint*, PicoHeader*, nuint*, nuint, int>)
        NativeLibrary.GetExport(NativeLibraries.H2o, "phr_parse_response");

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Parse(byte* octets, nuint length, PicoHeader* headers, nuint* count, nuint lastLength)
    {
        int minorVersion;
        int status;
        byte* message;
        nuint messageLength;
        return s_parse(octets, length, &minorVersion, &status, &message, &messageLength, headers, count, lastLength);
    }
}
