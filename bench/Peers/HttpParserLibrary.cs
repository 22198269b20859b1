using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiPerf.Http1;

namespace HiPerf.Bench.Peers;

/// <summary>http_parser 2.9 by P/Invoke: one parser, two sets of callbacks.</summary>
internal static unsafe class HttpParserLibrary
{
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<Parser*, int, void> s_init =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<Parser*, int, void>)NativeLibrary.GetExport(NativeLibraries.HttpParser, "http_parser_init");

    private static readonly delegate* unmanaged[Cdecl]<Parser*, Settings*, byte*, nuint, nuint> s_execute =
        (delegate* unmanaged[Cdecl]<Parser*, Settings*, byte*, nuint, nuint>)NativeLibrary.GetExport(NativeLibraries.HttpParser, "http_parser_execute");

    private static readonly Parser* s_parser = (Parser*)NativeMemory.AllocZeroed((nuint)sizeof(Parser));
    private static readonly Settings* s_timed = MakeSettings(recording: false);
    private static readonly Settings* s_recording = MakeSettings(recording: true);
    private static readonly List<FieldLine> s_fields = [];
    private static byte* s_start;

    /// <summary>Heads that ended since <see cref="Begin"/>.</summary>
    public static int HeadsComplete { get; private set; }

    /// <summary>Whether the parser refused.</summary>
    public static bool HasFailed => (s_parser->Outcome & 0x7F000000) != 0;

    /// <summary>Begins a connection: <c>http_parser_init</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Begin(int type)
    {
        s_init(s_parser, type);
        HeadsComplete = 0;
    }

    /// <summary>Feeds octets, with the one callback. Answers how many it took.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Execute(byte* octets, nuint length) => s_execute(s_parser, s_timed, octets, length);

    /// <summary>Feeds a whole head with callbacks that keep the fields. Answers how many, or −1.</summary>
    public static int Record(byte* octets, nuint length, Span<FieldLine> fields)
    {
        s_start = octets;
        s_fields.Clear();
        _ = s_execute(s_parser, s_recording, octets, length);
        CollectionsMarshal.AsSpan(s_fields).CopyTo(fields);
        return HasFailed ? -1 : s_fields.Count;
    }

    private static Settings* MakeSettings(bool recording)
    {
        var settings = (Settings*)NativeMemory.AllocZeroed((nuint)sizeof(Settings));
        settings->OnHeadersComplete = &OnHeadersComplete;
        if (recording)
        {
            settings->OnHeaderField = &OnHeaderField;
            settings->OnHeaderValue = &OnHeaderValue;
        }

        return settings;
    }

    // 1: no content follows.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnHeadersComplete(Parser* parser)
    {
        HeadsComplete++;
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnHeaderField(Parser* parser, byte* at, nuint length)
    {
        s_fields.Add(new FieldLine { NameStart = (int)(at - s_start), NameLength = (ushort)length });
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnHeaderValue(Parser* parser, byte* at, nuint length)
    {
        ref FieldLine field = ref CollectionsMarshal.AsSpan(s_fields)[^1];
        field.ValueStart = (int)(at - s_start);
        field.ValueLength = (int)length;
        return 0;
    }

    // struct http_parser; Outcome holds status_code : 16, method : 8, http_errno : 7, upgrade : 1.
    [StructLayout(LayoutKind.Sequential)]
    private struct Parser
    {
        public ulong State;
        public ulong ContentLength;
        public uint Version;
        public uint Outcome;
        public nint Data;
    }

    // struct http_parser_settings.
    [StructLayout(LayoutKind.Sequential)]
    private struct Settings
    {
        public nint OnMessageBegin;
        public nint OnUrl;
        public nint OnStatus;
        public delegate* unmanaged[Cdecl]<Parser*, byte*, nuint, int> OnHeaderField;
        public delegate* unmanaged[Cdecl]<Parser*, byte*, nuint, int> OnHeaderValue;
        public delegate* unmanaged[Cdecl]<Parser*, int> OnHeadersComplete;
        public nint OnBody;
        public nint OnMessageComplete;
        public nint OnChunkHeader;
        public nint OnChunkComplete;
    }
}
